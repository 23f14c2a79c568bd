import { seen, type Votes } from "./group-votes.ts";

/** What statements about people themselves have, whoever answered them how. */
export const metaPriority = 49;

/** 2 to the power of -1/5. */
const fifthOfHalf = 0.8705505632961241;

/** Beyond so many responses nothing is left of novelty. */
const mostPowers = 400;
const powers = new Float64Array(mostPowers + 1).fill(1);
for (let times = 1; times <= mostPowers; times += 1) {
  powers[times] = (powers[times - 1] ?? 0) * fifthOfHalf;
}

/** What is new is worth up to nine times as much; after five responses half of that is gone, and so on. */
const novelty = (responses: number): number =>
  1 + 8 * (powers[Math.min(responses, mostPowers)] ?? 0);

export interface Worth extends Votes {
  /** how far from the middle of the map agreeing with it leads; 0 where there is no map yet */
  readonly extremity: number;
}

/**
 * How much a further response to a statement tells: importance times novelty, squared (Polis, priority-metric). What
 * many pass on tells little; what lies far out tells much. Polis has wide agreement count alone; where rejection counts
 * too, the larger share of both does.
 */
export function priorityOf(worth: Worth, rejectionCounts: boolean): number {
  const responses = seen(worth);
  const passing = (worth.passes + 1) / (responses + 2);
  const side = rejectionCounts ? Math.max(worth.agrees, worth.disagrees) : worth.agrees;
  const importance = (1 - passing) * (worth.extremity + 1) * ((side + 1) / (responses + 2));
  const priority = importance * novelty(responses);
  return priority * priority;
}
