import { CsvError, parse } from "csv-parse/sync";
import { because, refuseField } from "./problem.ts";

export interface CsvRow {
  readonly cells: readonly string[];
  /** The line of the table on which it ends; the first is 1. */
  readonly line: number;
}

interface Read {
  readonly record: string[];
  readonly info: { readonly lines: number };
}

/** The rows of a short table that came in the body's field `csv`, without empty ones; refused where it can't be read. */
export function csvRows(csv: string, delimiter: string | string[] = ","): CsvRow[] {
  try {
    const rows = parse(csv, {
      bom: true,
      info: true,
      delimiter,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
    }) as unknown as Read[];
    return rows.map(({ record, info }) => ({ cells: record, line: info.lines }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const { lines } = error as CsvError & { readonly lines?: number };
    return refuseField("invalid-request", "csv", because("table-broken", { line: lines ?? 1 }));
  }
}
