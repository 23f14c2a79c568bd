import { fold } from "./words.ts";

/*
 * How much two texts say in the same words: their resemblance, the share of short sequences of characters
 * that are in both among those in either (A. Broder, On the resemblance and containment of documents,
 * SEQUENCES 1997; Jaccard's coefficient). Words give sequences of three characters with their edges, as
 * PostgreSQL's pg_trgm takes them. Chinese and Japanese have no word edges, and words of one or two
 * characters: they give each character and each pair, as search engines do (Lucene's CJKBigramFilter).
 */

/** Characters that are written without spaces between words: kana and Han, as far as one unit of UTF-16 goes. */
export const unspaced = "\u3040-\u30FF\u3400-\u4DBF\u4E00-\u9FFF\uF900-\uFAFF";

const pairs = new RegExp(`[${unspaced}]{2}`, "gu");
const firsts = new RegExp(`(^|[^${unspaced}])[${unspaced}]`, "gu");
const anyUnspaced = new RegExp(`[${unspaced}]`, "u");

export const hasUnspaced = (text: string): boolean => anyUnspaced.test(text);

/** A text as the database compares it: see `likenessKey` in `db/schema/likeness.ts`. */
export function apart(text: string): string {
  if (!hasUnspaced(text)) return text;
  const inPairs = (run: string) => run.replaceAll(pairs, " $& ");
  return `${inPairs(text)} ${inPairs(text.replaceAll(firsts, "$1"))}`;
}

const runs = new RegExp(`[${unspaced}]+|[^${unspaced}]+`, "gu");
const startsUnspaced = new RegExp(`^[${unspaced}]`, "u");

function* sequencesOf(word: string): Generator<string> {
  const isUnspaced = startsUnspaced.test(word);
  const characters = Array.from(isUnspaced ? word : `  ${word} `);
  const size = isUnspaced ? 2 : 3;
  if (isUnspaced) yield* characters;
  for (let at = 0; at + size <= characters.length; at += 1) {
    yield characters.slice(at, at + size).join("");
  }
}

/** A text's runs of letters and digits, folded; of Chinese and Japanese, what stands in a row. */
export function runsOf(text: string): string[] {
  const words = fold(text).split(/[^\p{L}\p{N}]+/u);
  return words.flatMap((word) => word.match(runs) ?? []);
}

/** The short sequences of characters that a text has. */
export const shinglesOf = (text: string): Set<string> =>
  new Set(runsOf(text).flatMap((run) => [...sequencesOf(run)]));

/** From 0, nothing in common, to 1, the same but for case, accents and punctuation. */
export function likeness(one: string, other: string): number {
  const [a, b] = [shinglesOf(one), shinglesOf(other)];
  const common = [...a].filter((shingle) => b.has(shingle)).length;
  const all = a.size + b.size - common;
  return all === 0 ? 0 : common / all;
}

/** In the same words, in nearly the same ones, or in some of them. */
export const likenesses = ["same", "nearly", "alike"] as const;
export type Likeness = (typeof likenesses)[number];

const nearly = 0.6;
const alike = 0.4;

/** Likeness in words; null where two texts have too little in common to be held beside one another. */
export function likenessInWords(one: string, other: string): Likeness | null {
  const value = likeness(one, other);
  if (value === 1) return "same";
  if (value >= nearly) return "nearly";
  return value >= alike ? "alike" : null;
}
