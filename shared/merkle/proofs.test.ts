import { ed25519 } from "@noble/curves/ed25519.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fromBase64 } from "./bytes.ts";
import { cosign, cosignedAt, readWitnessKey, witnessKeyOf } from "./cosignature.ts";
import consistencies from "./fixtures/consistency.json" with { type: "json" };
import { createGrowth, edgeOf, keptFor, type KeptNode, nodeFrom } from "./growth.ts";
import { openNote, readVerifierKey } from "./note.ts";
import {
  consistencyRanges,
  hashOfRange,
  inclusionRanges,
  placesIn,
  type Place,
  type Range,
} from "./ranges.ts";
import { hashLeaf, inclusionProof, isConsistent, isIncluded, rootOf } from "./tree.ts";

const bytes = (text: string | null) => fromBase64(text ?? "") ?? new Uint8Array();
const leaves = Array.from({ length: 64 }, (_, at) => hashLeaf(Uint8Array.of(at)));
const nodes = [leaves];
for (let below = leaves; below.length > 1;) {
  below = below.flatMap((_, at) => (at % 2 === 0 ? [rootOf(below, at, at + 2)] : []));
  nodes.push(below);
}
const nodeAt = ({ level, index }: Place) => nodes[level]?.[index] ?? new Uint8Array();
const roots = Array.from({ length: 65 }, (_, size) => rootOf(leaves, 0, size));
const proofOf = (ranges: readonly Range[]) => ranges.map((range) => hashOfRange(range, nodeAt));
const treeOf = (size: number) => ({ size, root: roots[size] ?? new Uint8Array() });

/** The same bytes with one bit turned. */
function turned(part: Uint8Array, bit: number): Uint8Array {
  const other = Uint8Array.from(part);
  other[bit >> 3] = (other[bit >> 3] ?? 0) ^ (1 << (bit & 7));
  return other;
}

describe("a consistency proof", () => {
  it.each(consistencies)("is taken or refused as its source says: $id", (one) => {
    const claim = {
      older: { size: one.size1, root: bytes(one.root1) },
      newer: { size: one.size2, root: bytes(one.root2) },
      proof: (one.proof ?? []).map(bytes),
    };
    expect(isConsistent(claim)).toBe(one.expected.valid);
  });

  it("is the published one for the published trees", () => {
    const happy = consistencies.find(({ id }) => id === "consistency-4-happy-path");
    expect(consistencyRanges(6, 7).length).toBe(happy?.proof?.length);
  });

  it(
    "of each size to 64 leads to each larger one, and no part of it can be another",
    { timeout: 30_000 },
    () => {
      for (let newer = 1; newer <= 64; newer += 1) {
        for (let older = 1; older <= newer; older += 1) {
          const claim = {
            older: treeOf(older),
            newer: treeOf(newer),
            proof: proofOf(consistencyRanges(older, newer)),
          };
          expect(isConsistent(claim)).toBe(true);
          for (const at of claim.proof.keys()) {
            const proof = claim.proof.map((part, place) =>
              place === at ? turned(part, 77) : part,
            );
            expect(isConsistent({ ...claim, proof })).toBe(false);
            expect(isConsistent({ ...claim, proof: claim.proof.toSpliced(at, 1) })).toBe(false);
          }
          const root = turned(claim.older.root, 9);
          expect(isConsistent({ ...claim, older: { size: older, root } })).toBe(false);
          expect(isConsistent({ ...claim, proof: [...claim.proof, root] })).toBe(false);
        }
      }
    },
  );

  it("does not lead to another history", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 63 }), fc.nat(), fc.nat(), (older, a, b) => {
        const newer = older + 1 + (a % (64 - older));
        const rewritten = leaves.with(b % older, hashLeaf(Uint8Array.of(200, 1)));
        const claim = {
          older: treeOf(older),
          newer: { size: newer, root: rootOf(rewritten.slice(0, newer)) },
          proof: consistencyRanges(older, newer).map(({ from, to }) => rootOf(rewritten, from, to)),
        };
        expect(isConsistent(claim)).toBe(false);
      }),
    );
  });
});

