import type { joinCommunity } from "#shared/contract/memberships.ts";
import type { Deps } from "../deps.ts";
import type { Call } from "../platform/mount.ts";
import { because, Refusal } from "../platform/problem.ts";
import { carryVisitsTo } from "../visitors/public.ts";
import { admit } from "./admission.ts";
import { outsideOf } from "./outsider.ts";
import { mayJoinOpenly } from "./policy.ts";
import { memberView } from "./views.ts";

/** Lets people into a community that is open to all. */
export function joinOpenCommunity(
  deps: Deps,
  { actor, params, body, once }: Call<typeof joinCommunity>,
) {
  const comer = { communityId: params.communityId, accountId: actor.accountId };
  return deps.transact(async (tx) => {
    const outsider = await outsideOf(tx, comer);
    if (!mayJoinOpenly(outsider)) {
      if (outsider.joinPolicy === "by-invitation") throw new Refusal("invitation-required");
      if (outsider.wasRemoved) throw new Refusal("removed-earlier");
      throw new Refusal("not-allowed", because("ask-to-join"));
    }
    const member = await admit(tx, { ...comer, name: body.name });
    await carryVisitsTo(deps, tx, member);
    tx.afterCommit(deps.forgetStandings);
    return memberView(member, member);
  }, once);
}
