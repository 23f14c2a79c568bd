import { z } from "zod";
import { maxOptions, OptionKey, type BallotFault, type BallotList } from "./method.ts";
import { checkMentions, pointerTo } from "./option-index.ts";

/** Groups of options, best group first; options in one group are ranked equal. */
export const Ranking = z.array(z.array(OptionKey).min(1).max(maxOptions)).max(maxOptions);
export type Ranking = readonly (readonly string[])[];

/** What a ballot says about the options that it leaves out. */
export const Unranked = z.enum([
  /** they are level, below all that it ranks */
  "last",
  /** nothing: it takes no part in comparisons with them, so to be ranked last is worse than not at all */
  "ignored",
]);
export type Unranked = z.infer<typeof Unranked>;

export type RankedBallots = BallotList<{ readonly ranking: Ranking }>;

interface RankingRule {
  readonly options: readonly string[];
  readonly allowsTies: boolean;
}

/** Finds what is wrong with a ranking for these options. */
export function checkRanking(ranking: Ranking, rule: RankingRule): BallotFault[] {
  const mentions = ranking.flatMap((group, at) =>
    group.map((option, within) => ({ option, pointer: pointerTo("ranking", at, within) })),
  );
  const faults = checkMentions(mentions, rule.options);
  if (rule.allowsTies) return faults;
  const ties = ranking.flatMap((group, at): BallotFault[] => {
    if (group.length < 2) return [];
    const values = { place: at + 1, options: group.length };
    return [{ pointer: pointerTo("ranking", at), code: "tie-not-allowed", values }];
  });
  return [...faults, ...ties];
}
