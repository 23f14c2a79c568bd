import type { listCurationChanges as contract } from "#shared/contract/curation.ts";
import { mayFacilitate, placeAfter, readableDebate, withFacilitators } from "../debates/public.ts";
import type { Deps } from "../deps.ts";
import { toPage } from "../platform/cursor.ts";
import type { Call } from "../platform/mount.ts";
import { changesOf } from "./change-store.ts";
import { isCurated, mayAppoint } from "./policy.ts";

/** How a debate was curated, the latest first. */
export async function listChanges(deps: Deps, { standing, params, query }: Call<typeof contract>) {
  const found = await readableDebate(deps, standing, params);
  const { after, limit } = query;
  const page = { ...params, after: placeAfter(after), limit: limit + 1 };
  const [rows, debate] = await Promise.all([
    changesOf(deps.db, page),
    withFacilitators(deps.db, found),
  ]);
  const isOpen = isCurated(debate);
  const curates = isOpen && mayFacilitate(standing, debate);
  const appoints = isOpen && mayAppoint(standing, debate);
  return toPage(rows, limit, {
    view: ({ change, actor, undoer, ...about }: (typeof rows)[number]) => ({
      id: change.id,
      kind: change.kind,
      subjectId: change.subjectId,
      before: change.before,
      after: change.after,
      ...about,
      actor,
      at: change.createdAt.toISOString(),
      undone: undoer && change.undoneAt ? { by: undoer, at: change.undoneAt.toISOString() } : null,
      can: {
        undo:
          change.undoneAt === null &&
          change.kind !== "summary" &&
          (change.kind === "facilitator" ? appoints : curates),
      },
    }),
    place: ({ change }) => [change.createdAt.toISOString(), change.id],
  });
}
