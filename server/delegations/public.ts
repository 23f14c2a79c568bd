import type { Db } from "#db/client.ts";
import { delegationRules } from "./store.ts";

export { endDelegations } from "./end-delegations.ts";
export { delegationsInForce, type InForce } from "./in-force.ts";
export { delegationRoutes } from "./routes.ts";
export { tellEndings } from "./tell-endings.ts";

/** The most that one delegate may carry, in per cent of the electorate; null where nobody can delegate. */
export async function delegationCap(db: Db, communityId: string): Promise<number | null> {
  const { isAllowed, capPercent } = await delegationRules(db, communityId);
  return isAllowed ? capPercent : null;
}
