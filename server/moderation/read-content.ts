import type { readModeratedContent as contract } from "#shared/contract/moderation.ts";
import type { Deps } from "../deps.ts";
import type { Call } from "../platform/mount.ts";
import { Refusal } from "../platform/problem.ts";
import { mayReadReasons, officeOf } from "./policy.ts";
import { contentStateOf } from "./store.ts";
import { isOwn, placeOf } from "./subjects.ts";

/** What something says that others don't see, for its author and for those who moderate there. */
export async function readContent({ db }: Deps, { standing, params }: Call<typeof contract>) {
  const { communityId, kind, subjectId: id } = params;
  const { thing, debate } = await placeOf(db, standing, { communityId, subject: { kind, id } });
  if (!mayReadReasons(await isOwn(db, standing, thing), officeOf(standing, debate))) {
    throw new Refusal("not-allowed");
  }
  const state = await contentStateOf(db, communityId, thing.subject);
  return {
    words: { ...(state?.kept?.words ?? thing.words) },
    link: `/c/${standing.slug}${thing.path}`,
    mark: thing.mark,
  };
}
