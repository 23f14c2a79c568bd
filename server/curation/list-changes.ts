import type { listCurationChanges as contract } from "#shared/contract/curation.ts";
import { placeAfter, readableDebate } from "../debates/public.ts";
import type { Deps } from "../deps.ts";
import { toPage } from "../platform/cursor.ts";
import type { Call } from "../platform/mount.ts";
import { changesOf } from "./change-store.ts";
import { isCurated, mayAppoint, mayCurate } from "./policy.ts";
import { namedFacilitators } from "./store.ts";

/** How a debate was curated, the latest first. */
export async function listChanges(deps: Deps, { standing, params, query }: Call<typeof contract>) {
  const debate = await readableDebate(deps, standing, params);
  const { after, limit } = query;
  const page = { ...params, after: placeAfter(after), limit: limit + 1 };
  const [rows, named] = await Promise.all([
    changesOf(deps.db, page),
    namedFacilitators(deps.db, params),
  ]);
  const isOpen = isCurated(debate);
  const curates = isOpen && mayCurate(standing, debate, new Set(named.map(({ id }) => id)));
  const appoints = isOpen && mayAppoint(standing, debate);
  return toPage(rows, limit, {
    view: ({ change, actor, undoer, claimId, text }: (typeof rows)[number]) => ({
      id: change.id,
      kind: change.kind,
      subjectId: change.subjectId,
      before: change.before,
      after: change.after,
      text,
      claimId,
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
