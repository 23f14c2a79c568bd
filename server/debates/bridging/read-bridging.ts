import { addressOf, type Db } from "#db/client.ts";
import type {
  ArgumentBridging,
  readArgumentBridging as contract,
} from "#shared/contract/bridging.ts";
import type { Deps } from "../../deps.ts";
import type { Call } from "../../platform/mount.ts";
import { oncePer } from "../../platform/once-per.ts";
import { askThread } from "../../platform/thread.ts";
import { readableDebate } from "../readable-debate.ts";
import type { DebateIds } from "../store.ts";
import { scoreThings } from "./score.ts";
import { hasMoreRatings, ratedThings, versionInSight } from "./store.ts";

/** What the thread is given. */
export interface Task {
  readonly ids: DebateIds;
  readonly databaseUrl: string;
}

/** Up to so many ratings are scored sooner than a thread begins, and nobody waits for it. */
const quicklyDone = 1_000;
/** Scores of more ratings are for everybody who asks within so long, or within as many times what they took. */
const keptMs = 10_000;
const keptTimes = 5;

const keptOn = oncePer((_db: Db) => new Map<string, Promise<ArgumentBridging>>());

/** Which claims and sources, and whether the summary, are found good by people who usually differ, as ratings are now. */
export async function readArgumentBridging(
  deps: Deps,
  { standing, params }: Call<typeof contract>,
): Promise<ArgumentBridging> {
  const { db } = deps;
  const { communityId, debateId } = params;
  await readableDebate(deps, standing, params);
  const version = await versionInSight(db, params);
  const scope = { communityId, debateId, version };
  if (await hasMoreRatings(db, scope, quicklyDone)) {
    return scoredApart(db, { communityId, debateId });
  }
  return scoreThings(await ratedThings(db, scope), version);
}

/** The same in a thread of its own, once for all who ask for it together. */
function scoredApart(db: Db, ids: DebateIds): Promise<ArgumentBridging> {
  const kept = keptOn(db);
  const key = `${ids.communityId} ${ids.debateId}`;
  const known = kept.get(key);
  if (known) return known;
  const task: Task = { ids, databaseUrl: addressOf(db) };
  const began = performance.now();
  const scored = askThread<ArgumentBridging>("debates/bridging-worker", task);
  const forget = () => kept.delete(key);
  kept.set(key, scored);
  scored.then(() => {
    const took = performance.now() - began;
    setTimeout(forget, Math.max(keptMs, keptTimes * took)).unref();
  }, forget);
  return scored;
}
