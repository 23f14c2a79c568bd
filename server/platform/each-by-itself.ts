import { factsOf, type Log } from "./log.ts";

/**
 * Does something by the clock with each of many. One that fails is logged by its ids, holds up none of the others, and
 * is tried again when the clock next asks for what is due.
 */
export async function eachByItself<Ids extends object>(
  log: Log,
  all: readonly Ids[],
  work: (ids: Ids) => Promise<void>,
): Promise<void> {
  for (const ids of all) {
    try {
      await work(ids);
    } catch (error) {
      log.error({ ids, ...factsOf(error) }, "one of many could not be settled");
    }
  }
}
