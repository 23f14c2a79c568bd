import { readableDebate } from "../debates/public.ts";
import type { Deps } from "../deps.ts";
import { maySee, type SignedIn, type Standing } from "../platform/actor.ts";
import { Refusal } from "../platform/problem.ts";
import type { DebateIds, Place } from "./store.ts";

interface Asked {
  readonly actor: SignedIn;
  readonly params: { readonly communityId: string };
}

/** How the reader stands in the community: people read where they are no members, too. */
export async function readerIn(
  { findStanding }: Pick<Deps, "findStanding">,
  { actor, params }: Asked,
): Promise<Standing> {
  const standing = await findStanding(actor, params.communityId);
  if (!maySee(standing)) throw new Refusal("not-found");
  return standing;
}

/** The reader's place in a debate that they may see, with the debate. */
export async function placeIn(
  deps: Deps,
  call: { readonly actor: SignedIn; readonly params: DebateIds },
) {
  const standing = await readerIn(deps, call);
  const { communityId, debateId } = call.params;
  const debate = await readableDebate(deps, standing, { communityId, debateId });
  const place: Place = { communityId, debateId, accountId: call.actor.accountId };
  return { place, standing, debate };
}
