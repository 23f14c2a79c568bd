import { and, asc, desc, eq, gt, inArray, isNull, or, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { memberships } from "#db/schema/communities.ts";
import { curated } from "#db/schema/curation.ts";
import { debates } from "#db/schema/debates.ts";
import { contentStates, moderationActions, sanctions } from "#db/schema/moderation.ts";
import type { Subject } from "#shared/contract/moderated.ts";
import type { Role } from "../platform/actor.ts";

export type ContentStateRow = typeof contentStates.$inferSelect;
export type ActionRow = typeof moderationActions.$inferSelect;

/** Lets one at a time decide about one thing until the transaction ends. */
export async function lockSubject(db: Db, { id }: Subject): Promise<void> {
  await db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`moderation ${id}`}, 0))`);
}

const ofSubject = (communityId: string, { kind, id }: Subject) =>
  and(
    eq(contentStates.communityId, communityId),
    eq(contentStates.subjectKind, kind),
    eq(contentStates.subjectId, id),
  );

export async function contentStateOf(
  db: Db,
  communityId: string,
  subject: Subject,
): Promise<ContentStateRow | undefined> {
  const [row] = await db.select().from(contentStates).where(ofSubject(communityId, subject));
  return row;
}

export async function saveContentState(
  db: Db,
  row: typeof contentStates.$inferInsert,
): Promise<void> {
  const { state, actionId, kept = null } = row;
  await db
    .insert(contentStates)
    .values(row)
    .onConflictDoUpdate({
      target: [contentStates.communityId, contentStates.subjectKind, contentStates.subjectId],
      set: { state, actionId, kept, since: sql`now()` },
    });
}

export async function dropContentState(
  db: Db,
  communityId: string,
  subject: Subject,
): Promise<void> {
  await db.delete(contentStates).where(ofSubject(communityId, subject));
}

/** The role of somebody who is a member now. */
export async function roleOf(
  db: Db,
  communityId: string,
  participantId: string,
): Promise<Role | undefined> {
  const [row] = await db
    .select({ role: memberships.role })
    .from(memberships)
    .where(
      and(
        eq(memberships.communityId, communityId),
        eq(memberships.participantId, participantId),
        eq(memberships.status, "active"),
      ),
    );
  return row?.role;
}

interface Where {
  readonly communityId: string;
  readonly debateId: string | null;
}

/** Everybody who looks after a community, and after one of its debates, with the accounts behind them. */
export async function moderatorsOf(db: Db, { communityId, debateId }: Where) {
  const facilitates =
    debateId === null
      ? undefined
      : sql`${memberships.participantId} in (
          select ${curated.subjectId} from ${curated}
          where ${curated.communityId} = ${communityId} and ${curated.debateId} = ${debateId}
            and ${curated.kind} = 'facilitator'
          union select ${debates.authorId} from ${debates}
          where ${debates.communityId} = ${communityId} and ${debates.id} = ${debateId})`;
  return db
    .select({ participantId: memberships.participantId, accountId: memberships.accountId })
    .from(memberships)
    .where(
      and(
        eq(memberships.communityId, communityId),
        eq(memberships.status, "active"),
        or(inArray(memberships.role, ["owner", "moderator"]), facilitates),
      ),
    )
    .orderBy(asc(memberships.participantId));
}

export async function ownersOf(db: Db, communityId: string): Promise<string[]> {
  const rows = await db
    .select({ id: memberships.participantId })
    .from(memberships)
    .where(
      and(
        eq(memberships.communityId, communityId),
        eq(memberships.status, "active"),
        eq(memberships.role, "owner"),
      ),
    );
  return rows.map(({ id }) => id);
}

export async function saveSanction(db: Db, row: typeof sanctions.$inferInsert): Promise<void> {
  await db.insert(sanctions).values(row);
}

export async function endSanction(
  db: Db,
  { communityId, actionId }: { readonly communityId: string; readonly actionId: string },
): Promise<void> {
  await db
    .update(sanctions)
    .set({ endedAt: sql`now()` })
    .where(and(eq(sanctions.communityId, communityId), eq(sanctions.actionId, actionId)));
}

/** The debates that somebody looks after: those that they began, and those that they were named for. */
export async function debatesLookedAfter(
  db: Db,
  { communityId, participantId }: { readonly communityId: string; readonly participantId: string },
): Promise<string[]> {
  const { rows } = await db.execute<{ id: string }>(sql`
    select ${debates.id} as id from ${debates}
    where ${debates.communityId} = ${communityId} and ${debates.authorId} = ${participantId}
    union
    select ${curated.debateId} from ${curated}
    where ${curated.communityId} = ${communityId} and ${curated.kind} = 'facilitator'
      and ${curated.subjectId} = ${participantId}`);
  return rows.map(({ id }) => id);
}

export async function resumeSanction(
  db: Db,
  { communityId, actionId }: { readonly communityId: string; readonly actionId: string },
): Promise<void> {
  await db
    .update(sanctions)
    .set({ endedAt: null })
    .where(and(eq(sanctions.communityId, communityId), eq(sanctions.actionId, actionId)));
}

/** Everybody who is suspended now. */
export async function suspendedMembers(db: Db, communityId: string): Promise<string[]> {
  const rows = await db
    .selectDistinct({ id: sanctions.participantId })
    .from(sanctions)
    .where(
      and(
        eq(sanctions.communityId, communityId),
        eq(sanctions.kind, "suspend"),
        isNull(sanctions.endedAt),
        sql`${sanctions.until} > now()`,
      ),
    );
  return rows.map(({ id }) => id);
}

/** The measure that a jury has put in the place of an action, while it is in force. */
export async function lighterAction(
  db: Db,
  { communityId, id, subjectId }: ActionRow,
): Promise<ActionRow | undefined> {
  const [row] = await db
    .select()
    .from(moderationActions)
    .where(
      and(
        eq(moderationActions.communityId, communityId),
        eq(moderationActions.subjectId, subjectId),
        eq(moderationActions.role, "jury"),
        eq(moderationActions.state, "in-force"),
        gt(moderationActions.id, id),
      ),
    )
    .orderBy(desc(moderationActions.id))
    .limit(1);
  return row;
}
