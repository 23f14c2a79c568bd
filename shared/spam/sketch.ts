import { shinglesOf } from "../finding/likeness.ts";

/*
 * Texts are compared by sketches, from which nobody reads what they said: of each of several orders of all possible
 * sequences of characters, the first that a text has. Two sketches agree in as many places as the texts resemble one
 * another, on average (A. Broder, On the resemblance and containment of documents, SEQUENCES 1997: min-wise hashing).
 */

/** The error of a resemblance by so many places is 0.06 at most (one standard deviation). */
export const sketchLength = 64;

/** Shorter texts are alike by chance, as "I agree" is. */
const fewestShingles = 24;

/** In this many hundredths alike, two texts count as nearly the same. */
export const nearlySame = 0.7;

/** The last step of MurmurHash3, which spreads 32 bits (A. Appleby, public domain). */
function spread(bits: number): number {
  let h = bits;
  h = Math.imul(h ^ (h >>> 16), 0x85_eb_ca_6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2_b2_ae_35);
  return h ^ (h >>> 16);
}

/** FNV-1a of 32 bits (draft-eastlake-fnv), by units of UTF-16. */
function hashOf(text: string, seed: number): number {
  let hash = 0x81_1c_9d_c5 ^ seed;
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01_00_01_93);
  }
  return spread(hash);
}

/**
 * A text's sketch: `sketchLength` whole numbers of 32 bits; null of a text too short to be compared.
 * @param seed another seed gives other sketches, which say nothing about these
 */
export function sketchOf(text: string, seed: number): number[] | null {
  const shingles = [...shinglesOf(text)];
  if (shingles.length < fewestShingles) return null;
  const hashes = shingles.map((shingle) => hashOf(shingle, seed));
  return Array.from({ length: sketchLength }, (_, order) => {
    const turn = spread(order + 1);
    return hashes.reduce((least, hash) => Math.min(least, spread(hash ^ turn)), 0x7f_ff_ff_ff);
  });
}

/** How much two texts resemble one another by their sketches, from 0 to 1. */
export function resemblance(one: readonly number[], other: readonly number[]): number {
  if (one.length !== sketchLength || other.length !== sketchLength) {
    throw new RangeError(`a sketch has ${sketchLength} places`);
  }
  return one.filter((place, at) => place === other[at]).length / sketchLength;
}
