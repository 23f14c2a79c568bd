import type { Db } from "#db/client.ts";
import { oncePer } from "../platform/once-per.ts";
import { unpackPeople } from "./people.ts";
import { type DebateIds, findRun, newestRun, peopleOf, type RunRow } from "./store.ts";

const keptRuns = 8;

/** Runs as they are asked for. The last few are kept in memory, once for all who ask: they never change, and are large. */
export const runsOn = oncePer(createRuns);

function createRuns(db: Db) {
  const runs = new Map<string, Promise<RunRow | undefined>>();
  const groups = new Map<string, ReadonlyMap<string, number>>();

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

  /** Who is in which group of a run; nobody where it is not the newest any more: that is kept of the newest alone. */
  async function groupsIn(ids: DebateIds, runId: string): Promise<ReadonlyMap<string, number>> {
    const known = groups.get(runId);
    if (known) return known;
    const who = await peopleOf(db, ids);
    if (who?.runId !== runId) return new Map();
    const numbers = new Int8Array(who.groups);
    const all = unpackPeople(who.people).map((id, at) => [id, numbers[at] ?? -1] as const);
    const grouped = new Map(all.filter(([, number]) => number >= 0));
    keep(groups, runId, grouped);
    return grouped;
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
      const grouped = newest && (await groupsIn(ids, newest.id));
      if (!grouped || grouped.size === 0) return null;
      return new Map(
        participantIds.flatMap((id) => {
          const number = grouped.get(id);
          return number === undefined ? [] : [[id, number] as const];
        }),
      );
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
