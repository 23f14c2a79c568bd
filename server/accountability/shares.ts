import type { ActionTally, Gap, Gaps } from "#shared/contract/accountability.ts";
import { type ActCell, ruledIn, tallyOf } from "#shared/accountability/acts.ts";
import {
  differenceOf,
  isMarked,
  type Proportion,
  shareOf,
} from "#shared/accountability/proportions.ts";

const appealed = ({ actions, appealed: count }: Counted): Proportion => ({ count, of: actions });
const overturned = (tally: Counted): Proportion => ({
  count: tally.overturned,
  of: ruledIn(tally),
});

type Counted = ReturnType<typeof tallyOf>;

/** What is counted in cells, with the shares that follow. */
export function viewTally(cells: readonly ActCell[]): ActionTally {
  const tally = tallyOf(cells);
  return {
    ...tally,
    appealedShare: shareOf(appealed(tally)),
    overturnedShare: shareOf(overturned(tally)),
  };
}

export function gapBetween(first: Proportion, second: Proportion): Gap | null {
  const gap = differenceOf(first, second);
  return gap && { ...gap, isMarked: isMarked(gap) };
}

/** How some actions differ from others in how often they were appealed, and overturned. */
export function gapsBetween(some: readonly ActCell[], others: readonly ActCell[]): Gaps {
  const [a, b] = [tallyOf(some), tallyOf(others)];
  return {
    appealed: gapBetween(appealed(a), appealed(b)),
    overturned: gapBetween(overturned(a), overturned(b)),
  };
}
