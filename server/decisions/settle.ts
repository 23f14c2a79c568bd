import { z } from "zod";
import type { Deps } from "../deps.ts";
import { closeNow, countSoon } from "./closing.ts";
import { eachByItself } from "../platform/each-by-itself.ts";
import { openNow } from "./opening.ts";
import { databaseNow } from "../platform/now-store.ts";
import { type DecisionIds, dueDecisions, lockDecision } from "./store.ts";

/** What the job that settles a decision is given. */
export const SettleDecision = z.object({ communityId: z.uuid(), decisionId: z.uuid() });

/** Opens or closes one decision if its time has come, and has it counted where that was dropped; safe to call at any time, and twice. */
export async function settleDecision(deps: Deps, ids: DecisionIds): Promise<void> {
  await deps.transact(async (tx) => {
    const decision = await lockDecision(tx.db, ids);
    if (!decision) return;
    const now = await databaseNow(tx.db);
    if (decision.status === "scheduled" && decision.opensAt <= now) await openNow(tx, decision);
    if (decision.status === "open" && decision.closesAt <= now) await closeNow(deps, tx, decision);
    if (decision.status === "counting") await countSoon(tx, decision);
  });
}

/** Settles whatever is due, each decision by itself; catches what a stopped worker missed. */
export async function settleDecisions(deps: Deps): Promise<void> {
  await eachByItself(deps.log, await dueDecisions(deps.db), (ids) => settleDecision(deps, ids));
}
