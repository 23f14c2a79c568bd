import { describe, expect, it } from "vitest";
import { opensVote } from "#shared/lottery/vote.ts";
import { backupOf, readBackup, readVote, sealVote, withoutSeat, withVote } from "./votes.ts";

const seat = { disputeId: "01980000-0000-7000-8000-000000000002", level: 1, juror: "a".repeat(64) };
let calls = 0;
const random = (count: number) => {
  calls += 1;
  return new Uint8Array(count).fill(calls);
};
const vote = (reason = "It was a question, and no insult.") =>
  sealVote(seat, { choice: "overturn", reason }, random);

describe("a sealed vote", () => {
  it("is opened by its own choice and salt, for this juror, case and jury alone", () => {
    const sealed = vote();
    expect(sealed.salt).toMatch(/^[0-9a-f]{64}$/);
    expect(opensVote(sealed.commitment, sealed)).toBe(true);
    expect(opensVote(sealed.commitment, { ...sealed, choice: "uphold" })).toBe(false);
    expect(opensVote(sealed.commitment, { ...sealed, level: 2 })).toBe(false);
    expect(opensVote(sealed.commitment, { ...sealed, juror: "b".repeat(64) })).toBe(false);
  });

  it("has another salt each time, so that the same choice is not recognised", () => {
    expect(vote().commitment).not.toBe(vote().commitment);
  });
});

describe("what this browser keeps", () => {
  it("is believed only where it opens what it says", () => {
    const sealed = vote();
    expect(readVote(JSON.parse(JSON.stringify(sealed)))).toEqual(sealed);
    expect(readVote({ ...sealed, choice: "uphold" })).toBeUndefined();
    for (const other of [null, "x", 3, [], {}, { ...sealed, salt: 3 }]) {
      expect(readVote(other)).toBeUndefined();
    }
  });

  it("holds each vote once, the latest last, and thirty at most", () => {
    const first = vote();
    const again = withVote(withVote([], first), first);
    expect(again).toEqual([first]);
    const many = Array.from({ length: 40 }, () => vote()).reduce(withVote, again);
    expect(many).toHaveLength(30);
    expect(many).not.toContain(first);
  });

  it("holds nothing of a seat once that is done, and all of others", () => {
    const other = sealVote({ ...seat, level: 2 }, { choice: "uphold", reason: "-" }, random);
    expect(withoutSeat([vote(), other, vote()], seat)).toEqual([other]);
  });
});

describe("a backup", () => {
  it("brings the vote to another browser as it was", () => {
    const sealed = vote("Because of this:\n“a question”.");
    expect(readBackup(backupOf(sealed))).toEqual(sealed);
  });

  it("that is none, or was changed, brings nothing", () => {
    const text = backupOf(vote());
    for (const other of ["", "null", "[]", "{", '{"format":"folkmoot-draw-1"}']) {
      expect(readBackup(other)).toBeUndefined();
    }
    expect(readBackup(text.replace("overturn", "uphold"))).toBeUndefined();
  });
});
