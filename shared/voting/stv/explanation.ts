import { commonStepCodes, explainTie, step } from "../explanation.ts";
import type { Step } from "../method.ts";
import type { Round, RoundTieRule, Tally } from "../tally.ts";

export const stvStepCodes = [
  ...commonStepCodes,
  "quota",
  "elected-in-round",
  "surplus-passed-on",
  "fewest-out",
  "eliminated-together",
  "eliminated-by-earlier-rounds",
  "eliminated-by-lot",
  "eliminated-by-chair",
  "same-are-elected",
  "depends-on-draw",
  "surplus-order-open",
] as const;
type Code = (typeof stvStepCodes)[number];

const outCodes: Record<RoundTieRule, Code> = {
  together: "eliminated-together",
  "first-choices": "eliminated-by-earlier-rounds",
  "earlier-stages": "eliminated-by-earlier-rounds",
  lot: "eliminated-by-lot",
  chair: "eliminated-by-chair",
  "no-effect": "same-are-elected",
  open: "depends-on-draw",
};

/** What a round's exclusion, or the tie at which the count stopped, is called. */
function codeOf({ tie, votes, quota = 0n }: Round): Code {
  if (!tie) return "fewest-out";
  const isAbove = tie.between.every((option) =>
    votes.some((entry) => entry.option === option && entry.votes > quota),
  );
  return isAbove && tie.rule === "open" ? "surplus-order-open" : outCodes[tie.rule];
}

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
    steps.push(step(codeOf(round), { options: { eliminated, between }, amounts, counts }));
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
