import { describe, expect, it } from "vitest";
import { toBase64 } from "#shared/merkle/bytes.ts";
import { leafOf } from "#shared/ledger/entry.ts";
import { testEntry, testSigner } from "#shared/ledger/testing-ledger.ts";
import { consistencyRanges, hashOfRange } from "#shared/merkle/ranges.ts";
import { rootOf } from "#shared/merkle/tree.ts";
import { judge } from "./judging.ts";

const leaves = Array.from({ length: 9 }, (_, seq) => leafOf(testEntry(seq)));
const nodeAt = ({ level, index }: { level: number; index: number }) =>
  rootOf(leaves, index * 2 ** level, (index + 1) * 2 ** level);
const prove = (from: number, to: number) =>
  Promise.resolve(consistencyRanges(from, to).map((range) => toBase64(hashOfRange(range, nodeAt))));
const headAt = (size: number, of = leaves, signer = 1) => {
  const { key, verifierKey } = testSigner(signer);
  return { origin: key.name, size, root: toBase64(rootOf(of, 0, size)), verifierKey };
};

describe("a ledger seen again", () => {
  it("is found right where it grew from what was seen", async () => {
    expect(await judge(null, headAt(5), prove)).toMatchObject({ kind: "first" });
    expect(await judge(headAt(5), headAt(5), prove)).toMatchObject({ kind: "same" });
    expect(await judge(headAt(5), headAt(9), prove)).toEqual({
      isRight: true,
      kind: "grown",
      since: 5,
    });
  });

  it("is found wrong where it is shorter, another, or unsigned", async () => {
    const other = leaves.with(1, leafOf(testEntry(77)));
    expect(await judge(headAt(5, other), headAt(9), prove)).toMatchObject({
      kind: "contradiction",
      fault: { code: "history-other", values: { seen: 5, size: 9 } },
    });
    expect(await judge(headAt(9), headAt(5), prove)).toMatchObject({
      kind: "contradiction",
      fault: { code: "history-shorter", values: { seen: 9, size: 5 } },
    });
    expect(await judge(headAt(5), null, prove)).toMatchObject({ kind: "unsigned" });
    expect(await judge(headAt(5), headAt(9, leaves, 2), prove)).toMatchObject({
      kind: "key-changed",
    });
  });
});
