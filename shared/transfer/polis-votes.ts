import type { Checked } from "./polis-fault.ts";
import { type PolisReader, checkHeader, quoted, rowReader } from "./polis-row.ts";

/** A vote as it stands in a file: which sign means agree differs between exports, see polis-sign.ts. */
export type PolisSign = -1 | 0 | 1;

/** One act of voting. A person who changed a vote has several on the same comment. */
export interface PolisVote {
  readonly commentId: number;
  readonly voterId: number;
  readonly time: number;
  readonly value: PolisSign;
  /** Folkmoot's own exports say so of people without an account. */
  readonly isVisitor?: true;
}

const required = ["timestamp", "comment-id", "voter-id", "vote"];

/** Starts reading votes.csv, every vote of which must be on one of the given comments. */
export function openPolisVotes(
  header: readonly string[],
  commentIds: ReadonlySet<number>,
): Checked<PolisReader<PolisVote>> {
  const checked = checkHeader("votes.csv", header, required);
  if (!checked.ok) return checked;
  const reader = rowReader(checked.value, (row): PolisVote => {
    const time = row.time("timestamp");
    const commentId = row.id("comment-id");
    if (!commentIds.has(commentId))
      row.refuse("unknown-comment", "comment-id", quoted(`${commentId}`));
    const mark = row.text("visitor").trim() === "1" ? ({ isVisitor: true } as const) : {};
    const value = row.sign("vote", "vote");
    return { time, commentId, voterId: row.id("voter-id"), value, ...mark };
  });
  return { ok: true, value: reader };
}
