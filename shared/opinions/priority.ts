import { seen, type Votes } from "./group-votes.ts";

/** What statements about people themselves have, whoever answered them how. */
export const metaPriority = 49;

/** 2 to the power of -1/5. */
const fifthOfHalf = 0.8705505632961241;

/** What is new is worth up to nine times as much; after five responses half of that is gone, and so on. */
function novelty(responses: number): number {
  let power = 1;
  // Beyond these nothing is left of it.
  for (let time = 0; time < Math.min(responses, 400); time += 1) power *= fifthOfHalf;
  return 1 + 8 * power;
}

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
