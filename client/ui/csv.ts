import { type Cell, csvRow } from "#shared/transfer/csv.ts";
import { downloadFile } from "./download.ts";

/** RFC 4180. */
export const toCsv = (rows: readonly (readonly Cell[])[]): string =>
  rows.map((row) => `${csvRow(row)}\r\n`).join("");

const longest = 80;
/** Letters that belong together, also where a language sets no spaces between words. */
const wordsIn = (name: string) => name.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];

/** As many words as fit, one of them cut where it alone is too long. */
function taken(words: readonly string[], room: number): string[] {
  const found: string[] = [];
  let length = 0;
  for (const word of words) {
    const letters = Array.from(word);
    if (length + letters.length > room) {
      return found.length === 0 ? [letters.slice(0, room).join("")] : found;
    }
    found.push(word);
    length += letters.length + 1;
  }
  return found;
}

/**
 * What a table is called as a file. Of a long name the first and the last words are kept: it begins with what the
 * table is about, and ends with which of its tables it is.
 */
export function fileNameOf(name: string): string {
  const words = wordsIn(name);
  if (Array.from(words.join("-")).length <= longest) return words.join("-") || "table";
  const last = taken(words.toReversed(), longest / 2 - 1).toReversed();
  const first = taken(words.slice(0, words.length - last.length), longest / 2 - 1);
  return [...first, "…", ...last].join("-");
}

/** Hands a table to the reader as a file; the mark at its start tells spreadsheets that it is UTF-8. */
export function downloadCsv(name: string, rows: readonly (readonly Cell[])[]): void {
  downloadFile(`${fileNameOf(name)}.csv`, ["\uFEFF", toCsv(rows)], "text/csv");
}
