import type { readCuration as contract } from "#shared/contract/curation.ts";
import { readableDebate } from "../debates/public.ts";
import type { Deps } from "../deps.ts";
import type { Call } from "../platform/mount.ts";
import { isCurated, mayAppoint, mayCurate } from "./policy.ts";
import { summaryView } from "./save-summary.ts";
import { findMember, namedFacilitators, partsOf } from "./store.ts";
import { latestSummary } from "./summary-store.ts";

/** All that those who curate a debate have made of it, and whether the reader does. */
export async function readCuration(deps: Deps, { standing, params }: Call<typeof contract>) {
  const { db } = deps;
  const debate = await readableDebate(deps, standing, params);
  const { communityId } = params;
  const [author, named, summary, parts] = await Promise.all([
    findMember(db, { communityId, participantId: debate.authorId }),
    namedFacilitators(db, params),
    latestSummary(db, params),
    partsOf(db, params),
  ]);
  const isOpen = isCurated(debate);
  return {
    facilitators: [...(author ? [author] : []), ...named.filter(({ id }) => id !== author?.id)],
    summary: summary ? summaryView(summary) : null,
    parts,
    can: {
      curate: isOpen && mayCurate(standing, debate, new Set(named.map(({ id }) => id))),
      appoint: isOpen && mayAppoint(standing, debate),
    },
  };
}
