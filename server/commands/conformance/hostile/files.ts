import { parse } from "csv-parse/sync";
import { csvRow } from "#shared/transfer/csv.ts";
import { calendarFile } from "../../../calendar/calendar-file.ts";
import { changed, type Outlet } from "./outlet.ts";

/** Whether a spreadsheet would compute a cell. */
export const isFormula = (cell: string): boolean =>
  /^(?:[\s\p{Cc}\p{Cf}]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|[\t\r\n])/u.test(cell);

/** A table for a spreadsheet: one row of two cells, neither of them a formula. */
export const csv: Outlet = {
  name: "CSV",
  problems(given) {
    // Halves of characters cannot be written to a file.
    const text = Buffer.from(given).toString();
    const rows: string[][] = parse(`${csvRow([text, 1])}\r\n`, { relax_column_count: true });
    const [[cell = "", next] = []] = rows;
    return [
      ...changed("rows", 1, rows.length),
      ...changed("the cell after it", "1", next),
      ...changed("its cell", text, cell === text ? cell : cell.replace(/^'/, "")),
      ...(isFormula(cell) ? ["a formula"] : []),
    ];
  },
};

const moment = new Date("2030-01-02T03:04:00.000Z");
const ids = { id: "1", debateId: "2", slug: "glade", version: 1 };
const times = { status: "open" as const, opensAt: moment, closesAt: moment };
const file = { site: "https://moot.example", language: "en" as const };

const unescaped = (value: string): string =>
  value.replaceAll(/\\([\\;,nN])/g, (_, sign: string) => (/n/i.test(sign) ? "\n" : sign));

/** Values of a calendar by the names of its lines, after its lines were put together again. */
export function linesOf(text: string): [string, string][] {
  const lines = text.replaceAll(/\r\n[ \t]/g, "").split("\r\n");
  return lines.map((line) => {
    const end = line.indexOf(":");
    return [line.slice(0, end), line.slice(end + 1)];
  });
}

const calendarOf = (text: string): string =>
  calendarFile([{ ...ids, ...times, title: text, question: text, community: text }], {
    ...file,
    name: text,
  });
const plain = linesOf(calendarOf("plain"));

/** What a calendar may hold of a text: no control characters, and no halves of characters. */
const readableOf = (text: string): string =>
  text.replaceAll(/\r\n?/g, "\n").replaceAll(/[^\P{Cc}\n\t]|\p{Cs}/gu, " ");

/** A calendar: the lines of any other, each of up to 75 bytes, and in them the text. */
export const calendar: Outlet = {
  name: "calendar",
  problems(text) {
    const written = calendarOf(text);
    const long = written.split("\r\n").filter((line) => Buffer.byteLength(line) > 75);
    const lines = linesOf(written);
    const [names, plainNames] = [lines, plain].map((all) => all.map(([name]) => name).join());
    const summary = lines.find(([name]) => name === "SUMMARY")?.[1] ?? "";
    return [
      ...changed("its lines", plainNames, names),
      ...changed("lines of more than 75 bytes", 0, long.length),
      ...changed("its title", `Voting ends: ${readableOf(text)}`, unescaped(summary)),
      ...(/[^\P{Cc}\r\n\t]/u.test(written) ? ["a control character"] : []),
    ];
  },
};
