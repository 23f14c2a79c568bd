import type { Outline } from "#shared/contract/claims.ts";
import { reviewersOf } from "#shared/argument-sources/grade.ts";
import type { Reviews, ReviewSums, Verdict } from "#shared/contract/reviews.ts";

/** What reviewers found of a debate's sources, by source. */
export interface Verdicts {
  readonly sums: ReadonlyMap<string, ReviewSums>;
  /** The reader's own. */
  readonly mine: ReadonlyMap<string, Verdict>;
}

export function verdictsOf({ reviews }: Pick<Outline, "reviews">): Verdicts {
  return {
    sums: new Map(reviews.sums.map(({ evidenceId, ...sums }) => [evidenceId, sums])),
    mine: new Map(reviews.mine.map(({ evidenceId, verdict }) => [evidenceId, verdict])),
  };
}

/** The sums as the room tells them; where none are left, the reader's own review has fallen too. */
export function withReviews(verdicts: Verdicts, told: Reviews["sums"]): Verdicts {
  const [sums, mine] = [new Map(verdicts.sums), new Map(verdicts.mine)];
  for (const { evidenceId, ...counts } of told) {
    sums.set(evidenceId, counts);
    if (reviewersOf(counts) === 0) mine.delete(evidenceId);
  }
  return { sums, mine };
}

/** The reader's own review of one source; undefined where there is none. */
export function withVerdict(
  verdicts: Verdicts,
  evidenceId: string,
  verdict: Verdict | undefined,
): Verdicts {
  const mine = new Map(verdicts.mine);
  if (verdict === undefined) mine.delete(evidenceId);
  else mine.set(evidenceId, verdict);
  return { ...verdicts, mine };
}
