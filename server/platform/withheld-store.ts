import { type SQL, sql } from "drizzle-orm";
import type { AnyPgColumn, PgTable } from "drizzle-orm/pg-core";
import type { Db } from "#db/client.ts";
import type { KeptWords } from "#shared/moderation/kept-words.ts";
import type { ModerationMark } from "#shared/contract/moderated.ts";
import type { ModeratedIds } from "./moderated.ts";

/** A table of things that people wrote, with the columns that hold their words. */
export interface Written {
  readonly table: PgTable & {
    readonly communityId: AnyPgColumn;
    readonly id: AnyPgColumn;
    readonly withdrawnAt: AnyPgColumn;
    readonly moderation: AnyPgColumn;
  };
  readonly words: readonly string[];
}

/** One of these things. */
export interface WrittenOne extends ModeratedIds {
  readonly of: Written;
}

/** Whether moderation keeps something out of sight, by the mark that it has in this column. */
export const isOutOfSight = (moderation: AnyPgColumn): SQL =>
  sql`${moderation} ->> 'state' in ('hidden', 'removed')`;

const isIt = ({ of: { table }, communityId, id }: WrittenOne): SQL =>
  sql`${table.communityId} = ${communityId} and ${table.id} = ${id}`;

export async function setMark(db: Db, one: WrittenOne, mark: ModerationMark | null): Promise<void> {
  const value = mark === null ? sql`null` : sql`${JSON.stringify(mark)}::jsonb`;
  await db.execute(sql`update ${one.of.table} set moderation = ${value} where ${isIt(one)}`);
}

type Taken = Omit<KeptWords, "revisions">;

/**
 * Takes the words out of their place. What is out of sight stands no longer, as what was taken back: whoever lists,
 * counts, searches or exports leaves it out, and knows no third state.
 */
export async function takeWords(db: Db, one: WrittenOne): Promise<Taken> {
  const columns = one.of.words.map((name) => sql`${sql.identifier(name)}`);
  const { rows } = await db.execute<Record<string, string | null>>(sql`
    select ${sql.join(columns, sql`, `)}, withdrawn_at::text as "withdrawnAt"
    from ${one.of.table} where ${isIt(one)} for no key update`);
  const [row] = rows;
  if (!row) throw new Error("what is moderated is there");
  const blanks = columns.map((column) => sql`${column} = ''`);
  await db.execute(sql`
    update ${one.of.table} set ${sql.join(blanks, sql`, `)},
      withdrawn_at = coalesce(withdrawn_at, date_trunc('milliseconds', now()))
    where ${isIt(one)}`);
  const { withdrawnAt = null, ...words } = row;
  const kept = Object.entries(words).map(([name, text]) => [name, text ?? ""] as const);
  return { words: Object.fromEntries(kept), withdrawnAt };
}

/** Puts the words back as they were. */
export async function putWordsBack(
  db: Db,
  one: WrittenOne,
  { words, withdrawnAt }: Taken,
): Promise<void> {
  const columns = one.of.words.map(
    (name) => sql`${sql.identifier(name)} = ${words[name] ?? ""}::text`,
  );
  await db.execute(sql`
    update ${one.of.table} set ${sql.join(columns, sql`, `)},
      withdrawn_at = ${withdrawnAt}::timestamptz
    where ${isIt(one)}`);
}
