import type { Role } from "../platform/actor.ts";
import { Refusal } from "../platform/problem.ts";
import type { Tx } from "../platform/transact.ts";
import { type CommunityRow, lockCommunity } from "./community-store.ts";
import { findMembership, type MemberRow } from "./member-store.ts";
import { includesRole } from "./policy.ts";

interface Act {
  readonly communityId: string;
  readonly accountId: string;
  readonly least: Role;
}

export interface Acting {
  readonly community: CommunityRow;
  readonly me: MemberRow;
}

/**
 * Holds the community and reads again who acts: of two people who change each other's place at the
 * same time, the second acts with what the first has left them.
 */
export async function actingIn(tx: Tx, { communityId, accountId, least }: Act): Promise<Acting> {
  const community = await lockCommunity(tx.db, communityId);
  const me = await findMembership(tx.db, communityId, accountId);
  if (!community) throw new Refusal("not-found");
  if (me?.status !== "active") {
    throw new Refusal(community.isPrivate ? "not-found" : "not-a-member");
  }
  if (!includesRole(me.role, least)) throw new Refusal("not-allowed");
  return { community, me };
}
