import { ed25519 } from "@noble/curves/ed25519.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bytesToHex } from "@noble/hashes/utils.js";
import { fromBase64, toBase64, utf8ToBytes } from "./bytes.ts";
import { canonicalJson } from "./canonical-json.ts";
import { checkpointText, readCheckpoint } from "./checkpoint.ts";
import checkpoints from "./fixtures/checkpoints.json" with { type: "json" };
import inclusions from "./fixtures/inclusion.json" with { type: "json" };
import notes from "./fixtures/notes.json" with { type: "json" };
import trees from "./fixtures/trees.json" with { type: "json" };
import { openNote, readVerifierKey, signNote, verifierKeyOf } from "./note.ts";
import { GrowingTree, hashLeaf, inclusionProof, isIncluded, rootOf } from "./tree.ts";

const bytes = (text: string | null) => fromBase64(text ?? "") ?? new Uint8Array();
const fromHex = (text: string) =>
  Uint8Array.from(text.match(/../g) ?? [], (two) => parseInt(two, 16));

it("bytes are written in base64 as the system writes them, however many", () => {
  for (const length of [0, 1, 2, 3, 8_191, 8_192, 8_193, 100_000]) {
    const some = Uint8Array.from({ length }, (_, at) => (at * 31) % 256);
    expect(toBase64(some)).toBe(Buffer.from(some).toString("base64"));
  }
});

describe("canonical JSON", () => {
  it("is written as RFC 8785 writes its examples", () => {
    const numbers = [Number("333333333.33333329"), 1e30, 4.5, 2e-3, 0.000000000000000000000000001];
    expect(
      canonicalJson({ numbers, string: '€$\u000f\nA\'B"\\\\"/', literals: [null, true] }),
    ).toBe(
      '{"literals":[null,true],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
    const keys = { "€": 1, "\r": 2, "\ufb33": 3, "1": 4, "😀": 5, "\u0080": 6, ö: 7 };
    expect(
      Object.values(
        JSON.parse(
          `[${canonicalJson(keys)
            .slice(1, -1)
            .replaceAll(/"(?:\\.|[^"])*":/g, "")}]`,
        ) as number[],
      ),
    ).toEqual([2, 4, 6, 7, 1, 5, 3]);
  });

  it("says the same as the JSON that it was, whatever the order of keys", () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
        const parsed: unknown = JSON.parse(JSON.stringify(value));
        expect(JSON.parse(canonicalJson(parsed))).toEqual(parsed);
      }),
    );
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, 1n, "\ud800", { "\udc00": 1 }])(
    "has no word for %s",
    (value) => {
      expect(() => canonicalJson(value)).toThrow(RangeError);
    },
  );
});

describe("a Merkle tree", () => {
  it.each(trees)(
    "$id has the root and leaves that its source published",
    ({ leafInputs, expected }) => {
      const leaves = leafInputs.map((input) => hashLeaf(fromHex(input)));
      expect(leaves.map(bytesToHex)).toEqual(expected.leafHashes);
      expect(bytesToHex(rootOf(leaves))).toBe(expected.root);
    },
  );

  it.each(inclusions)("takes or refuses the published proof $id", (one) => {
    const { leafIndex: index, treeSize: size, proof, expected } = one;
    const claim = { leaf: bytes(one.leafHash), root: bytes(one.root), index, size };
    expect(isIncluded({ ...claim, proof: (proof ?? []).map(bytes) })).toBe(expected.valid);
  });

  it("of any size to 64 proves each leaf, and nothing once a single bit is wrong", () => {
    const leaves = Array.from({ length: 64 }, (_, at) => hashLeaf(Uint8Array.of(at)));
    const growing = new GrowingTree();
    expect(growing.root()).toEqual(rootOf([]));
    for (let size = 1; size <= leaves.length; size += 1) {
      const some = leaves.slice(0, size);
      const root = rootOf(some);
      growing.add(some[size - 1] ?? new Uint8Array());
      expect([growing.size, growing.root()]).toEqual([size, root]);
      for (const [index, leaf] of some.entries()) {
        expect(isIncluded({ leaf, index, size, root, proof: inclusionProof(some, index) })).toBe(
          true,
        );
      }
    }
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 64 }), fc.nat(), fc.nat(), (size, place, bit) => {
        const some = leaves.slice(0, size);
        const index = place % size;
        const proof = inclusionProof(some, index);
        const parts = [some[index] ?? new Uint8Array(), rootOf(some), ...proof].map((part) =>
          Uint8Array.from(part),
        );
        const part = parts[bit % parts.length] ?? new Uint8Array();
        const at = (bit >> 4) % 256;
        part[at >> 3] = (part[at >> 3] ?? 0) ^ (1 << (at & 7));
        const [leaf = part, root = part, ...path] = parts;
        expect(isIncluded({ leaf, root, index, size, proof: path })).toBe(false);
        expect(isIncluded({ leaf, root, index, size: size + 1, proof: [...path, part] })).toBe(
          false,
        );
      }),
    );
  });
});

describe("a signed note", () => {
  it.each(notes)(
    "$id is opened or refused as its source says",
    ({ note, verifierKeys, expected }) => {
      const keys = verifierKeys.flatMap((text) => readVerifierKey(text) ?? []);
      expect(keys).toHaveLength(verifierKeys.length);
      const opened = openNote(bytes(note), keys);
      expect(opened !== undefined).toBe(expected.valid);
      expect(opened?.signers.map(({ name }) => name) ?? []).toEqual(
        expected.valid ? expected.verifiedSigners : [],
      );
    },
  );

  it("opens with the key that signed it, and with no bit changed", () => {
    const { secretKey, publicKey } = ed25519.keygen(new Uint8Array(32).fill(7));
    const key = { name: "moot.example.org/log", publicKey };
    const note = signNote("moot.example.org/log\n5\nAAAA\n", key, (text) =>
      ed25519.sign(text, secretKey),
    );
    expect(openNote(note, [key])?.text).toBe("moot.example.org/log\n5\nAAAA\n");
    expect(readVerifierKey(verifierKeyOf(key))).toEqual(key);
    const whole = utf8ToBytes(note);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: whole.length * 8 - 1 }), (bit) => {
        const changed = Uint8Array.from(whole);
        changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        expect(openNote(changed, [key])).toBeUndefined();
      }),
    );
  });
});

describe("a checkpoint", () => {
  it.each(checkpoints)("$id is read or refused as its source says", ({ body, expected }) => {
    const read = readCheckpoint(body);
    expect(read !== undefined).toBe(expected.valid);
    const told = read && {
      origin: read.origin,
      size: read.size,
      hash: toBase64(read.root),
      rest: read.more.map((line) => `${line}\n`).join(""),
    };
    expect(told).toEqual(
      expected.valid
        ? { origin: expected.origin, size: expected.size, hash: expected.hash, rest: expected.rest }
        : undefined,
    );
    expect(read && checkpointText(read)).toBe(read && body);
  });
});
