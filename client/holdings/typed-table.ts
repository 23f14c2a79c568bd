/** A row of balances as somebody types it. */
export interface TypedRow {
  readonly holder: string;
  readonly amount: string;
}

export const emptyRow: TypedRow = { holder: "", amount: "" };

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
const isEmpty = ({ holder, amount }: TypedRow) => holder.trim() === "" && amount.trim() === "";

/** Typed rows as the table that is sent: its first line names the columns, empty rows are left out. */
export function csvOf(rows: readonly TypedRow[]): string {
  const lines = rows
    .filter((row) => !isEmpty(row))
    .map(({ holder, amount }) => `${quoted(holder)},${quoted(amount)}`);
  return ["holder,amount", ...lines].join("\n");
}

const mostBytes = 10_000_000;

/** The text of a file; why it can't be one otherwise. */
export async function textOf(file: File): Promise<{ csv: string } | "tooLarge" | "noText"> {
  if (file.size > mostBytes) return "tooLarge";
  try {
    const bytes = await file.arrayBuffer();
    return { csv: new TextDecoder("utf-8", { fatal: true }).decode(bytes) };
  } catch {
    return "noText";
  }
}
