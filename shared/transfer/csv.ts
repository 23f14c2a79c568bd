export type Cell = string | number | null;

/** A cell that a spreadsheet would take for a formula gets a quote before it. */
function cell(value: Cell): string {
  if (value === null) return "";
  const text = String(value);
  const safe = typeof value === "string" && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** One row (RFC 4180), without its end. */
export const csvRow = (cells: readonly Cell[]): string => cells.map(cell).join(",");
