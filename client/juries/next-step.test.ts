import { expect, it } from "vitest";
import type { Dispute } from "#shared/contract/disputes.ts";
import { nextStepOf, stationOf } from "./next-step.ts";

type Seat = NonNullable<Dispute["mine"]["seat"]>;
type Can = Partial<Dispute["can"]>;

function dispute(stage: Dispute["stage"], seat: Partial<Seat> | null, can: Can = {}) {
  const whole = { status: "serving", hasCommitted: false, hasVoted: false, ...seat };
  return { stage, can, mine: { seat: seat && whole } } as unknown as Dispute;
}

it.each([
  ["no-seat", dispute("deliberation", null), false],
  ["answer", dispute("summoning", { status: "invited" }, { answerSummons: true }), false],
  ["answer", dispute("voting", { status: "invited" }, { answerSummons: true }), false],
  ["wait", dispute("summoning", {}), false],
  ["judge", dispute("deliberation", {}, { commitVote: true }), false],
  ["judge", dispute("voting", {}, { commitVote: true }), false],
  ["committed", dispute("voting", { hasCommitted: true }, { commitVote: true }), true],
  ["committed", dispute("voting", { hasCommitted: true }, { commitVote: true }), false],
  ["tell", dispute("revealing", { hasCommitted: true }, { tellVote: true }), true],
  ["find-vote", dispute("revealing", { hasCommitted: true }, { tellVote: true }), false],
  ["told", dispute("revealing", { hasCommitted: true, hasVoted: true }), false],
  ["not-voted", dispute("revealing", {}), false],
  ["ruled", dispute("ruled", { hasVoted: true }), false],
  ["out", dispute("deliberation", { status: "declined" }), false],
  ["out", dispute("ruled", { status: "did-not-vote" }), false],
  ["over", dispute("withdrawn", {}), true],
] as const)("the next step is %s (case %#)", (step, at, hasKeptVote) => {
  expect(nextStepOf(at, hasKeptVote)).toBe(step);
});

it("a case has no station of a jury before one is called", () => {
  const stages = ["mediation", "statements", "drawing", "summoning", "revealing", "ruled"] as const;
  expect(stages.map((stage) => stationOf({ stage }))).toEqual([
    null,
    null,
    null,
    "seat",
    "tell",
    "ruling",
  ]);
});
