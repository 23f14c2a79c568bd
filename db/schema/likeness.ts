import { type SQL, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";

/** Kana and Han: see `unspaced` in `shared/finding/likeness.ts`. */
const unspaced = "぀-ヿ㐀-䶿一-鿿豈-﫿";

/**
 * A text as pg_trgm compares it. Scripts that put no spaces between words are given as their pairs of characters, each
 * pair a word: of sequences of three hardly any occurs twice. First the pairs from the first character of each run on,
 * then those from the second. What is sought is written so by `apart` in `shared/finding/likeness.ts`.
 */
export const likenessKey = (text: AnyPgColumn): SQL => {
  const pairs = sql.raw(`'([${unspaced}]{2})', ' \\1 ', 'g'`);
  const firsts = sql.raw(`'(^|[^${unspaced}])[${unspaced}]', '\\1', 'g'`);
  return sql`(case when ${text} ~ ${sql.raw(`'[${unspaced}]'`)}
    then regexp_replace(${text}, ${pairs}) || ' ' || regexp_replace(regexp_replace(${text}, ${firsts}), ${pairs})
    else ${text} end)`;
};
