import { setImmediate as turn } from "node:timers/promises";
import type { Db } from "#db/client.ts";
import { oncePer } from "../platform/once-per.ts";
import { PackedGroups } from "./people.ts";
import { type DebateIds, findRun, newestRun, peopleOf, type RunRow } from "./store.ts";

const keptRuns = 8;
/** After so many people everybody else has a turn. */
const atOnce = 500;

/** Runs as they are asked for. The last few are kept in memory, once for all who ask: they never change, and are large. */
export const runsOn = oncePer(createRuns);

function createRuns(db: Db) {
  const runs = new Map<string, Promise<RunRow | undefined>>();
  const groups = new Map<string, PackedGroups>();

  function find(ids: DebateIds, runId: string): Promise<RunRow | undefined> {
    const key = `${ids.communityId} ${ids.debateId} ${runId}`;
    const known = runs.get(key);
    if (known) return known;
    const found = findRun(db, { ...ids, runId });
    keep(runs, key, found);
    found.then(
      (row) => row ?? runs.delete(key),
      () => runs.delete(key),
    );
    return found;
  }

  /**
   * Who is in which group of a run; nobody where it has no clear groups, and where it is not the newest any more: that is
   * kept of the newest alone.
   */
  async function groupsIn(ids: DebateIds, runId: string): Promise<PackedGroups> {
    const known = groups.get(runId);
    if (known) return known;
    const who = await peopleOf(db, ids);
    const run = await find(ids, runId);
    if (who?.runId !== runId || !run) return PackedGroups.nobody;
    const isClear = run.map.groups.length > 0;
    const packed = isClear ? new PackedGroups(who.people, who.groups) : PackedGroups.nobody;
    keep(groups, runId, packed);
    return packed;
  }

  return {
    find,
    groupsIn,
    /** The newest run of a debate, all of it from one row. */
    async newest(ids: DebateIds): Promise<RunRow | undefined> {
      const newest = await newestRun(db, ids);
      return newest && find(ids, newest.id);
    },
    /** The group of each of some people in the newest run; null where it has no clear groups. Who has none is left out. */
    async groupsOf(
      ids: DebateIds,
      participantIds: readonly string[],
    ): Promise<ReadonlyMap<string, number> | null> {
      const newest = await newestRun(db, ids);
      const packed = newest ? await groupsIn(ids, newest.id) : PackedGroups.nobody;
      if (packed === PackedGroups.nobody) return null;
      const found = new Map<string, number>();
      for (const [at, id] of participantIds.entries()) {
        const number = packed.get(id);
        if (number !== undefined) found.set(id, number);
        if (at % atOnce === atOnce - 1) await turn();
      }
      return found;
    },
  };
}

/** The newest few; the others are read again when they are asked for. */
function keep<V>(kept: Map<string, V>, key: string, value: V): void {
  kept.set(key, value);
  for (const oldest of kept.keys()) {
    if (kept.size <= keptRuns) break;
    kept.delete(oldest);
  }
}
