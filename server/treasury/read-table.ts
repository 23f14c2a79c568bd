import { type EntryKind, treasuryLimits } from "#shared/contract/treasury.ts";
import { line } from "#shared/contract/text.ts";
import { readAmount } from "#shared/holdings/amount.ts";
import { type CsvRow, csvRows } from "../platform/csv-rows.ts";
import { because, refuseFaults, refuseField } from "../platform/problem.ts";
import { faultOfDay } from "./days.ts";

const needed = ["date", "kind", "amount", "party", "what"] as const;
type Column = (typeof needed)[number] | "line";

type Fault = ReturnType<typeof because>;

/** What the cells of a row are checked against. */
export interface Known {
  readonly now: Date;
  /** Ids of the budget's lines in this currency, by their titles in small letters. */
  readonly lines: ReadonlyMap<string, string>;
}

export interface TableRow {
  /** The line of the table on which it stands. */
  readonly at: number;
  readonly day: string;
  readonly kind: EntryKind;
  readonly amount: number;
  readonly party: string;
  readonly what: string;
  readonly lineId: string | null;
}

/** Reads entries out of a table; refuses by line and column, all that is wrong at once, and lets nothing through then. */
export function readTable(csv: string, known: Known): TableRow[] {
  const [head, ...rows] = csvRows(csv, [",", ";", "\t"]);
  const columns = columnsOf(head);
  if (rows.length === 0) refuseField("invalid-request", "csv", because("table-empty"));
  const { atOnce: most } = treasuryLimits;
  if (rows.length > most) {
    refuseField("invalid-request", "csv", because("treasury-table-long", { most }));
  }
  const read = rows.map((row) => readRow({ row, columns, known }));
  const faults = read.flatMap((one) => ("faults" in one ? one.faults : []));
  if (faults.length > 0) {
    refuseFaults(
      "invalid-request",
      faults.slice(0, 100).map((fault) => ({ pointer: "#/body/csv", ...fault })),
    );
  }
  return read.flatMap((one) => ("entry" in one ? [one.entry] : []));
}

function columnsOf(head: CsvRow | undefined): Column[] {
  const found = head?.cells.map((cell) => cell.toLowerCase()) ?? [];
  const isKnown = found.every((name) => name === "line" || needed.some((one) => one === name));
  const isWhole = needed.every((name) => found.includes(name));
  if (isKnown && isWhole && new Set(found).size === found.length) return found as Column[];
  const values = { line: head?.line ?? 1, found: found.join(",") };
  return refuseField("invalid-request", "csv", because("treasury-table-columns", values));
}

interface Cells {
  readonly row: CsvRow;
  readonly columns: readonly Column[];
  readonly known: Known;
}

function readRow({ row, columns, known }: Cells): { entry: TableRow } | { faults: Fault[] } {
  const { cells, line: at } = row;
  if (cells.length !== columns.length) {
    const values = { line: at, found: cells.length, expected: columns.length };
    return { faults: [because("treasury-table-cells", values)] };
  }
  const cell = (name: Column) => cells[columns.indexOf(name)] ?? "";
  const kind = kindOf(cell("kind"));
  const amount = amountOf(cell("amount"));
  const party = line(treasuryLimits.party).safeParse(cell("party")).data;
  const what = line(treasuryLimits.what).safeParse(cell("what")).data;
  const lineId = lineOf(cell("line"), kind, known);
  const faults = [
    dayFault(cell("date"), at, known),
    kind === undefined && because("treasury-table-kind", { line: at, found: cell("kind") }),
    amount === undefined && because("treasury-table-amount", { line: at, found: cell("amount") }),
    party === undefined && wordsFault(at, "party", cell("party")),
    what === undefined && wordsFault(at, "what", cell("what")),
    lineId === undefined && because("treasury-table-line", { line: at, found: cell("line") }),
  ].filter((fault) => fault !== false);
  if (faults.length > 0) return { faults };
  return { entry: { at, day: cell("date"), kind, amount, party, what, lineId } as TableRow };
}

function dayFault(day: string, at: number, { now }: Known): Fault | false {
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(Date.parse(day));
  const isSame = isDay && new Date(day).toISOString().startsWith(day);
  if (!isSame) return because("treasury-table-date", { line: at, found: day });
  const { firstDay: first } = treasuryLimits;
  const isFit = faultOfDay(day, now) === null;
  return !isFit && because("treasury-table-day", { line: at, found: day, first });
}

function wordsFault(at: number, column: "party" | "what", found: string): Fault {
  return because("treasury-table-words", { line: at, column, found, most: treasuryLimits[column] });
}

function kindOf(text: string): EntryKind | undefined {
  const word = text.toLowerCase();
  return word === "in" || word === "out" ? word : undefined;
}

/** Hundredths. */
function amountOf(text: string): number | undefined {
  const units = readAmount(text, 2);
  const isFit = typeof units === "bigint" && units > 0n && units <= BigInt(treasuryLimits.amount);
  return isFit ? Number(units) : undefined;
}

/** Only what goes out is spent from a line. */
function lineOf(
  title: string,
  kind: EntryKind | undefined,
  { lines }: Known,
): string | null | undefined {
  if (title === "") return null;
  return kind === "in" ? undefined : lines.get(title.toLowerCase());
}
