import { commonStepCodes, explainTie, step } from "./explanation.ts";
import type { Step } from "./method.ts";
import type { Round, RoundTieRule, Tally } from "./tally.ts";

export const irvStepCodes = [
  ...commonStepCodes,
  "majority-in-round",
  "eliminated",
  "eliminated-together",
  "eliminated-by-first-choices",
  "eliminated-by-lot",
  "eliminated-by-chair",
  "last-two-level",
  "every-order-elects",
  "depends-on-draw",
] as const;
type Code = (typeof irvStepCodes)[number];

const outCodes: Record<RoundTieRule, Code> = {
  together: "eliminated-together",
  "first-choices": "eliminated-by-first-choices",
  "earlier-stages": "eliminated-by-first-choices",
  lot: "eliminated-by-lot",
  chair: "eliminated-by-chair",
  "no-effect": "every-order-elects",
  open: "depends-on-draw",
};

function explainRound(round: Round, number: number): Step<Code> {
  const votesOf = (option: string | undefined) =>
    round.votes.find((entry) => entry.option === option)?.votes ?? 0n;
  const of = round.votes.reduce((sum, { votes }) => sum + votes, 0n);
  const { tie, elected, eliminated } = round;
  const between = tie?.between ?? [];
  const counts = { round: number };
  if (between.length === 2 && round.votes.length === 2) {
    const amounts = { votes: votesOf(between[0]), of };
    return step("last-two-level", { options: { between }, amounts, counts });
  }
  if (tie?.rule === "no-effect") {
    return step("every-order-elects", { options: { between, winner: elected }, counts });
  }
  if (elected.length > 0) {
    const amounts = { votes: votesOf(elected[0]), of };
    return step("majority-in-round", { options: { winner: elected }, amounts, counts });
  }
  const code = tie ? outCodes[tie.rule] : "eliminated";
  const amounts = { votes: votesOf(eliminated[0] ?? between[0]), of };
  return step(code, { options: { eliminated, between }, amounts, counts });
}

/** Tells the rounds of an instant runoff one by one. */
export function explainIrv(tally: Tally): Step<Code>[] {
  if (tally.rounds[0]?.votes.every(({ votes }) => votes === 0n)) {
    return [step("no-votes"), ...explainTie(tally)];
  }
  return [...tally.rounds.map((round, at) => explainRound(round, at + 1)), ...explainTie(tally)];
}
