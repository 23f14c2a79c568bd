import { type Cell, csvRow } from "#shared/transfer/csv.ts";
import { downloadFile } from "./download.ts";

/** RFC 4180. */
export const toCsv = (rows: readonly (readonly Cell[])[]): string =>
  rows.map((row) => `${csvRow(row)}\r\n`).join("");

/** Hands a table to the reader as a file; the mark at its start tells spreadsheets that it is UTF-8. */
export function downloadCsv(name: string, rows: readonly (readonly Cell[])[]): void {
  const file = `${name.replace(/[^\p{L}\p{N}]+/gu, "-").slice(0, 80)}.csv`;
  downloadFile(file, ["\uFEFF", toCsv(rows)], "text/csv");
}
