import { verify as verifySignature } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toBase64 } from "../merkle/bytes.ts";
import type { SignatureCheck } from "../merkle/note.ts";
import type { LedgerExportLine } from "./export.ts";
import { leafOf } from "./entry.ts";
import {
  testCommunity,
  testEntry,
  testExport,
  testRotation,
  testSigner,
  textOf,
} from "./testing-ledger.ts";
import { verifyExport } from "./verify-export.ts";

/** The same check by a library of the system's, which is faster. */
const spki = Buffer.from("302a300506032b6570032100", "hex");
const isSigned: SignatureCheck = (publicKey, message, signature) => {
  const key = Buffer.concat([spki, publicKey]);
  return verifySignature(null, message, { key, format: "der", type: "spki" }, signature);
};

const entries = Array.from({ length: 9 }, (_, seq) => testEntry(seq));
const plain = () => testExport({ entries, signedAt: [2, 6, 9] });
const rotated = () =>
  testExport({ entries: entries.with(6, testRotation(6)), signedAt: [3, 6, 8, 9], rotateAt: 7 });

const verify = (lines: readonly LedgerExportLine[], options = {}) =>
  verifyExport(textOf(lines), options);
const told = (lines: readonly LedgerExportLine[], options = {}) =>
  verify(lines, options).faults.map(({ code, seq }) => `${code} ${seq}`);
const changed = (
  lines: LedgerExportLine[],
  change: (line: LedgerExportLine) => LedgerExportLine | null,
) => lines.flatMap((line) => change(structuredClone(line)) ?? []);

describe("an export that is right", () => {
  it("is found so, with what it holds", () => {
    const found = verify(plain());
    expect(found).toMatchObject({ isRight: true, faults: [], entries: 9, checkpoints: 3 });
    expect(found.words).toEqual({ compared: 9, deleted: 0 });
    expect(found.witnesses.map(({ name, size }) => [name, size])).toEqual([
      ["witness.example.org", 9],
    ]);
    expect(found.head).toMatchObject({ origin: `moot.example.org/${testCommunity}`, size: 9 });
  });

  it("stays so when words are deleted: their commitments say nothing any more", () => {
    const lines = changed(plain(), (line) =>
      line.type === "entry" ? { ...line, words: [] } : line,
    );
    expect(verify(lines)).toMatchObject({ isRight: true, words: { compared: 0, deleted: 9 } });
  });

  it("may change its key, by an entry that the key before signed", () => {
    const found = verify(rotated());
    expect(found).toMatchObject({ isRight: true, rotations: [{ seq: 6, isVouchedFor: true }] });
    expect(verify(rotated(), { keys: [testSigner(1).verifierKey] }).isKeyKnown).toBe(true);
  });
});

describe("one byte that is another", () => {
  const isFoundIn = (text: string) => {
    const bytes = new TextEncoder().encode(text);
    const read = new TextDecoder();
    const at = fc.nat({ max: bytes.length - 1 });
    const isFound = (place: number, turn: number) => {
      const other = bytes.with(place, (bytes[place] ?? 0) ^ turn);
      return !verifyExport(read.decode(other), { isSigned }).isRight;
    };
    return fc.check(fc.property(at, fc.integer({ min: 1, max: 255 }), isFound), { numRuns: 120 });
  };

  it("is found wherever it stands, a change of keys or not", { timeout: 30_000 }, () => {
    expect(isFoundIn(textOf(plain())).counterexample).toBeNull();
    expect(isFoundIn(textOf(rotated())).counterexample).toBeNull();
  });
});

