import type { Db } from "#db/client.ts";
import type { ArgumentBridging } from "#shared/contract/bridging.ts";
import type { DebateIds } from "../store.ts";
import { scoreThings, unscored } from "./score.ts";
import { countedThings, hasMoreRatings, ratedThings, versionInSight } from "./store.ts";

/** Scores of more ratings would take too long to wait for. */
const mostScored = 1_000_000;

/**
 * How far what is rated in a debate bridges viewpoints, as far as there are not too many ratings to say so: where
 * responses to statements make them too many, the argument is scored without them, as if it had no summary.
 */
export async function scoreDebate(
  db: Db,
  ids: DebateIds,
  most = mostScored,
): Promise<ArgumentBridging> {
  const version = await versionInSight(db, ids);
  const all = { ...ids, version };
  const argument = { ...ids, version: null };
  if (!(await hasMoreRatings(db, all, most))) {
    return scoreThings(await ratedThings(db, all), version);
  }
  const told = unscored(await countedThings(db, all), version);
  if (await hasMoreRatings(db, argument, most)) return told;
  return { ...scoreThings(await ratedThings(db, argument), null), summary: told.summary };
}
