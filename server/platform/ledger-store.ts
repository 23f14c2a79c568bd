import { randomBytes } from "node:crypto";
import { sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import type { Db } from "#db/client.ts";
import { commitmentTo } from "#shared/ledger/entry.ts";
import type { RecordedWords } from "#shared/moderation/kept-words.ts";

/** Says that there are acts without a number. */
export const actsChannel = "folkmoot_acts";

/** A public act: who (a participant, or null for the clock) did what to what. No personal data. */
export interface Act {
  readonly communityId: string;
  readonly kind: string;
  readonly actor: string | null;
  readonly subject: string;
  readonly payload: Record<string, unknown>;
  /**
   * What people wrote, by the member of the payload that commits to it. The words stand apart from the act, so that
   * they can be forgotten while the record stays whole.
   */
  readonly words?: Readonly<Record<string, string | null | undefined>>;
}

const saltLength = 16;

/** Appends an act to the public record; it commits with the change that it tells of. */
export async function appendAct(db: Db, act: Act): Promise<void> {
  const { communityId, kind, actor, subject, words = {} } = act;
  const id = uuidv7();
  const salted = Object.entries(words).flatMap(([field, value]) =>
    typeof value === "string" ? [{ field, value, salt: randomBytes(saltLength) }] : [],
  );
  const commitments = salted.map(({ field, value, salt }) => [field, commitmentTo(salt, value)]);
  const none = Object.keys(words).map((field) => [field, null]);
  const payload = { ...act.payload, ...Object.fromEntries([...none, ...commitments]) };
  const column = <T>(values: T[]) => sql.param(values);
  await db.execute(sql`
    with act as (
      insert into ledger_acts (community_id, id, time, kind, actor, subject, payload)
      values (${communityId}, ${id}, clock_timestamp(), ${kind}, ${actor}, ${subject},
        ${JSON.stringify(payload)}::jsonb)
    ), words as (
      insert into ledger_salts (community_id, act_id, actor, field, value, salt)
      select ${communityId}::uuid, ${id}::uuid, ${actor}::uuid, * from unnest(
        ${column(salted.map(({ field }) => field))}::text[],
        ${column(salted.map(({ value }) => value))}::text[],
        ${column(salted.map(({ salt }) => salt))}::bytea[])
    ), queued as (
      insert into ledger_queue (community_id, act_id) values (${communityId}, ${id})
    )
    select pg_notify(${actsChannel}, '')`);
}

/** Forgets what the public record says in words of things that are taken back or removed for good. */
export async function forgetWordsAbout(
  db: Db,
  { communityId, subject }: Pick<Act, "communityId" | "subject">,
): Promise<void> {
  await db.execute(sql`
    delete from ledger_salts words using ledger_acts act
    where words.community_id = ${communityId} and act.community_id = words.community_id
      and act.id = words.act_id and act.subject = ${subject}`);
}

interface Recorded {
  readonly communityId: string;
  readonly subjects: readonly string[];
  readonly kinds: readonly string[];
  /** What their payload holds, where not all of them are meant. */
  readonly payload?: Readonly<Record<string, string>>;
}

/** Takes out of the public record what such acts say in words; what they commit to stays. */
export async function takeRecordedWords(
  db: Db,
  { communityId, subjects, kinds, payload = {} }: Recorded,
): Promise<RecordedWords[]> {
  const { rows } = await db.execute<RecordedWords & Record<string, unknown>>(sql`
    delete from ledger_salts words using ledger_acts act
    where words.community_id = ${communityId} and act.community_id = words.community_id
      and act.id = words.act_id and act.subject = any(${sql.param([...subjects])}::text[])
      and act.kind = any(${sql.param([...kinds])}::text[])
      and act.payload @> ${JSON.stringify(payload)}::jsonb
    returning words.act_id as "actId", words.actor, words.field, words.value,
      encode(words.salt, 'base64') as salt`);
  return rows;
}

/** Puts them back as they were, so that they prove again what the acts commit to. */
export async function putRecordedWordsBack(
  db: Db,
  communityId: string,
  words: readonly RecordedWords[],
): Promise<void> {
  if (words.length === 0) return;
  await db.execute(sql`
    insert into ledger_salts (community_id, act_id, actor, field, value, salt)
    select ${communityId}, "actId", actor, field, value, decode(salt, 'base64')
    from jsonb_to_recordset(${JSON.stringify(words)}::jsonb)
      as words ("actId" uuid, actor uuid, field text, value text, salt text)`);
}

interface Gone {
  readonly communityIds: readonly string[];
  readonly participantIds: readonly string[];
}

/** Forgets what people who are gone wrote in the public record, and what was written of them. */
export async function forgetWords(db: Db, { communityIds, participantIds }: Gone): Promise<void> {
  await db.execute(sql`
    delete from ledger_salts words
    where community_id = any(${sql.param([...communityIds])}::uuid[])
      and (actor = any(${sql.param([...participantIds])}::uuid[]) or exists (
        select from ledger_acts act
        where act.community_id = words.community_id and act.id = words.act_id
          and act.subject = any(${sql.param([...participantIds])}::text[])))`);
}
