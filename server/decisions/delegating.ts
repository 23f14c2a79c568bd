import type { Delegation } from "#shared/delegation/resolve.ts";
import type { Db } from "#db/client.ts";
import { delegationsInForce } from "../delegations/public.ts";
import { countedDelegations, topicOf } from "./delegation-store.ts";
import { databaseNow } from "../platform/now-store.ts";
import { type DecisionRow } from "./store.ts";

/**
 * The delegations that count in a decision: until it closes those that are in force now, and then those by which it was
 * counted. None where nobody could delegate when it opened.
 */
export async function delegationsOf(db: Db, decision: DecisionRow): Promise<readonly Delegation[]> {
  const { communityId, debateId, id, status, delegationCap } = decision;
  const isAhead = status === "scheduled" || status === "open";
  if (!isAhead) return countedDelegations(db, { communityId, decisionId: id });
  if (delegationCap === null) return [];
  const topic = await topicOf(db, { communityId, debateId });
  return delegationsInForce(db, { communityId, debateId, topic, at: await databaseNow(db) });
}
