import { CsvError, parse } from "csv-parse/sync";
import {
  declaredLimits,
  DefinedAttributes,
  type readGroupTable as contract,
} from "#shared/contract/representation.ts";
import { line } from "#shared/contract/text.ts";
import type { Call } from "../platform/mount.ts";
import { because, refuseFaults, refuseField } from "../platform/problem.ts";

const columns = ["attribute", "value", "share"] as const;
const Name = line(declaredLimits.name);

interface Row {
  readonly record: string[];
  readonly info: { readonly lines: number };
}

interface Value {
  readonly name: string;
  readonly target: number | null;
}

type Fault = ReturnType<typeof because>;

/** Reads attributes, values and shares in per cent out of a table; refuses by line and column, and stores nothing. */
export async function readTable({ body }: Pick<Call<typeof contract>, "body">) {
  const [head, ...rows] = rowsOf(body.csv);
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

function rowsOf(csv: string): Row[] {
  try {
    return parse(csv, {
      bom: true,
      info: true,
      delimiter: [",", ";", "\t"],
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
    }) as unknown as Row[];
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const { lines } = error as CsvError & { readonly lines?: number };
    return refuseField("invalid-request", "csv", because("table-broken", { line: lines ?? 1 }));
  }
}

function checkHead(head: Row | undefined): void {
  const found = head?.record.map((cell) => cell.toLowerCase()) ?? [];
  if (found.length === columns.length && columns.every((name, at) => found[at] === name)) return;
  const values = {
    line: head?.info.lines ?? 1,
    expected: columns.join(","),
    found: found.join(","),
  };
  refuseField("invalid-request", "csv", because("group-table-columns", values));
}

function take({ record, info }: Row, attributes: Map<string, Value[]>, faults: Fault[]): void {
  const { lines: at } = info;
  const [attribute, value, share = ""] = record;
  const names = [attribute, value].map((text) => Name.safeParse(text).data);
  for (const [column, name] of names.entries()) {
    if (name !== undefined) continue;
    const found = record[column] ?? "";
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
