import { and, asc, count, eq, gt, inArray, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { memberships } from "#db/schema/communities.ts";
import { electors } from "#db/schema/decisions.ts";
import type { DecisionIds } from "./store.ts";

/** Everybody who is a member with one of these roles at this moment. */
export async function membersWith(
  db: Db,
  communityId: string,
  roles: readonly (typeof memberships.$inferSelect)["role"][],
) {
  return db
    .select({ participantId: memberships.participantId, role: memberships.role })
    .from(memberships)
    .where(
      and(
        eq(memberships.communityId, communityId),
        eq(memberships.status, "active"),
        inArray(memberships.role, [...roles]),
      ),
    )
    .orderBy(asc(memberships.participantId));
}

export type NewElector = Pick<
  typeof electors.$inferSelect,
  "participantId" | "role" | "tokens" | "weight"
>;

/** Freezes who votes, and what their votes weigh. */
export async function saveElectors(
  db: Db,
  { communityId, decisionId }: DecisionIds,
  all: readonly NewElector[],
): Promise<void> {
  const ids = all.map(({ participantId }) => participantId);
  const roles = all.map(({ role }) => role);
  const tokens = all.map((elector) => elector.tokens?.toString() ?? null);
  const weights = all.map(({ weight }) => weight.toString());
  await db.execute(sql`
    insert into electors (community_id, decision_id, participant_id, role, tokens, weight)
    select ${communityId}::uuid, ${decisionId}::uuid, * from unnest(
      ${sql.param(ids)}::uuid[], ${sql.param(roles)}::text[],
      ${sql.param(tokens)}::numeric[], ${sql.param(weights)}::numeric[]
    )`);
}

const electorsAtOnce = 2_000;

/** Who may vote, as frozen at opening, in the order of their ids. */
export async function electorsOf(
  db: Db,
  { communityId, decisionId }: DecisionIds,
  { after, limit = 2_147_483_647 }: { after?: string | undefined; limit?: number } = {},
) {
  const { participantId: id, role, tokens, weight } = electors;
  return db
    .select({ id, role, tokens, weight })
    .from(electors)
    .where(
      and(
        eq(electors.communityId, communityId),
        eq(electors.decisionId, decisionId),
        after === undefined ? undefined : gt(id, after),
      ),
    )
    .orderBy(asc(id))
    .limit(limit);
}

/** The same page by page, so that they never lie in memory all at once. */
export async function* electorPages(db: Db, ids: DecisionIds) {
  let after: string | undefined;
  do {
    const page = await electorsOf(db, ids, { after, limit: electorsAtOnce });
    if (page.length > 0) yield page;
    after = page.length < electorsAtOnce ? undefined : page.at(-1)?.id;
  } while (after !== undefined);
}

/** How many may vote, and what their votes weigh together. */
export async function electorateOf(db: Db, { communityId, decisionId }: DecisionIds) {
  const [row] = await db
    .select({ persons: count(), weight: sql<string>`coalesce(sum(${electors.weight}), 0)::text` })
    .from(electors)
    .where(and(eq(electors.communityId, communityId), eq(electors.decisionId, decisionId)));
  return { persons: row?.persons ?? 0, weight: BigInt(row?.weight ?? 0) };
}

/** Which of these people may vote, and with which weight of their own, in the order of their ids. */
export async function electorsAmong(
  db: Db,
  { communityId, decisionId }: DecisionIds,
  people: readonly string[],
) {
  return db
    .select({ id: electors.participantId, weight: electors.weight })
    .from(electors)
    .where(
      and(
        eq(electors.communityId, communityId),
        eq(electors.decisionId, decisionId),
        sql`${electors.participantId} = any(${sql.param([...people])}::uuid[])`,
      ),
    )
    .orderBy(asc(electors.participantId));
}
