import type { listStructureChanges as contract } from "#shared/contract/structure.ts";
import type { Deps } from "../../deps.ts";
import { toPage } from "../../platform/cursor.ts";
import type { Call } from "../../platform/mount.ts";
import { withFacilitators } from "../facilitator-store.ts";
import { placeAfter } from "../list-debates.ts";
import { mayUndo } from "../policy.ts";
import { readableDebate } from "../public.ts";
import { changeView } from "./arrange.ts";
import { changesOf } from "./structure-store.ts";
import { isUndoable } from "./undo-change.ts";

/** How an argument was rearranged, the latest first. */
export async function listChanges(deps: Deps, { standing, params, query }: Call<typeof contract>) {
  const debate = await withFacilitators(deps.db, await readableDebate(deps, standing, params));
  const { after, limit } = query;
  const page = { ...params, after: placeAfter(after), limit: limit + 1 };
  const now = deps.clock();
  return toPage(await changesOf(deps.db, page), limit, {
    view: ({ change, actor, undoer, ...claim }: Awaited<ReturnType<typeof changesOf>>[number]) => ({
      ...changeView(change, { actor, undoer }),
      ...claim,
      can: { undo: isUndoable(change, now) && mayUndo(standing, debate, change) },
    }),
    place: ({ change }) => [change.createdAt.toISOString(), change.id],
  });
}
