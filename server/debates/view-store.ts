import { and, desc, eq, getTableColumns, isNull, ne, or, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Db } from "#db/client.ts";
import { communities, memberships, participants } from "#db/schema/communities.ts";
import { claims, debates, evidence, positions, scheduledMoves } from "#db/schema/debates.ts";
import { decisions } from "#db/schema/decisions.ts";
import { roomHeads } from "#db/schema/platform.ts";
import { statements } from "#db/schema/statements.ts";
import { topics } from "#db/schema/topics.ts";
import type { ScheduledMove } from "#shared/contract/debates.ts";
import type { Phase } from "#shared/contract/phases.ts";
import type { DebateIds } from "./store.ts";

type Part = typeof positions | typeof claims | typeof evidence | typeof statements;

/** How many of a debate's positions, claims and so on stand. */
const standing = (table: Part, more: SQL = sql``) => sql<number>`(
  select count(*)::int from ${table}
  where ${table.communityId} = ${debates.communityId} and ${table.debateId} = ${debates.id}
    and ${table.withdrawnAt} is null ${more}
)`;

const closesAt = sql<Date | null>`(
  select min(${decisions.closesAt}) from ${decisions}
  where ${decisions.communityId} = ${debates.communityId} and ${decisions.debateId} = ${debates.id}
    and ${decisions.status} = 'open'
)`.mapWith(decisions.closesAt);

/** Moves to come, and those that the clock could not make. */
const schedule = sql<ScheduledMove[]>`(
  select coalesce(json_agg(json_build_object(
    'to', ${scheduledMoves.to}, 'at', ${scheduledMoves.at}, 'refusal', ${scheduledMoves.refusal}
  ) order by ${scheduledMoves.at}), '[]'::json)
  from ${scheduledMoves}
  where ${scheduledMoves.communityId} = ${debates.communityId}
    and ${scheduledMoves.debateId} = ${debates.id}
    and (${scheduledMoves.doneAt} is null or ${scheduledMoves.refusal} is not null)
)`;

const counts = {
  positions: standing(positions),
  claims: standing(claims, sql`and ${claims.archivedAt} is null and ${claims.mergedInto} is null`),
  evidence: standing(evidence),
  statements: standing(statements, sql`and ${statements.status} = 'shown'`),
};

/** What the community calls the topic; null for a usual one under its usual name. */
const topicName = sql<string | null>`(
  select ${topics.name} from ${topics}
  where ${topics.communityId} = ${debates.communityId} and ${topics.id} = ${debates.topic}
)`;

const author = alias(participants, "author");
const byAuthor = and(eq(author.communityId, debates.communityId), eq(author.id, debates.authorId));
const authorView = { id: author.id, name: author.name, kind: author.kind };

/** The room's last number, in the snapshot of the rest: what it counts is in the reply. */
const head = sql<number>`coalesce((
  select ${roomHeads.seq} from ${roomHeads}
  where ${roomHeads.room} = 'debate:' || ${debates.communityId} || ':' || ${debates.id}
), 0)`;

/** A debate with all that its page needs, read at one moment. */
export async function loadDebate(db: Db, ids: DebateIds) {
  const [row] = await db
    .select({ debate: debates, author: authorView, schedule, counts, closesAt, topicName, head })
    .from(debates)
    .innerJoin(author, byAuthor)
    .where(and(eq(debates.communityId, ids.communityId), eq(debates.id, ids.debateId)));
  return row;
}

/** The bare debate with its room's last number, read at one moment. */
export async function loadHead(db: Db, ids: DebateIds) {
  const [row] = await db
    .select({ debate: debates, head })
    .from(debates)
    .innerJoin(author, byAuthor)
    .where(and(eq(debates.communityId, ids.communityId), eq(debates.id, ids.debateId)));
  return row;
}

export type LoadedDebate = NonNullable<Awaited<ReturnType<typeof loadDebate>>>;

/** Where a page of debates goes on: after the one that was last active then. */
export interface After {
  readonly at: Date;
  readonly id: string;
}

interface Page {
  readonly after: After | undefined;
  readonly limit: number;
}

const isAfter = (after: After | undefined): SQL | undefined =>
  after &&
  sql`(${debates.updatedAt}, ${debates.id}) < (${after.at.toISOString()}::timestamptz, ${after.id}::uuid)`;

const { context: _long, ...listed } = getTableColumns(debates);
const summary = { debate: listed, author: authorView, schedule, counts, closesAt, topicName };
export type ListedDebate = Omit<LoadedDebate, "debate" | "head"> & {
  readonly debate: Omit<LoadedDebate["debate"], "context">;
};

/** Published debates: what `isPublished` of the policy says of one. */
export const isPublished = and(
  ne(debates.phase, "draft"),
  or(isNull(debates.archivedFrom), ne(debates.archivedFrom, "draft")),
);
const newestFirst = [desc(debates.updatedAt), desc(debates.id)] as const;

interface CommunityPage extends Page {
  readonly communityId: string;
  readonly phase: Phase | undefined;
  readonly topic: string | undefined;
  /** Whether everybody's drafts are listed; else those of this participant alone. */
  readonly hasAllDrafts: boolean;
  readonly participantId: string | null;
}

/** A community's debates, the latest activity first. */
export async function listOf(db: Db, page: CommunityPage) {
  const { communityId, phase, topic, participantId, after, limit } = page;
  const isOwn = participantId === null ? undefined : eq(debates.authorId, participantId);
  return db
    .select(summary)
    .from(debates)
    .innerJoin(author, byAuthor)
    .where(
      and(
        eq(debates.communityId, communityId),
        phase && eq(debates.phase, phase),
        topic === undefined ? undefined : eq(debates.topic, topic),
        page.hasAllDrafts ? undefined : or(isPublished, isOwn),
        isAfter(after),
      ),
    )
    .orderBy(...newestFirst)
    .limit(limit);
}

interface LiveReader {
  /** Null for a visitor. */
  readonly accountId: string | null;
}

/** Debates under way in public communities and in those of an account, the latest activity first. */
export async function listLive(db: Db, { accountId, after, limit }: Page & LiveReader) {
  return db
    .select({
      ...summary,
      community: { id: communities.id, slug: communities.slug, name: communities.name },
    })
    .from(debates)
    .innerJoin(author, byAuthor)
    .innerJoin(communities, eq(communities.id, debates.communityId))
    .where(
      and(
        isPublished,
        ne(debates.phase, "archived"),
        or(
          eq(communities.isPrivate, false),
          accountId === null ? undefined : isMemberOf(accountId),
        ),
        isAfter(after),
      ),
    )
    .orderBy(...newestFirst)
    .limit(limit);
}

const isMemberOf = (accountId: string) => sql`exists (
  select from ${memberships}
  where ${memberships.communityId} = ${communities.id}
    and ${memberships.accountId} = ${accountId}::uuid and ${memberships.status} = 'active'
)`;

/** Under which name somebody speaks in a community. */
export async function findAuthor(db: Db, ids: { communityId: string; id: string }) {
  const [row] = await db
    .select({ id: participants.id, name: participants.name, kind: participants.kind })
    .from(participants)
    .where(and(eq(participants.communityId, ids.communityId), eq(participants.id, ids.id)));
  return row;
}
