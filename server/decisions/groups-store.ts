import { and, asc, eq, gt, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { ballots, electors, rollEntries } from "#db/schema/decisions.ts";
import { electorGroups } from "#db/schema/elector-groups.ts";
import type { DecisionIds } from "./store.ts";

const ofDecision = ({ communityId, decisionId }: DecisionIds) =>
  and(eq(electorGroups.communityId, communityId), eq(electorGroups.decisionId, decisionId));

export interface Membership {
  readonly id: string;
  readonly group: number | null;
  readonly salt: string | null;
  readonly seal: string | null;
}

/** The same, out of who is in which group as that is packed: sixteen bytes of an id, and a byte of a number or 255. */
export async function savePackedGroups(
  db: Db,
  { communityId, decisionId }: DecisionIds,
  { people, groups }: { readonly people: Buffer; readonly groups: Buffer },
): Promise<void> {
  await db.execute(sql`
    insert into elector_groups (community_id, decision_id, participant_id, group_number)
    select ${communityId}::uuid, ${decisionId}::uuid, given.id, given.number
    from (
      select encode(substring(${people}::bytea from 16 * at + 1 for 16), 'hex')::uuid as id,
        get_byte(${groups}::bytea, at) as number
      from generate_series(0, ${groups.length}::int - 1) as at
    ) as given
    join electors on electors.community_id = ${communityId}
      and electors.decision_id = ${decisionId} and electors.participant_id = given.id
    where given.number < 255`);
}

/** Keeps in which groups electors of a decision are; who is no elector is left out. */
export async function saveGroups(
  db: Db,
  { communityId, decisionId }: DecisionIds,
  all: readonly Membership[],
): Promise<void> {
  const [ids, groups] = [all.map(({ id }) => id), all.map(({ group }) => group)];
  const [salts, seals] = [all.map(({ salt }) => salt), all.map(({ seal }) => seal)];
  await db.execute(sql`
    insert into elector_groups (community_id, decision_id, participant_id, group_number, salt, seal)
    select ${communityId}::uuid, ${decisionId}::uuid, given.* from unnest(
      ${sql.param(ids)}::uuid[], ${sql.param(groups)}::smallint[],
      ${sql.param(salts)}::text[], ${sql.param(seals)}::text[]
    ) as given (id, number, salt, seal)
    join electors on electors.community_id = ${communityId}
      and electors.decision_id = ${decisionId} and electors.participant_id = given.id`);
}

/** Groups and seals of some electors that follow each other in the order of ids. */
export async function sealsBetween(
  db: Db,
  ids: DecisionIds,
  { after, limit }: { readonly after: string | undefined; readonly limit: number },
): Promise<Membership[]> {
  const { participantId: id, groupNumber: group, salt, seal } = electorGroups;
  return db
    .select({ id, group, salt, seal })
    .from(electorGroups)
    .where(and(ofDecision(ids), after === undefined ? undefined : gt(id, after)))
    .orderBy(asc(id))
    .limit(limit);
}

/** Which group each of some voters is in, of those of whom it is known. */
export async function groupsAmong(
  db: Db,
  ids: DecisionIds,
  voterIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const { participantId: id, groupNumber: group } = electorGroups;
  const rows = await db
    .select({ id, group })
    .from(electorGroups)
    .where(and(ofDecision(ids), sql`${id} = any(${sql.param([...voterIds])}::uuid[])`));
  return new Map(rows.flatMap((row) => (row.group === null ? [] : [[row.id, row.group]])));
}

/** Forgets who is in which group; of those who did not vote alone, where the others' groups are published. */
export async function forgetGroups(db: Db, ids: DecisionIds, keepsVoters: boolean): Promise<void> {
  if (!keepsVoters) {
    await db.delete(electorGroups).where(ofDecision(ids));
    return;
  }
  const hasVoted = sql`exists (select from ${ballots} where ${ballots.communityId} = ${electorGroups.communityId}
    and ${ballots.decisionId} = ${electorGroups.decisionId} and ${ballots.voterId} = ${electorGroups.participantId})`;
  await db
    .update(electorGroups)
    .set({ groupNumber: null, salt: null })
    .where(and(ofDecision(ids), sql`not ${hasVoted}`));
}

/** How many of each group may vote in a secret decision, and how many did; the group is null of who is in none. */
export async function turnoutByGroup(db: Db, { communityId, decisionId }: DecisionIds) {
  const { participantId } = electors;
  return db
    .select({
      group: electorGroups.groupNumber,
      electors: sql<number>`count(*)::int`,
      voted: sql<number>`count(${rollEntries.participantId})::int`,
    })
    .from(electors)
    .leftJoin(
      electorGroups,
      and(ofDecision({ communityId, decisionId }), eq(electorGroups.participantId, participantId)),
    )
    .leftJoin(
      rollEntries,
      and(
        eq(rollEntries.communityId, communityId),
        eq(rollEntries.decisionId, decisionId),
        eq(rollEntries.participantId, participantId),
      ),
    )
    .where(and(eq(electors.communityId, communityId), eq(electors.decisionId, decisionId)))
    .groupBy(electorGroups.groupNumber);
}
