export type Cell = string | number | null;

/**
 * How a cell begins that a spreadsheet would run: with a sign of a formula, wide ones of East Asian keyboards included,
 * whatever white space and unseen characters stand before it; or with a tab or a break (OWASP, CSV Injection).
 */
const formula = /^(?:[\s\p{Cc}\p{Cf}]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|[\t\r\n])/u;

/** A cell that a spreadsheet would take for a formula gets a quote before it. */
function cell(value: Cell): string {
  if (value === null) return "";
  const text = String(value);
  const safe = typeof value === "string" && formula.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** One row (RFC 4180), without its end. */
export const csvRow = (cells: readonly Cell[]): string => cells.map(cell).join(",");
