import { describe, expect, it } from "vitest";
import type { CommitmentSummary } from "#shared/contract/commitments.ts";
import { spansOf } from "./spans.ts";

const of = (more: Partial<CommitmentSummary>) =>
  ({
    id: "a",
    parentId: null,
    state: "accepted",
    createdAt: "2026-01-01T00:00:00.000Z",
    dueAt: "2026-01-11T00:00:00.000Z",
    doneAt: null,
    ...more,
  }) as CommitmentSummary;
const now = Date.parse("2026-01-06T00:00:00.000Z");

describe("the timeline of commitments", () => {
  it("lies between the first and the last of them, with now where it is", () => {
    const done = of({
      id: "b",
      dueAt: "2026-01-03T12:00:00.000Z",
      doneAt: "2026-01-06T00:00:00.000Z",
    });
    const { spans, now: at } = spansOf([of({}), done], now);
    expect(at).toBe(0.5);
    expect(
      spans.map(({ commitment, from, to, done: ended }) => [commitment.id, from, to, ended]),
    ).toEqual([
      ["b", 0, 0.25, 0.5],
      ["a", 0, 1, null],
    ]);
  });

  it("leaves out parts, and what nobody promises any more", () => {
    const items = [of({ parentId: "x" }), of({ state: "declined" }), of({ state: "withdrawn" })];
    expect(spansOf(items, now).spans).toEqual([]);
  });
});
