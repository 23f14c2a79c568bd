import type { GroupRun } from "#shared/contract/group-support.ts";
import type { Db } from "#db/client.ts";
import { PackedGroups } from "./people.ts";
import { type DebateIds, groupsOfRun, peopleOf } from "./store.ts";

/** The groups of a debate's newest map, and who is in which. */
export interface GroupsNow {
  readonly run: GroupRun;
  readonly groupOf: PackedGroups;
}

/** Who is in which group of the newest map, as one transaction sees it; null where there are no clear groups. */
export async function groupsNow(db: Db, ids: DebateIds): Promise<GroupsNow | null> {
  const who = await peopleOf(db, ids);
  const run = who && (await groupsOfRun(db, { ...ids, runId: who.runId }));
  const groups = run?.groups.map(({ number }) => number) ?? [];
  if (!run || groups.length === 0) return null;
  return {
    run: {
      runId: run.id,
      computedAt: run.computedAt.toISOString(),
      inputHash: run.inputHash,
      groups,
    },
    groupOf: new PackedGroups(who.people, who.groups),
  };
}
