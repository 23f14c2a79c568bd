import {
  and,
  asc,
  count,
  desc,
  eq,
  inArray,
  isNull,
  lte,
  ne,
  or,
  type SQL,
  sql,
} from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { moderationItems } from "#db/schema/moderation.ts";
import type { ActionKind, ItemStatus, Subject, Work } from "#shared/contract/moderated.ts";
import type { QueueFilter } from "#shared/contract/moderation.ts";
import type { SpamReason } from "#shared/spam/advice.ts";

export type ItemRow = typeof moderationItems.$inferSelect;
export type NewItem = typeof moderationItems.$inferInsert;

export interface ItemIds {
  readonly communityId: string;
  readonly itemId: string;
}

const isItem = ({ communityId, itemId }: ItemIds) =>
  and(eq(moderationItems.communityId, communityId), eq(moderationItems.id, itemId));

const about = (communityId: string, { kind, id }: Subject) =>
  and(
    eq(moderationItems.communityId, communityId),
    eq(moderationItems.subjectKind, kind),
    eq(moderationItems.subjectId, id),
  );

export async function findItem(db: Db, ids: ItemIds): Promise<ItemRow | undefined> {
  const [row] = await db.select().from(moderationItems).where(isItem(ids));
  return row;
}

interface Holding {
  readonly kind: ActionKind;
  readonly itemId: string | null;
}

/** What spoke for spam in what was held. */
export async function spamInItems(
  db: Db,
  communityId: string,
  actions: readonly Holding[],
): Promise<(action: Holding) => readonly SpamReason[]> {
  const isHold = ({ kind }: Holding) => kind === "hold";
  const ids = actions.filter(isHold).flatMap(({ itemId }) => itemId ?? []);
  if (ids.length === 0) return () => [];
  const { id, spam } = moderationItems;
  const rows = await db
    .select({ id, spam })
    .from(moderationItems)
    .where(and(eq(moderationItems.communityId, communityId), inArray(id, ids)));
  const byId = new Map(rows.map((row) => [row.id, row.spam]));
  return (action) => (isHold(action) ? (byId.get(action.itemId ?? "") ?? []) : []);
}

export async function openItemAbout(
  db: Db,
  communityId: string,
  subject: Subject,
): Promise<ItemRow | undefined> {
  const [row] = await db
    .select()
    .from(moderationItems)
    .where(and(about(communityId, subject), eq(moderationItems.status, "open")));
  return row;
}

/** What was decided about a thing within the last day. */
export async function lastDecided(
  db: Db,
  communityId: string,
  subject: Subject,
): Promise<ItemRow | undefined> {
  const [row] = await db
    .select()
    .from(moderationItems)
    .where(
      and(
        about(communityId, subject),
        inArray(moderationItems.status, ["acted", "dismissed"]),
        sql`${moderationItems.closedAt} > now() - interval '1 day'`,
      ),
    )
    .orderBy(desc(moderationItems.closedAt))
    .limit(1);
  return row;
}

export async function saveItem(db: Db, row: NewItem): Promise<ItemRow> {
  const [saved] = await db.insert(moderationItems).values(row).returning();
  if (!saved) throw new Error("an insert gives its row");
  return saved;
}

type Change = Partial<Omit<NewItem, "communityId" | "id" | "version">>;

/** Changes an item; every change makes another version of it. */
export async function changeItem(db: Db, row: ItemRow, change: Change): Promise<ItemRow> {
  const [changed] = await db
    .update(moderationItems)
    .set({ ...change, version: sql`${moderationItems.version} + 1` })
    .where(isItem({ communityId: row.communityId, itemId: row.id }))
    .returning();
  if (!changed) throw new Error("an item that is locked is there");
  return changed;
}

interface Reader {
  readonly communityId: string;
  readonly participantId: string;
  /** The debates that the reader looks after; null for all. */
  readonly debateIds: readonly string[] | null;
}

/** What a reader decides: nobody their own case. */
function seenBy({ communityId, participantId, debateIds }: Reader): SQL | undefined {
  return and(
    eq(moderationItems.communityId, communityId),
    or(isNull(moderationItems.authorId), ne(moderationItems.authorId, participantId)),
    debateIds === null ? undefined : inArray(moderationItems.debateId, [...debateIds]),
  );
}

