import type { readCuration as contract } from "#shared/contract/curation.ts";
import { mayFacilitate, namedFacilitators, readableDebate } from "../debates/public.ts";
import type { Deps } from "../deps.ts";
import { isMember } from "../platform/actor.ts";
import type { Call } from "../platform/mount.ts";
import { isCurated, mayAppoint } from "./policy.ts";
import { ownRating, ratingsOf } from "./rating-store.ts";
import { summaryView } from "./save-summary.ts";
import { findMember, partsOf } from "./store.ts";
import { latestSummary } from "./summary-store.ts";

/** All that those who curate a debate have made of it, and whether the reader does. */
export async function readCuration(deps: Deps, { standing, params }: Call<typeof contract>) {
  const { db } = deps;
  const debate = await readableDebate(deps, standing, params);
  const { communityId } = params;
  const [author, named, latest, parts, mine] = await Promise.all([
    findMember(db, { communityId, participantId: debate.authorId }),
    namedFacilitators(db, params),
    latestSummary(db, params),
    partsOf(db, params),
    isMember(standing) ? ownRating(db, params, standing.participantId) : null,
  ]);
  const summary = latest ? summaryView(latest) : null;
  const ratings = summary?.text ? await ratingsOf(db, params, summary.version) : null;
  const isOpen = isCurated(debate);
  const facilitatorIds = new Set(named.map(({ id }) => id));
  return {
    facilitators: [...(author ? [author] : []), ...named.filter(({ id }) => id !== author?.id)],
    summary,
    ratings,
    mine,
    parts,
    can: {
      curate: isOpen && mayFacilitate(standing, { ...debate, facilitatorIds }),
      appoint: isOpen && mayAppoint(standing, debate),
    },
  };
}
