import type { Dispute } from "#shared/contract/disputes.ts";

/** What a juror does next, or waits for. */
export const jurorSteps = [
  "answer",
  "wait",
  "judge",
  "committed",
  "tell",
  "find-vote",
  "told",
  "not-voted",
  "ruled",
  "out",
  "over",
  "no-seat",
] as const;
export type JurorStep = (typeof jurorSteps)[number];

type Case = Pick<Dispute, "stage" | "mine" | "can">;

const ended: readonly Dispute["stage"][] = ["withdrawn", "community"];

/** Where a juror stands in a case. */
export function nextStepOf({ stage, mine, can }: Case, hasKeptVote: boolean): JurorStep {
  const { seat } = mine;
  if (seat === null) return "no-seat";
  if (can.answerSummons) return "answer";
  if (ended.includes(stage)) return "over";
  if (seat.status !== "serving") return "out";
  if (stage === "ruled") return "ruled";
  if (can.tellVote) return hasKeptVote ? "tell" : "find-vote";
  if (stage === "revealing") return seat.hasVoted ? "told" : "not-voted";
  if (!can.commitVote) return "wait";
  return seat.hasCommitted ? "committed" : "judge";
}

/** The way of a jury, as somebody sees it who has a seat. */
export const stations = ["seat", "hear", "vote", "tell", "ruling"] as const;
export type Station = (typeof stations)[number];

const stationAt: Partial<Record<Dispute["stage"], Station>> = {
  summoning: "seat",
  deliberation: "hear",
  voting: "vote",
  revealing: "tell",
  ruled: "ruling",
};

/** At which of them a case is; null where no jury is called yet, or any more. */
export const stationOf = ({ stage }: Pick<Dispute, "stage">): Station | null =>
  stationAt[stage] ?? null;
