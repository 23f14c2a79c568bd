import { z } from "zod";
import type { Db } from "#db/client.ts";
import type { listMyFlags as contract, OwnFlag } from "#shared/contract/flags.ts";
import type { Deps } from "../deps.ts";
import { readCursor, toPage } from "../platform/cursor.ts";
import type { Call } from "../platform/mount.ts";
import { rulesCited } from "./action-store.ts";
import { type FlagRow, flagsBy } from "./flag-store.ts";

/** Flags as who made them sees them. */
export async function viewOwnFlags(db: Db, rows: readonly FlagRow[]): Promise<OwnFlag[]> {
  const [first] = rows;
  if (!first) return [];
  const ruleOf = await rulesCited(db, first.communityId, rows);
  return rows.map((row) => {
    const { id, subjectKind: kind, subjectId, note, outcome, createdAt } = row;
    const rule = ruleOf(row);
    if (!rule) throw new Error("a cited version of a rule is never deleted");
    const subject = { kind, id: subjectId };
    return { id, subject, kind: row.kind, rule, note, outcome, createdAt: createdAt.toISOString() };
  });
}

const Place = z.tuple([z.uuid()]);

/** The reader's own flags. */
export async function listMyFlags(
  { db }: Deps,
  { standing, params, query }: Call<typeof contract>,
) {
  const { communityId } = params;
  const { participantId } = standing;
  const { limit, after, subjectId } = query;
  const before = readCursor(Place, after)?.[0] ?? null;
  const asked = { communityId, participantId, subjectId, before, limit: limit + 1 };
  const page = toPage(await flagsBy(db, asked), limit, {
    view: (row) => row,
    place: ({ id }) => [id],
  });
  return { ...page, items: await viewOwnFlags(db, page.items) };
}
