import { sha256 } from "@noble/hashes/sha2.js";
import { utf8ToBytes } from "@noble/hashes/utils.js";

/*
 * A puzzle that costs whoever solves it some computing, and whoever checks it nothing: a number which, after the
 * challenge, gives a SHA-256 that begins with so many zero bits (A. Back, Hashcash, 2002). One person pays it once and
 * hardly notices; whoever wants to be thousands pays it thousands of times. Who makes a challenge signs it and takes each
 * once: that is no part of this.
 */

/** More bits are not asked for: they take a phone some ten seconds already. */
export const mostProofBits = 20;

/** How many zero bits a hash begins with. */
export function zeroBits(hash: Uint8Array): number {
  const at = hash.findIndex((byte) => byte !== 0);
  return at === -1 ? hash.length * 8 : at * 8 + Math.clz32(hash[at] ?? 0) - 24;
}

export interface Puzzle {
  readonly challenge: string;
  readonly bits: number;
}

const hashOf = (challenge: string, answer: number) => sha256(utf8ToBytes(`${challenge}:${answer}`));

/** Whether an answer solves a puzzle. */
export const isSolved = ({ challenge, bits }: Puzzle, answer: number): boolean =>
  Number.isSafeInteger(answer) && answer >= 0 && zeroBits(hashOf(challenge, answer)) >= bits;

/** The first answer among so many from a number on; null where none of these is one. */
export function solve(puzzle: Puzzle, from: number, tries: number): number | null {
  for (let answer = from; answer < from + tries; answer += 1) {
    if (isSolved(puzzle, answer)) return answer;
  }
  return null;
}

/** How many tries a puzzle takes on average. */
export const triesFor = ({ bits }: Pick<Puzzle, "bits">): number => 2 ** bits;
