import { type SQL, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";

// The classes are kana and Han: see `unspaced` in `shared/finding/likeness.ts`.
const pairs = sql`'([぀-ヿ㐀-䶿一-鿿豈-﫿]{2})', ' \\1 ', 'g'`;
const firsts = sql`'(^|[^぀-ヿ㐀-䶿一-鿿豈-﫿])[぀-ヿ㐀-䶿一-鿿豈-﫿]', '\\1', 'g'`;

/**
 * A text as pg_trgm compares it. Scripts that put no spaces between words are given as their pairs of characters, each
 * pair a word: of sequences of three hardly any occurs twice. First the pairs from the first character of each run on,
 * then those from the second. What is sought is written so by `apart` in `shared/finding/likeness.ts`.
 */
export const likenessKey = (text: AnyPgColumn): SQL =>
  sql`(case when ${text} ~ '[぀-ヿ㐀-䶿一-鿿豈-﫿]'
    then regexp_replace(${text}, ${pairs}) || ' ' || regexp_replace(regexp_replace(${text}, ${firsts}), ${pairs})
    else ${text} end)`;
