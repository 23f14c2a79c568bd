import {
  declaredLimits,
  DefinedAttributes,
  type readGroupTable as contract,
} from "#shared/contract/representation.ts";
import { line } from "#shared/contract/text.ts";
import { type CsvRow, csvRows } from "../platform/csv-rows.ts";
import type { Call } from "../platform/mount.ts";
import { because, refuseFaults, refuseField } from "../platform/problem.ts";

const columns = ["attribute", "value", "share"] as const;
const Name = line(declaredLimits.name);

interface Value {
  readonly name: string;
  readonly target: number | null;
}

type Fault = ReturnType<typeof because>;

/** Reads attributes, values and shares in per cent out of a table; refuses by line and column, and stores nothing. */
export async function readTable({ body }: Pick<Call<typeof contract>, "body">) {
  const [head, ...rows] = csvRows(body.csv, [",", ";", "\t"]);
  checkHead(head);
  if (rows.length === 0) refuseField("invalid-request", "csv", because("table-empty"));
  const faults: Fault[] = [];
  const attributes = new Map<string, Value[]>();
  for (const row of rows) take(row, attributes, faults);
  if (faults.length > 0) {
    refuseFaults(
      "invalid-request",
      faults.map((fault) => ({ pointer: "#/body/csv", ...fault })),
    );
  }
  const found = [...attributes].map(([name, values]) => ({ name, values }));
  const checked = DefinedAttributes.safeParse(found);
  if (!checked.success) refuseIssues(found, checked.error.issues);
  return { attributes: found };
}

function checkHead(head: CsvRow | undefined): void {
  const found = head?.cells.map((cell) => cell.toLowerCase()) ?? [];
  if (found.length === columns.length && columns.every((name, at) => found[at] === name)) return;
  const values = {
    line: head?.line ?? 1,
    expected: columns.join(","),
    found: found.join(","),
  };
  refuseField("invalid-request", "csv", because("group-table-columns", values));
}

function take(
  { cells, line: at }: CsvRow,
  attributes: Map<string, Value[]>,
  faults: Fault[],
): void {
  const [attribute, value, share = ""] = cells;
  const names = [attribute, value].map((text) => Name.safeParse(text).data);
  for (const [column, name] of names.entries()) {
    if (name !== undefined) continue;
    const found = cells[column] ?? "";
    faults.push(because("group-table-name", { line: at, column: columns[column] ?? "", found }));
  }
  const target = share === "" ? null : targetOf(share);
  if (target === undefined) faults.push(because("group-table-share", { line: at, found: share }));
  const [name, of] = names;
  if (name === undefined || of === undefined || target === undefined) return;
  attributes.set(name, [...(attributes.get(name) ?? []), { name: of, target }]);
}

/** Hundredths of a per cent, from per cent in digits; with or without the sign. */
function targetOf(text: string): number | undefined {
  const [, whole = "", part = ""] = /^(\d{1,3})(?:[.,](\d{1,2}))?\s*%?$/.exec(text) ?? [];
  if (whole === "") return undefined;
  const target = Number(whole) * 100 + Number(part.padEnd(2, "0"));
  return target <= 10_000 ? target : undefined;
}

interface Issue {
  readonly path: readonly PropertyKey[];
  readonly params?: unknown;
}

/** What the attributes themselves have wrong is told by their names, as the table has no place for it. */
function refuseIssues(
  found: readonly { readonly name: string; readonly values: readonly Value[] }[],
  issues: readonly unknown[],
): never {
  const errors = (issues as readonly Issue[]).map(({ path }) => {
    const attribute = found[Number(path[0] ?? 0)];
    const sum = (attribute?.values ?? []).reduce((all, { target }) => all + (target ?? 0), 0) / 100;
    const values = { name: attribute?.name ?? "", sum: `${sum}` };
    return { pointer: "#/body/csv", ...because("group-table-attribute", values) };
  });
  return refuseFaults("invalid-request", errors);
}