describe("a history that was changed", () => {
  it("says which entry was edited", () => {
    const lines = changed(plain(), (line) =>
      line.type === "entry" && line.entry.seq === 4
        ? { ...line, entry: { ...line.entry, subject: "another" } }
        : line,
    );
    expect(told(lines)).toEqual(["entry-changed 4"]);
  });

  it("says between which signatures, where its hash was changed too", () => {
    const lines = changed(plain(), (line) => {
      if (line.type !== "entry" || line.entry.seq !== 4) return line;
      const entry = { ...line.entry, subject: "another" };
      return { ...line, entry, leafHash: toBase64(leafOf(entry)) };
    });
    expect(told(lines)).toEqual(["root-other 2", "root-other 2"]);
    expect(verify(lines).faults[0]?.values).toMatchObject({ from: 2, to: 5 });
  });

  it("says which entry was deleted, or stands elsewhere", () => {
    const without = changed(plain(), (line) =>
      line.type === "entry" && line.entry.seq === 4 ? null : line,
    );
    expect(told(without)[0]).toBe("entry-missing 4");
    const [header, one, two, ...rest] = plain() as [
      LedgerExportLine,
      LedgerExportLine,
      LedgerExportLine,
    ];
    expect(told([header, two, one, ...rest])[0]).toBe("entry-missing 0");
  });

  it("says whose words are not what was committed to", () => {
    const lines = changed(plain(), (line) =>
      line.type === "entry" && line.entry.seq === 3
        ? { ...line, words: line.words.map((one) => ({ ...one, value: "no reason" })) }
        : line,
    );
    expect(told(lines)).toEqual(["words-changed 3"]);
  });

  it("is signed by nobody who may: neither another key nor the right one over something else", () => {
    const other = testSigner(5);
    const forged = changed(plain(), (line) =>
      line.type === "checkpoint" && line.size === 6
        ? { ...line, signedBy: other.verifierKey }
        : line,
    );
    expect(told(forged)).toContain("checkpoint-unsigned 5");
    const bigger = changed(plain(), (line) =>
      line.type === "checkpoint" ? { ...line, note: line.note.replace("\n6\n", "\n7\n") } : line,
    );
    expect(told(bigger)).toEqual(["checkpoint-unsigned 5"]);
  });

  it("takes no key that no entry names, or that nobody vouched for unless the reader knows it", () => {
    expect(told(testExport({ entries, signedAt: [6, 9], rotateAt: 7 }))).toEqual(["key-unnamed 8"]);
    const recipe = { signedAt: [6, 9], rotateAt: 7, isVouchedFor: false };
    const hidden = testExport({ ...recipe, entries: entries.with(6, testRotation(6)) });
    expect(told(hidden)).toEqual(["key-unvouched 6"]);
    const lost = testExport({ ...recipe, entries: entries.with(6, testRotation(6, false)) });
    expect(told(lost)).toEqual(["key-unvouched 6"]);
    expect(told(lost, { keys: [testSigner(2).verifierKey] })).toEqual([]);
    expect(told(plain(), { keys: [testSigner(2).verifierKey] })).toEqual(["key-other null"]);
  });
});

describe("what was seen before", () => {
  const seen = verify(testExport({ entries: entries.slice(0, 6), signedAt: [6] })).head;

  it("must be the beginning of what is there now", () => {
    expect(verify(plain(), { seen }).isRight).toBe(true);
    const other = entries.with(1, testEntry(1, { subject: "another" }));
    expect(told(testExport({ entries: other, signedAt: [9] }), { seen })).toEqual([
      "history-other null",
    ]);
  });

  it("does not get shorter, and the ledger's own word for it is told", () => {
    const restored = [
      ...entries.slice(0, 3),
      testEntry(3, { kind: "ledger.restored", payload: { signedSize: 6 } }),
    ];
    const lines = testExport({ entries: restored, signedAt: [4] });
    expect(verify(lines, { seen }).faults).toMatchObject([
      { code: "history-shorter", seq: 4, values: { seen: 6, size: 4, restores: "3" } },
    ]);
    expect(verify(lines).isRight).toBe(true);
  });

  it("was of the same community", () => {
    const elsewhere = seen && { ...seen, origin: "moot.example.org/another" };
    expect(told(plain(), { seen: elsewhere })).toEqual(["origin-other null"]);
  });
});
