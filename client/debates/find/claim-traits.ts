import { isContested } from "#shared/argument-sources/grade.ts";
import type { Claim } from "#shared/contract/claims.ts";
import type { Spread } from "#shared/contract/reading.ts";
import type { Trait } from "#shared/finding/narrow.ts";
import type { LiveOutline } from "../queries.ts";

/** Ratings that lie a whole step or more from their mean. */
const wideSpread = 1;

export interface Reader {
  /** As a participant; null for who is no member. */
  readonly participantId: string | null;
  /** Until when they had read; null where nobody knows. */
  readonly since: string | null;
  readonly bookmarked: readonly string[];
  /** Claims that somebody marked for review. */
  readonly marked: readonly string[];
  /** Whether they asked to see all ratings and reviews. */
  readonly isRevealed: boolean;
}

export type Traits = Readonly<Record<Trait, ReadonlySet<string>>>;

/** Whether a claim is neither withdrawn nor put away. */
export const isStanding = ({ withdrawnAt, archivedAt }: Claim) =>
  withdrawnAt === undefined && archivedAt === undefined;

/** Whether others have said it since the reader was here. */
export const isNewTo = (
  { createdAt, authorId }: Pick<Claim, "createdAt" | "authorId">,
  { since, participantId }: Pick<Reader, "since" | "participantId">,
): boolean => since !== null && createdAt > since && authorId !== participantId;

/**
 * Which claims have which trait, to this reader. What others rated and found of sources sways, so
 * it counts only where the reader has rated or reviewed, or asked to see all.
 */
export function traitsOf(
  { claims, evidence, verdicts, ratings }: LiveOutline,
  spreads: readonly Spread[],
  reader: Reader,
): Traits {
  const standing = claims.filter(isStanding);
  const having = (has: (claim: Claim) => boolean) =>
    new Set(standing.filter(has).map(({ id }) => id));
  const sourced = new Set(evidence.map(({ claimId }) => claimId));
  const contested = new Set(
    evidence
      .filter(({ id }) => {
        const sums = verdicts.sums.get(id);
        const isShown = reader.isRevealed || verdicts.mine.has(id);
        return isShown && sums !== undefined && isContested(sums);
      })
      .map(({ claimId }) => claimId),
  );
  const split = new Set(
    spreads.filter(({ spread }) => spread >= wideSpread).map(({ claimId }) => claimId),
  );
  const kept = new Set(reader.bookmarked);
  const marked = new Set(reader.marked);
  const isShown = (id: string) => reader.isRevealed || ratings.mine.truth.has(id);
  return {
    unsourced: having(({ id }) => !sourced.has(id)),
    contested: having(({ id }) => contested.has(id)),
    disputed: having(({ id }) => split.has(id) && isShown(id)),
    marked: having(({ id }) => marked.has(id)),
    new: having((claim) => isNewTo(claim, reader)),
    bookmarked: having(({ id }) => kept.has(id)),
  };
}
