import type { Step } from "./method.ts";
import type { Tally } from "./tally.ts";

/** Codes that every method may use. */
export const commonStepCodes = ["no-votes", "tied", "settled-by-lot", "settled-by-chair"] as const;
type CommonCode = (typeof commonStepCodes)[number];

type Values = Partial<Omit<Step, "code">>;

/** One sentence, without the words. */
export function step<Code extends string>(code: Code, values: Values = {}): Step<Code> {
  return { code, options: {}, amounts: {}, counts: {}, ...values };
}

/** Says that there is a tie for winning, and what settled it. */
export function explainTie({ tie, winners }: Tally): Step<CommonCode>[] {
  if (!tie) return [];
  const { between, places, rule } = tie;
  if (rule === "none") return [step("tied", { options: { between }, counts: { places } })];
  const chosen = winners.filter((winner) => between.includes(winner));
  const code = rule === "lot" ? "settled-by-lot" : "settled-by-chair";
  return [step(code, { options: { between, chosen }, counts: { places } })];
}

/** Those who win whatever becomes of an open tie. */
export function certainWinners({ tie, winners }: Tally): readonly string[] {
  if (tie?.rule !== "none") return winners;
  return winners.filter((winner) => !tie.between.includes(winner));
}

type ScoreStep<Code extends string> = Step<Code | "next-best" | CommonCode>;

/** The best of those who do not win, and how far behind; not where a tie says it already. */
function explainNext<Code extends string>(
  tally: Tally,
  scoreOf: ReadonlyMap<string, bigint>,
): ScoreStep<Code>[] {
  const next = tally.ranking.find((group) => !group.some((one) => tally.winners.includes(one)));
  const last = tally.winners.at(-1);
  if (!next || last === undefined || tally.tie) return [];
  const score = scoreOf.get(next[0] ?? "") ?? 0n;
  const behind = (scoreOf.get(last) ?? 0n) - score;
  return [step("next-best", { options: { next }, amounts: { score, behind } })];
}

/** Explains a result that follows from the scores alone: who has most, who comes next, what was tied. */
export function explainByScore<Code extends string>(tally: Tally, most: Code): ScoreStep<Code>[] {
  if (tally.weight === 0n) return [step("no-votes"), ...explainTie(tally)];
  const scoreOf = new Map(tally.scores.map(({ option, score }) => [option, score]));
  const tied = tally.tie?.between ?? [];
  const clear = tally.winners.filter((winner) => !tied.includes(winner));
  const won = clear.map((winner) => {
    const of = tally.support?.find(({ option }) => option === winner)?.of ?? 0n;
    const amounts = { score: scoreOf.get(winner) ?? 0n, of };
    return step(most, { options: { winner: [winner] }, amounts });
  });
  const tie = explainTie(tally).map((one) => {
    return { ...one, amounts: { score: scoreOf.get(tied[0] ?? "") ?? 0n } };
  });
  return [...won, ...explainNext<Code>(tally, scoreOf), ...tie];
}
