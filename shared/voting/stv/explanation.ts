import { commonStepCodes, explainTie, step } from "../explanation.ts";
import type { Step } from "../method.ts";
import type { Round, RoundTieRule, Tally } from "../tally.ts";

export const stvStepCodes = [
  ...commonStepCodes,
  "quota",
  "elected-in-round",
  "surplus-passed-on",
  "eliminated",
  "eliminated-together",
  "eliminated-by-earlier-rounds",
  "eliminated-by-lot",
  "eliminated-by-chair",
  "every-order-elects",
  "depends-on-draw",
] as const;
type Code = (typeof stvStepCodes)[number];

const outCodes: Record<RoundTieRule, Code> = {
  together: "eliminated-together",
  "first-choices": "eliminated-by-earlier-rounds",
  "earlier-stages": "eliminated-by-earlier-rounds",
  lot: "eliminated-by-lot",
  chair: "eliminated-by-chair",
  "no-effect": "every-order-elects",
  open: "depends-on-draw",
};

function explainRound(round: Round, number: number): Step<Code>[] {
  const { elected, eliminated, tie, passedOn = [], quota = 0n } = round;
  const counts = { round: number };
  const votesOf = (option: string | undefined) =>
    round.votes.find((entry) => entry.option === option)?.votes ?? 0n;
  const steps: Step<Code>[] = elected.map((option) => {
    const amounts = { votes: votesOf(option), of: quota };
    return step("elected-in-round", { options: { winner: [option] }, amounts, counts });
  });
  for (const option of passedOn) {
    const amounts = { votes: votesOf(option) - quota };
    steps.push(step("surplus-passed-on", { options: { winner: [option] }, amounts, counts }));
  }
  const between = tie?.between ?? [];
  if (eliminated.length > 0 || (tie && passedOn.length === 0)) {
    const amounts = { votes: votesOf(eliminated[0] ?? between[0]) };
    const code = tie ? outCodes[tie.rule] : "eliminated";
    steps.push(step(code, { options: { eliminated, between }, amounts, counts }));
  }
  return steps;
}

/** Tells the stages of a transferable count one by one. */
export function explainStv(tally: Tally): Step<Code>[] {
  if (tally.weight === 0n) return [step("no-votes"), ...explainTie(tally)];
  const quota = tally.rounds[0]?.quota ?? 0n;
  const rounds = tally.rounds.flatMap((round, at) => explainRound(round, at + 1));
  return [step("quota", { amounts: { votes: quota } }), ...rounds, ...explainTie(tally)];
}