/** How the queue is ordered, and what follows a place in it: a deadline, a weight, or nothing, and the item's id. */
const orders = {
  deadline: {
    by: [asc(moderationItems.deadlineAt), asc(moderationItems.id)],
    after: (key: string | number, id: string) =>
      sql`(${moderationItems.deadlineAt}, ${moderationItems.id}) > (${key}::timestamptz, ${id}::uuid)`,
  },
  weight: {
    by: [desc(moderationItems.weight), desc(moderationItems.id)],
    after: (key: string | number, id: string) =>
      sql`(${moderationItems.weight}, ${moderationItems.id}) < (${key}::int, ${id}::uuid)`,
  },
  newest: {
    by: [desc(moderationItems.id)],
    after: (_key: string | number, id: string) => sql`${moderationItems.id} < ${id}::uuid`,
  },
};

interface Part {
  readonly filter: QueueFilter;
  readonly after: readonly [key: string | number, id: string] | null;
  readonly limit: number;
}

const claimedBy = (claimed: QueueFilter["claimed"], participantId: string) => {
  if (claimed === undefined) return undefined;
  const holds = sql`${moderationItems.claimedUntil} > now()`;
  return claimed === "by-me"
    ? and(holds, eq(moderationItems.claimedById, participantId))
    : sql`(${moderationItems.claimedById} is null or not ${holds})`;
};

/** The queue as one reader sees it. */
export async function itemsFor(
  db: Db,
  reader: Reader,
  { filter, after, limit }: Part,
): Promise<ItemRow[]> {
  const { status = "open", work, severity, debateId, rule, claimed, order = "deadline" } = filter;
  const is = moderationItems;
  const { by, after: isAfter } = orders[order];
  return db
    .select()
    .from(is)
    .where(
      and(
        seenBy(reader),
        eq(is.status, status),
        work && eq(is.work, work),
        severity && eq(is.severity, severity),
        debateId === undefined ? undefined : eq(is.debateId, debateId),
        rule === undefined ? undefined : sql`${rule}::int = any(${is.rules})`,
        claimedBy(claimed, reader.participantId),
        after ? isAfter(...after) : undefined,
      ),
    )
    .orderBy(...by)
    .limit(limit);
}

/** How much waits for a reader in all, and how much of that is overdue. */
export async function countOpen(db: Db, reader: Reader) {
  const [row] = await db
    .select({
      open: count(),
      overdue: sql<number>`(count(*) filter (where ${moderationItems.deadlineAt} <= now()))::int`,
    })
    .from(moderationItems)
    .where(and(seenBy(reader), eq(moderationItems.status, "open")));
  return row ?? { open: 0, overdue: 0 };
}

/** What the clock never shows: what may be illegal, and what is shown once it is approved. */
const waitsOn = or(
  eq(moderationItems.severity, "illegal"),
  eq(moderationItems.work, "approval" satisfies Work),
);

/** What waits on although it is overdue, and owners have not been told of yet. */
export async function waitingOverdue(db: Db): Promise<ItemRow[]> {
  const { status, deadlineAt, overdueToldAt } = moderationItems;
  return db
    .select()
    .from(moderationItems)
    .where(
      and(
        eq(status, "open" satisfies ItemStatus),
        waitsOn,
        lte(deadlineAt, sql`now()`),
        isNull(overdueToldAt),
      ),
    )
    .orderBy(asc(deadlineAt))
    .limit(500);
}

/** Statements of a debate that wait to be approved, the oldest first. */
export async function awaitingApproval(
  db: Db,
  { communityId, debateId }: { readonly communityId: string; readonly debateId: string },
): Promise<ItemRow[]> {
  const { work, status, createdAt } = moderationItems;
  return db
    .select()
    .from(moderationItems)
    .where(
      and(
        eq(moderationItems.communityId, communityId),
        eq(moderationItems.debateId, debateId),
        eq(status, "open" satisfies ItemStatus),
        eq(work, "approval" satisfies Work),
      ),
    )
    .orderBy(asc(createdAt));
}

/** Items whose time to be decided is over, and which the clock decides. */
export async function itemsDue(db: Db): Promise<ItemRow[]> {
  return db
    .select()
    .from(moderationItems)
    .where(
      and(
        eq(moderationItems.status, "open" satisfies ItemStatus),
        ne(moderationItems.severity, "illegal"),
        ne(moderationItems.work, "approval" satisfies Work),
        lte(moderationItems.deadlineAt, sql`now()`),
      ),
    )
    .orderBy(asc(moderationItems.deadlineAt))
    .limit(500);
}
