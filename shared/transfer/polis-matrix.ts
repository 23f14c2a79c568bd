import type { Checked } from "./polis-fault.ts";
import { type PolisReader, type PolisRow, checkHeader, quoted, rowReader } from "./polis-row.ts";
import type { PolisSign } from "./polis-votes.ts";

/** One line of the matrix: a participant with the last vote on each comment that they voted on. */
export interface PolisParticipant {
  readonly id: number;
  readonly agrees: number;
  readonly disagrees: number;
  readonly votes: readonly { readonly commentId: number; readonly value: PolisSign }[];
}

const required = ["participant", "n-agree", "n-disagree"];
const leading = new Set([...required, "group-id", "n-comments", "n-votes", "xid", "visitor"]);

/** Starts reading participants-votes.csv, whose further columns must be ids of the given comments. */
export function openPolisMatrix(
  header: readonly string[],
  commentIds: ReadonlySet<number>,
): Checked<PolisReader<PolisParticipant>> {
  const checked = checkHeader("participants-votes.csv", header, required);
  if (!checked.ok) return checked;
  const names = checked.value.names.filter((name) => !leading.has(name));
  const ids = new Map([...commentIds].map((id) => [`${id}`, id]));
  const columns: { name: string; commentId: number }[] = [];
  for (const name of names) {
    const commentId = ids.get(name);
    if (commentId === undefined) {
      const file = "participants-votes.csv" as const;
      const place = { file, row: 1, column: name };
      return { ok: false, fault: { ...place, rule: "unknown-comment", found: quoted(name) } };
    }
    columns.push({ name, commentId });
  }
  const seen = new Set<number>();
  const parse = (row: PolisRow): PolisParticipant => {
    const id = row.id("participant");
    if (row.fault === null && seen.has(id))
      row.refuse("duplicate-id", "participant", quoted(`${id}`));
    seen.add(id);
    const votes = columns
      .filter(({ name }) => row.text(name).trim() !== "")
      .map(({ name, commentId }) => ({ commentId, value: row.sign(name, "vote") }));
    return { id, agrees: row.count("n-agree"), disagrees: row.count("n-disagree"), votes };
  };
  return { ok: true, value: rowReader(checked.value, parse) };
}