describe("an inclusion proof from stored nodes", () => {
  it(
    "is the one over all leaves, for each leaf of each size to 64, and no part can be another",
    { timeout: 30_000 },
    () => {
      for (let size = 1; size <= 64; size += 1) {
        const { root } = treeOf(size);
        for (let index = 0; index < size; index += 1) {
          const proof = proofOf(inclusionRanges(index, size));
          expect(proof).toEqual(inclusionProof(leaves.slice(0, size), index));
          const claim = { leaf: nodeAt({ level: 0, index }), index, size, root, proof };
          expect(isIncluded(claim)).toBe(true);
          for (const at of proof.keys()) {
            const changed = proof.map((part, place) => (place === at ? turned(part, 130) : part));
            expect(isIncluded({ ...claim, proof: changed })).toBe(false);
          }
        }
      }
    },
  );

  it("stays small in a large tree", () => {
    expect(inclusionRanges(612_345, 1_000_000).length).toBeLessThanOrEqual(20);
    expect(consistencyRanges(612_345, 1_000_000).length).toBeLessThanOrEqual(21);
    expect(() => inclusionRanges(5, 5)).toThrow(RangeError);
    expect(() => consistencyRanges(6, 5)).toThrow(RangeError);
  });
});

describe("a tree that grows", () => {
  const many = Array.from({ length: 600 }, (_, at) => hashLeaf(Uint8Array.of(at >> 8, at & 255)));

  it("has the root over all its leaves at each size, wherever it was taken up again", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 600 }), fc.integer({ min: 0, max: 600 }), (a, b) => {
        const [start, end] = a < b ? [a, b] : [b, a];
        const all = createGrowth();
        const kept: KeptNode[] = many.map((hash, index) => ({ level: 0, index, hash }));
        for (const leaf of many.slice(0, start)) kept.push(...all.add(leaf));
        const edge = edgeOf(start).map((range) =>
          kept
            .filter(({ level, index }) => level === range.level && index >= range.from)
            .filter(({ index }) => index < range.to)
            .map(({ hash }) => hash),
        );
        const growth = createGrowth(start, edge);
        for (const leaf of many.slice(start, end)) kept.push(...growth.add(leaf));
        expect(growth.root()).toEqual(rootOf(many.slice(0, end)));
        const ranges = placesIn({ from: 0, to: end });
        const needed = keptFor(ranges);
        expect(needed.every(({ from, to }) => to - from <= 16)).toBe(true);
        expect(hashOfRange({ from: 0, to: end }, nodeFrom(kept))).toEqual(growth.root());
      }),
      { numRuns: 30 },
    );
  });

  it("says which node it lacks", () => {
    expect(() => nodeFrom([])({ level: 5, index: 3 })).toThrow("node 6 of level 4");
  });
});

describe("a witness's signature", () => {
  const { secretKey, publicKey } = ed25519.keygen(new Uint8Array(32).fill(9));
  const key = { name: "witness.example.org/w1", publicKey };
  const text = "moot.example.org/log\n5\nAAAA\n";
  const line = cosign(text, { key, time: 1_764_345_600, sign: (m) => ed25519.sign(m, secretKey) });

  it("says when the witness saw the checkpoint, under a key of its own kind", () => {
    expect(cosignedAt(text, key, line)).toBe(1_764_345_600);
    expect(readWitnessKey(witnessKeyOf(key))).toEqual(key);
    expect(readVerifierKey(witnessKeyOf(key))).toBeUndefined();
    expect(openNote(`${text}\n${line}\n`, [key])).toBeUndefined();
  });

  it("holds for no other checkpoint, time, key or bit", { timeout: 30_000 }, () => {
    expect(cosignedAt(text.replace("5", "6"), key, line)).toBeUndefined();
    expect(cosignedAt(text, { ...key, name: "witness.example.org/w2" }, line)).toBeUndefined();
    expect(cosignedAt(text, key, "— witness.example.org/w1 AAAA")).toBeUndefined();
    expect(cosignedAt(text, key, "")).toBeUndefined();
    const packed = bytes(line.split(" ").at(-1) ?? "");
    for (let bit = 0; bit < packed.length * 8; bit += 1) {
      const other = btoa(String.fromCharCode(...turned(packed, bit)));
      expect(cosignedAt(text, key, `— ${key.name} ${other}`)).toBeUndefined();
    }
  });
});
