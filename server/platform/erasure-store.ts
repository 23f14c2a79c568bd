import { and, eq, inArray, like, or, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { idempotencyKeys, roomEvents, roomHeads } from "#db/schema/platform.ts";

interface Gone {
  /** Left out where the account is gone already, and only its people are to be forgotten. */
  readonly accountId?: string;
  readonly communityIds: readonly string[];
  readonly participantIds: readonly string[];
  /** What stands in place of the names. */
  readonly inPlace: string;
  /** Only the name goes. */
  readonly isStillHere?: true;
}

/** Puts something else in place of somebody's name in what was told of them, who are still here. */
export async function forgetNameInEvents(
  db: Db,
  who: Pick<Gone, "communityIds" | "participantIds" | "inPlace">,
): Promise<void> {
  await forgetInEvents(db, { ...who, isStillHere: true });
}

/** Forgets what was told to an account alone, and who it was in what was told to others. */
export async function forgetInEvents(db: Db, gone: Gone): Promise<void> {
  if (gone.accountId !== undefined) {
    const room = `account:${gone.accountId}`;
    await db.delete(roomEvents).where(eq(roomEvents.room, room));
    await db.delete(roomHeads).where(eq(roomHeads.room, room));
  }
  if (gone.participantIds.length === 0) return;
  const rows = await db
    .select({ id: roomEvents.id, kept: roomEvents.payload })
    .from(roomEvents)
    .where(
      and(
        or(
          inArray(
            roomEvents.room,
            gone.communityIds.map((id) => `community:${id}`),
          ),
          ...gone.communityIds.map((id) => like(roomEvents.room, `debate:${id}:%`)),
        ),
        namesOne(sql`${roomEvents.payload}`, gone),
      ),
    );
  await db.execute(sql`update room_events set payload = fresh.kept
    from jsonb_to_recordset(${reworded(rows, gone)}::jsonb) as fresh(id bigint, kept jsonb)
    where room_events.id = fresh.id`);
}

/** Forgets the answers that an account got, and who it was in those that others got. */
export async function forgetInReplies(db: Db, gone: Gone): Promise<void> {
  const { accountId, participantIds } = gone;
  if (accountId !== undefined) {
    await db
      .delete(idempotencyKeys)
      .where(
        or(
          eq(idempotencyKeys.accountId, accountId),
          sql`${idempotencyKeys.reply} ->> 'accountId' = ${accountId}`,
        ),
      );
  }
  if (participantIds.length === 0) return;
  const rows = await db
    .select({
      of: idempotencyKeys.accountId,
      key: idempotencyKeys.key,
      kept: idempotencyKeys.reply,
    })
    .from(idempotencyKeys)
    .where(namesOne(sql`${idempotencyKeys.reply}`, gone));
  await db.execute(sql`update idempotency_keys set reply = fresh.kept
    from jsonb_to_recordset(${reworded(rows, gone)}::jsonb) as fresh("of" uuid, key text, kept jsonb)
    where idempotency_keys.account_id = fresh."of" and idempotency_keys.key = fresh.key`);
}

const namesOne = (column: ReturnType<typeof sql>, { participantIds }: Gone) =>
  or(...participantIds.map((id) => sql`strpos(${column}::text, ${id}) > 0`));

function reworded(rows: readonly { readonly kept: unknown }[], gone: Gone): string {
  return JSON.stringify(rows.map((row) => ({ ...row, kept: withoutNames(row.kept, gone) })));
}

/** The same value, with other words wherever one of these participants is named beside the id. */
function withoutNames(value: unknown, gone: Gone): unknown {
  if (Array.isArray(value)) return value.map((one) => withoutNames(one, gone));
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([key, one]) => [key, withoutNames(one, gone)]);
  const plain = Object.fromEntries(entries) as Record<string, unknown>;
  const { id, participantId, name, kind } = plain;
  const isOne = gone.participantIds.some((gonesId) => gonesId === (participantId ?? id));
  if (!isOne || typeof name !== "string") return plain;
  return {
    ...plain,
    name: gone.inPlace,
    ...(kind === "member" && !gone.isStillHere && { kind: "former" }),
  };
}
