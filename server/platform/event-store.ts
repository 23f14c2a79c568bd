import { and, asc, eq, gt, isNotNull, lt, min, sql } from "drizzle-orm";
import type pg from "pg";
import type { Db } from "#db/client.ts";
import { roomEvents, roomHeads } from "#db/schema/platform.ts";
import type { Envelope } from "#shared/contract/rooms.ts";

/** Says that there are events without a number. */
export const eventsChannel = "folkmoot_events";
/** Says that events were numbered. */
export const toldChannel = "folkmoot_told";

interface NewEvent {
  readonly room: string;
  readonly name: string;
  readonly payload: unknown;
}

/** Writes events beside the change they tell of; the relay hears of them at commit. */
export async function saveEvents(db: Db, events: readonly NewEvent[]): Promise<void> {
  await db.insert(roomEvents).values([...events]);
  await db.execute(sql`select pg_notify(${eventsChannel}, '')`);
}

/**
 * Numbers up to 500 events that have none yet, per room, without gaps, and gives them one batch.
 * Rows become visible at commit, so numbers follow the order of commits. Only the holder of the
 * relay's lock may call it. False when there was nothing to number.
 */
export async function numberEvents(client: pg.Client): Promise<boolean> {
  const { rowCount } = await client.query(
    `with fresh as (
      select id, room from room_events where seq is null order by id limit 500
    ), heads as (
      insert into room_heads (room, seq) select room, count(*) from fresh group by room
      on conflict (room) do update set seq = room_heads.seq + excluded.seq
      returning room, seq
    ), placed as (
      select id, room, row_number() over (partition by room order by id desc) - 1 as from_end
      from fresh
    ), batch as materialized (
      select nextval('told_batches') as number, pg_notify($1, '') where exists (select from fresh)
    )
    update room_events set seq = heads.seq - placed.from_end, batch = batch.number
    from batch, placed join heads on heads.room = placed.room
    where room_events.id = placed.id`,
    [toldChannel],
  );
  return (rowCount ?? 0) > 0;
}

/** The last batch that was numbered. */
export async function lastBatch(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ last: string }>(
    "select coalesce(max(batch), 0) as last from room_events",
  );
  return Number(rows[0]?.last ?? 0);
}

/** Events of the batches after one, whole batches only, in the order of their numbers. */
export async function eventsSince(
  client: pg.Client,
  batch: number,
): Promise<(Envelope & { batch: number })[]> {
  const { rows } = await client.query<Envelope & { batch: string }>(
    `select room, seq, name, payload, batch from room_events
     where batch > $1 and batch <= (select max(batch) from (
       select distinct batch from room_events where batch > $1 order by batch limit 5
     ) as next)
     order by batch, id`,
    [batch],
  );
  return rows.map((row) => ({ ...row, batch: Number(row.batch) }));
}

/** The number of the last event in a room; 0 before the first. */
export async function headOf(db: Db, room: string): Promise<number> {
  const [row] = await db.select().from(roomHeads).where(eq(roomHeads.room, room));
  return row?.seq ?? 0;
}

/** Events of a room after a number, and whether the gap is too old to be filled. */
export async function eventsAfter(db: Db, room: string, after: number) {
  const head = await headOf(db, room);
  const events = await db
    .select({
      room: roomEvents.room,
      seq: roomEvents.seq,
      name: roomEvents.name,
      payload: roomEvents.payload,
    })
    .from(roomEvents)
    .where(and(eq(roomEvents.room, room), gt(roomEvents.seq, after), isNotNull(roomEvents.seq)))
    .orderBy(asc(roomEvents.seq))
    .limit(501);
  const reset = events.length > 500 || (after < head && events[0]?.seq !== after + 1);
  return { events: reset ? [] : events, head, reset };
}

/** Drops events that are too old to be asked for. */
export async function forgetEvents(db: Db, before: Date): Promise<void> {
  await db
    .delete(roomEvents)
    .where(and(isNotNull(roomEvents.seq), lt(roomEvents.createdAt, before)));
}

/** When the oldest event that nobody was told of was written; null when there is none. */
export async function oldestUntold(db: Db): Promise<Date | null> {
  const [row] = await db
    .select({ at: min(roomEvents.createdAt) })
    .from(roomEvents)
    .where(sql`${roomEvents.seq} is null`);
  return row?.at ?? null;
}

/** Where events say what people wrote. */
const wordKeys: ReadonlySet<string> = new Set([
  "text",
  "title",
  "url",
  "publisher",
  "quote",
  "reason",
  "question",
  "context",
]);

/** Something that is out of sight by now, and what it says and said. */
interface Unsaid {
  readonly id: string;
  readonly words: ReadonlySet<string>;
}

/** What goes with a claim: nobody is told its sources, other words for it, or why it was placed anew, without it. */
const withClaim: ReadonlySet<string> = new Set(["evidence", "suggestion", "change"]);

function isOf(value: object, { id }: Unsaid, key: string): boolean {
  const { id: own, statementId, claimId } = value as Record<string, unknown>;
  return own === id || statementId === id || (withClaim.has(key) && claimId === id);
}

function without(value: unknown, unsaid: Unsaid, key = ""): unknown {
  if (Array.isArray(value)) return value.map((one) => without(one, unsaid, key));
  if (typeof value !== "object" || value === null) return value;
  const isGone = isOf(value, unsaid, key);
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => {
      const isSaid = typeof one === "string" && wordKeys.has(name);
      const isForgotten = isSaid && (isGone || unsaid.words.has(one));
      return [name, isForgotten ? "" : without(one, unsaid, name)];
    }),
  );
}

/**
 * Takes what is out of sight by now out of the events of a room, which are asked for again: whatever they say of it, in
 * each of its versions, and its words wherever else they stand.
 */
export async function forgetWords(
  db: Db,
  room: string,
  { id: subjectId, words }: { readonly id: string; readonly words: readonly string[] },
): Promise<void> {
  const sought = [subjectId, ...words].map((word) => JSON.stringify(word));
  const rows = await db
    .select({ id: roomEvents.id, payload: roomEvents.payload })
    .from(roomEvents)
    .where(
      and(
        eq(roomEvents.room, room),
        sql`exists (select from unnest(${sql.param(sought)}::text[]) as word
          where strpos(${roomEvents.payload}::text, (word::jsonb)::text) > 0)`,
      ),
    );
  const unsaid = { id: subjectId, words: new Set(words) };
  for (const { id, payload } of rows) {
    await db
      .update(roomEvents)
      .set({ payload: without(payload, unsaid) })
      .where(eq(roomEvents.id, id));
  }
}
