import type { Checked } from "./polis-fault.ts";

/** What summary.csv says of the conversation. Every line of it may be missing. */
export interface PolisSummary {
  readonly topic: string | null;
  readonly url: string | null;
  readonly description: string | null;
  readonly voters: number | null;
  readonly comments: number | null;
}

/** Reads summary.csv, which has no header: each row is a name and its value. */
export function readPolisSummary(rows: readonly (readonly string[])[]): Checked<PolisSummary> {
  const values = new Map<string, string>();
  for (const [at, cells] of rows.entries()) {
    const file = "summary.csv" as const;
    const place = { file, row: at + 1, column: null };
    if (cells.length !== 2) {
      return { ok: false, fault: { ...place, rule: "row-length", found: `${cells.length} cells` } };
    }
    const [name = "", value = ""] = cells;
    values.set(name.replace(/^\uFEFF/, "").trim(), value.trim());
  }
  const text = (name: string): string | null => values.get(name) || null;
  const count = (name: string): number | null => {
    const value = values.get(name) ?? "";
    return /^\d{1,15}$/.test(value) ? Number(value) : null;
  };
  return {
    ok: true,
    value: {
      topic: text("topic"),
      url: text("url"),
      description: text("conversation-description"),
      voters: count("voters"),
      comments: count("comments"),
    },
  };
}
