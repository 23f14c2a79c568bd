import type { z } from "zod";
import { Refusal } from "./problem.ts";

/** Where a page ended, as a text that the next request brings back. */
export function writeCursor(place: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(place)).toString("base64url");
}

/** Reads a cursor that came from outside; null where the list begins. */
export function readCursor<T>(schema: z.ZodType<T>, after: string | undefined): T | null {
  if (after === undefined) return null;
  const { data } = schema.safeParse(parse(after));
  if (data !== undefined) return data;
  const detail = "`after` is not the `next` of a page of this list";
  throw new Refusal("invalid-request", {
    detail,
    errors: [{ pointer: "#/query/after", detail }],
  });
}

function parse(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, "base64url").toString());
  } catch {
    return undefined;
  }
}

/** Cuts a list that was asked for with one item more than wanted into a page. */
export function toPage<Row, Item>(
  rows: readonly Row[],
  limit: number,
  { view, place }: { view(row: Row): Item; place(row: Row): readonly (string | number)[] },
): { items: Item[]; next: string | null } {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const next = rows.length > limit && last !== undefined ? writeCursor(place(last)) : null;
  return { items: shown.map(view), next };
}
