import { describe, expect, test } from "vitest";
import type { Outline } from "#shared/contract/claims.ts";
import { ratingsOf } from "./ratings.ts";
import { changesBetween, Scales, standingOf } from "./standing.ts";

const at = "2026-01-01T00:00:00.000Z";
const thing = (id: string) => ({ id, authorId: "ada", version: 1, createdAt: at });
const claim = (id: string, sum: number) => ({
  ...thing(id),
  text: id,
  language: "en" as const,
  truth: { count: 20, sum },
});
const edge = (claimId: string, side: "pro" | "con", targetId: string) => ({
  id: `${claimId}>${targetId}`,
  claimId,
  side,
  targetKind: "claim" as const,
  targetId,
  relevance: { count: 20, sum: 80 },
});
const argument = {
  positions: [{ ...thing("p"), title: "P", text: "" }],
  claims: [claim("support", 80), claim("attack", 80), { ...claim("gone", 80), withdrawnAt: at }],
  edges: [edge("support", "pro", "p"), edge("attack", "con", "support"), edge("gone", "pro", "p")],
};
const ratings = ratingsOf({
  ...argument,
  mine: { truth: [], relevance: [] },
} as unknown as Outline);

describe("how a thing stands", () => {
  test("is a word", () => {
    const words = [0.9, 0.55, 0.5, 0.45, null, undefined].map(standingOf);
    expect(words).toEqual(["stands", "stands", "contested", "falls", "undecided", "undecided"]);
  });

  test("leaves out what was withdrawn", () => {
    const { strengths } = new Scales(argument, ratings).whole;
    expect(strengths.has("gone")).toBe(false);
    expect(strengths.get("attack")).toBe(0.9);
  });

  test("can be tried without a claim, and says what then stands otherwise", () => {
    const scales = new Scales(argument, ratings);
    const off = scales.without(new Set(["support"]));
    expect(standingOf(scales.whole.strengths.get("p"))).toBe("stands");
    expect(changesBetween(argument, scales.whole, off)).toEqual([
      { id: "p", before: "stands", after: "contested" },
    ]);
    expect(scales.whole).toBe(scales.whole);
  });
});
