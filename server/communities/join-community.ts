import type { joinCommunity } from "#shared/contract/memberships.ts";
import type { Deps } from "../deps.ts";
import type { Call } from "../platform/mount.ts";
import { because, Refusal } from "../platform/problem.ts";
import { admit } from "./admission.ts";
import { outsideOf } from "./outsider.ts";
import { mayJoinOpenly } from "./policy.ts";
import { memberView } from "./views.ts";

/** Lets people into a community that is open to all. */
export function joinOpenCommunity(
  { transact, forgetStandings }: Deps,
  { actor, params, body, once }: Call<typeof joinCommunity>,
) {
  const comer = { communityId: params.communityId, accountId: actor.accountId };
  return transact(async (tx) => {
    const outsider = await outsideOf(tx, comer);
    if (!mayJoinOpenly(outsider)) {
      if (outsider.joinPolicy === "by-invitation") throw new Refusal("invitation-required");
      if (outsider.wasRemoved) throw new Refusal("removed-earlier");
      throw new Refusal("not-allowed", because("ask-to-join"));
    }
    const member = await admit(tx, { ...comer, name: body.name });
    tx.afterCommit(forgetStandings);
    return memberView(member, member);
  }, once);
}
