import type { readActivity as contract } from "#shared/contract/debates.ts";
import type { Deps } from "../deps.ts";
import { toPage } from "../platform/cursor.ts";
import type { Call } from "../platform/mount.ts";
import { type ActivityRow, activityOf } from "./activity-store.ts";
import { placeAfter } from "./list-debates.ts";
import { readableDebate } from "./public.ts";

/** What happened in a debate: its moves, and what was added. */
export async function readActivity(deps: Deps, { standing, params, query }: Call<typeof contract>) {
  await readableDebate(deps, standing, params);
  const { after, limit } = query;
  const { communityId, debateId } = params;
  const page = { communityId, debateId, after: placeAfter(after), limit: limit + 1 };
  return toPage(await activityOf(deps.db, page), limit, {
    view: (row: ActivityRow) => ({ ...row, at: momentOf(row) }),
    place: (row) => [momentOf(row), row.id],
  });
}

const momentOf = ({ at }: ActivityRow) => new Date(at).toISOString();
