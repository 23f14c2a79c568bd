import { z } from "zod";
import { inTransaction } from "#db/client.ts";
import { debateRoom } from "#shared/contract/event.ts";
import { opinionMapChanged } from "#shared/contract/opinions.ts";
import type { Deps } from "../deps.ts";
import { countResponses } from "../statements/public.ts";
import { analystOn } from "./analyst.ts";
import { analyseDebate } from "./analyse-debate.ts";
import { askFor, type DebateIds, newestRun } from "./store.ts";

/** What the job that analyses a debate is given. */
export const AnalyseOpinions = z.object({ communityId: z.uuid(), debateId: z.uuid() });

/** Between two analyses of a debate. */
const restSeconds = 2;
/** Up to so many responses an analysis takes less than a thread takes to begin, and nobody waits for it. */
const quicklyDone = 200;
/** To read ten million responses takes minutes, the first time. */
const mostMs = 600_000;

/**
 * Analyses a debate on the newest data, where that was not done a moment ago; then after a rest. Where it fails the queue
 * tries again, and the map of before stays with its time.
 */
export async function analyseOpinions(
  deps: Deps,
  ids: DebateIds,
  signal?: AbortSignal,
): Promise<void> {
  const before = await newestRun(deps.db, ids);
  const rest = restSeconds - (before?.age ?? restSeconds);
  if (rest > 0) await askFor(deps.db, ids, rest);
  else await makeMap(deps, ids, signal);
}

/** Makes a new map, unless nothing changed since the newest, and tells its room where anything came in. */
export async function makeMap(deps: Deps, ids: DebateIds, signal?: AbortSignal): Promise<void> {
  const { db } = deps;
  const { responses, visitors } = await countResponses(db, ids);
  const task = { ...ids, runId: deps.random.id() };
  const isQuick = responses + (visitors?.responses ?? 0) <= quicklyDone;
  const isNews = isQuick
    ? (await inTransaction(db, (tx) => analyseDebate(tx, task))).isNews
    : await analystOn(db).analyse(task, { mostMs, signal });
  if (isNews) tellMap(deps, ids);
}

function tellMap({ db, hub }: Deps, { communityId, debateId }: DebateIds): void {
  const room = debateRoom({ communityId, debateId });
  hub.tellLately(room, "opinion-map", () =>
    hub.fold(opinionMapChanged, { room }, async () => {
      const run = await newestRun(db, { communityId, debateId });
      if (!run) throw new Error("a map that is told of is there");
      return { communityId, debateId, runId: run.id, computedAt: run.computedAt.toISOString() };
    }),
  );
}
