import { Refusal } from "../platform/problem.ts";
import type { Tx } from "../platform/transact.ts";
import { type CommunityRow, lockCommunity } from "./community-store.ts";
import { findMembership } from "./member-store.ts";
import type { Outsider } from "./policy.ts";

interface Comer {
  readonly communityId: string;
  readonly accountId: string;
}

/** Holds the community and reads how somebody who is no member stands before its door. */
export async function outsideOf(
  tx: Tx,
  { communityId, accountId }: Comer,
): Promise<Outsider & { readonly community: CommunityRow }> {
  const community = await lockCommunity(tx.db, communityId);
  const earlier = await findMembership(tx.db, communityId, accountId);
  if (earlier?.status === "active") throw new Refusal("already-a-member");
  if (!community || community.isPrivate) throw new Refusal("not-found");
  const { joinPolicy, isPrivate } = community;
  return { community, joinPolicy, isPrivate, wasRemoved: earlier?.status === "removed" };
}
