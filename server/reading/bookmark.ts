import type * as contract from "#shared/contract/reading.ts";
import { isClaimIn } from "../debates/public.ts";
import type { Deps } from "../deps.ts";
import type { Call } from "../platform/mount.ts";
import { Refusal } from "../platform/problem.ts";
import { deleteBookmark, saveBookmark } from "./bookmark-store.ts";
import { placeIn } from "./reader.ts";

type OfDebate = Call<typeof contract.bookmarkDebate>;
type OfClaim = Call<typeof contract.bookmarkClaim>;

/** What the call is about, if the reader may see it. */
async function subjectOf(deps: Deps, call: OfDebate | OfClaim) {
  const { place } = await placeIn(deps, call);
  if (!("claimId" in call.params)) return { ...place, claimId: null };
  if (!(await isClaimIn(deps.db, call.params))) throw new Refusal("not-found");
  return { ...place, claimId: call.params.claimId };
}

/** Keeps a claim or debate. */
export async function keep(deps: Deps, call: OfDebate | OfClaim): Promise<undefined> {
  const subject = await subjectOf(deps, call);
  const id = deps.random.id();
  await deps.transact((tx) => saveBookmark(tx.db, { ...subject, id }), call.once);
}

/** Keeps it no longer. */
export async function forget(deps: Deps, call: OfDebate | OfClaim): Promise<undefined> {
  const subject = await subjectOf(deps, call);
  await deps.transact((tx) => deleteBookmark(tx.db, subject), call.once);
}
