import type { Checked, PolisFault, PolisFile, PolisRule } from "./polis-fault.ts";

/** Reads one row after the other and knows its number. */
export interface PolisReader<T> {
  read(cells: readonly string[]): Checked<T>;
}

/** A header that was checked: where each column stands. */
export interface PolisHeader {
  readonly file: PolisFile;
  readonly names: readonly string[];
  readonly index: ReadonlyMap<string, number>;
}

const byteOrderMark = "\uFEFF";
const headerRow = 1;

/** Checks that a header names each required column, and none twice. Columns we don't know are left alone. */
export function checkHeader(
  file: PolisFile,
  cells: readonly string[],
  required: readonly string[],
): Checked<PolisHeader> {
  const names = cells.map((cell, at) =>
    (at === 0 && cell.startsWith(byteOrderMark) ? cell.slice(1) : cell).trim(),
  );
  const index = new Map<string, number>();
  const fault = (rule: PolisRule, column: string): Checked<PolisHeader> => ({
    ok: false,
    fault: { file, row: headerRow, column, rule, found: names.slice(0, 8).join(",") },
  });
  for (const [at, name] of names.entries()) {
    if (index.has(name)) return fault("repeated-column", name);
    index.set(name, at);
  }
  for (const name of required) if (!index.has(name)) return fault("missing-column", name);
  return { ok: true, value: { file, names, index } };
}

/** A reader that counts rows and lets `parse` take the cells; the first thing wrong with a row is its fault. */
export function rowReader<T>(header: PolisHeader, parse: (row: PolisRow) => T): PolisReader<T> {
  let number = headerRow;
  return {
    read(cells) {
      number += 1;
      const row = new PolisRow(header, number, cells);
      const value = parse(row);
      return row.fault === null ? { ok: true, value } : { ok: false, fault: row.fault };
    },
  };
}

const whole = /^(?:0|[1-9]\d{0,14})$/;
const year2000 = 946_684_800_000;
const year2100 = 4_102_444_800_000;
/** Older exports count milliseconds, newer ones seconds; as milliseconds this is March 1973, as seconds the year 5138. */
const secondsBelow = 100_000_000_000;

/** One row: takes cells by column name and keeps the first fault, so that a parser reads straight on. */
export class PolisRow {
  fault: PolisFault | null = null;
  private readonly header: PolisHeader;
  private readonly number: number;
  private readonly cells: readonly string[];

  constructor(header: PolisHeader, number: number, cells: readonly string[]) {
    this.header = header;
    this.number = number;
    this.cells = cells;
    if (cells.length !== header.names.length) {
      this.refuse("row-length", null, `${cells.length} cells for ${header.names.length} columns`);
    }
  }

  refuse(rule: PolisRule, column: string | null, found: string): void {
    this.fault ??= { file: this.header.file, row: this.number, column, rule, found };
  }

  text(column: string): string {
    const at = this.header.index.get(column);
    return (at === undefined ? undefined : this.cells[at]) ?? "";
  }

  id(column: string): number {
    return this.wholeNumber(column, "id");
  }

  count(column: string): number {
    return this.wholeNumber(column, "count");
  }

  /** A count that an export may leave out: the column is missing or the cell empty. */
  countIfGiven(column: string): number | null {
    return this.text(column).trim() === "" ? null : this.count(column);
  }

  sign(column: string, rule: "vote" | "moderated"): -1 | 0 | 1 {
    const text = this.text(column).trim();
    if (text === "1") return 1;
    if (text === "-1") return -1;
    if (text !== "0") this.refuse(rule, column, quoted(this.text(column)));
    return 0;
  }

  /** Milliseconds since 1970. */
  time(column: string): number {
    const text = this.text(column).trim();
    const number = whole.test(text) ? Number(text) : Number.NaN;
    const time = number < secondsBelow ? number * 1000 : number;
    if (time >= year2000 && time < year2100) return time;
    this.refuse("timestamp", column, quoted(this.text(column)));
    return 0;
  }

  private wholeNumber(column: string, rule: PolisRule): number {
    const text = this.text(column).trim();
    if (whole.test(text)) return Number(text);
    this.refuse(rule, column, quoted(this.text(column)));
    return 0;
  }
}

/** So that an empty cell, or a space in one, can be seen in a message. */
export const quoted = (text: string): string => `"${text}"`;
