import type { Checked } from "./polis-fault.ts";
import { type PolisReader, type PolisRow, checkHeader, quoted, rowReader } from "./polis-row.ts";

export type PolisModeration = "rejected" | "unmoderated" | "accepted";

/** One statement of a Polis conversation. */
export interface PolisComment {
  readonly id: number;
  readonly authorId: number;
  readonly time: number;
  readonly body: string;
  readonly moderation: PolisModeration;
  /** As Polis counted: every vote, also those that were changed later. Null where the export leaves it out. */
  readonly agrees: number | null;
  readonly disagrees: number | null;
}

const required = ["timestamp", "comment-id", "author-id", "moderated", "comment-body"];
const bodyLimit = 1000;
const moderations = { "-1": "rejected", "0": "unmoderated", "1": "accepted" } as const;

/** Starts reading comments.csv: checks its header, then takes row by row. */
export function openPolisComments(header: readonly string[]): Checked<PolisReader<PolisComment>> {
  const checked = checkHeader("comments.csv", header, required);
  if (!checked.ok) return checked;
  const seen = new Set<number>();
  return { ok: true, value: rowReader(checked.value, (row) => parseComment(row, seen)) };
}

function parseComment(row: PolisRow, seen: Set<number>): PolisComment {
  const time = row.time("timestamp");
  const id = row.id("comment-id");
  if (row.fault === null && seen.has(id)) row.refuse("duplicate-id", "comment-id", quoted(`${id}`));
  seen.add(id);
  const authorId = row.id("author-id");
  const agrees = row.countIfGiven("agrees");
  const disagrees = row.countIfGiven("disagrees");
  const moderation = moderations[`${row.sign("moderated", "moderated")}`];
  const body = row.text("comment-body").trim();
  const length = Array.from(body).length;
  if (length === 0) row.refuse("empty-body", "comment-body", "");
  if (length > bodyLimit) row.refuse("long-body", "comment-body", `${length} characters`);
  return { id, authorId, time, body, moderation, agrees, disagrees };
}
