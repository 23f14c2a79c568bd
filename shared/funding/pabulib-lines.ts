/*
 * The lines of a Pabulib file: cells between semicolons, in double quotes where they hold one. Stolicki, Szufa and Talmon,
 * "Pabulib: A Participatory Budgeting Library" (arXiv:2012.06539).
 */

export interface Line {
  /** counted from 1 */
  readonly number: number;
  readonly cells: readonly string[];
}

export const sections = ["META", "PROJECTS", "VOTES"] as const;
export type Section = (typeof sections)[number];

function cellsOf(line: string): string[] {
  const cells: string[] = [];
  let cell = "";
  let isQuoted = false;
  for (let at = 0; at < line.length; at += 1) {
    const sign = line[at] as string;
    if (sign === '"' && isQuoted && line[at + 1] === '"') {
      cell += '"';
      at += 1;
    } else if (sign === '"' && (isQuoted || cell === "")) isQuoted = !isQuoted;
    else if (sign === ";" && !isQuoted) {
      cells.push(cell);
      cell = "";
    } else cell += sign;
  }
  return [...cells, cell].map((one) => one.trim());
}

/** The lines of each section, the one that names the columns first; empty lines are left out. */
export function linesOf(text: string): ReadonlyMap<Section, Line[]> {
  const found = new Map<Section, Line[]>();
  let current: Line[] | undefined;
  text
    .replace(/^\uFEFF/, "")
    .split(/\r\n|\n|\r/)
    .forEach((line, at) => {
      const word = line.trim();
      const section = sections.find((name) => name === word.replaceAll(";", "").toUpperCase());
      if (section) {
        current = found.get(section) ?? [];
        found.set(section, current);
      } else if (word !== "") current?.push({ number: at + 1, cells: cellsOf(line) });
    });
  return found;
}

const quoted = (cell: string) =>
  /[";\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""').replaceAll(/[\r\n]+/g, " ")}"` : cell;

export const pabulibLine = (cells: readonly (string | number)[]): string =>
  cells.map((cell) => quoted(String(cell))).join(";");
