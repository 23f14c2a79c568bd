import { z } from "zod";
import { SchedulablePhase } from "#shared/contract/debates.ts";
import { Id, Moment } from "#shared/contract/ids.ts";
import type { Deps } from "../deps.ts";
import { notify } from "../notifications/public.ts";
import { visitor } from "../platform/actor.ts";
import { findScheduled, settleScheduled } from "./move-store.ts";
import { applyMove } from "./moving.ts";
import { obstacleTo } from "./policy.ts";
import { tellChanged } from "./tell-changed.ts";
import { lockDebate, moveFactsOf } from "./store.ts";

const Payload = z.object({ communityId: Id, debateId: Id, to: SchedulablePhase, at: Moment });

/** Moves a debate when it is time. What a rule refuses is written down, and its author is told. */
export async function runScheduledMove(deps: Deps, payload: unknown): Promise<void> {
  const { to, at, ...ids } = Payload.parse(payload);
  const community = await deps.findStanding(visitor, ids.communityId);
  await deps.transact(async (tx) => {
    const debate = await lockDebate(tx.db, ids);
    const scheduled = await findScheduled(tx.db, ids, to);
    const isDue = scheduled?.doneAt === null && scheduled.at.toISOString() === at;
    if (!debate || !community || !isDue) return;
    if (debate.phase === to) return settleScheduled(tx.db, ids, { to, refusal: null });
    const facts = await moveFactsOf(tx.db, ids);
    const refusal = obstacleTo(to, debate, { ...facts, reason: null });
    if (refusal === null) return applyMove(tx, debate, { to, actorId: null, reason: "" });
    await settleScheduled(tx.db, ids, { to, refusal });
    await tellChanged(tx, ids);
    await notify(tx, {
      communityId: ids.communityId,
      participantIds: [...new Set([debate.authorId, scheduled.byId])],
      kind: "debates.move-refused",
      link: `/c/${community.slug}/d/${ids.debateId}`,
      data: { question: debate.question, to, rule: refusal },
    });
  });
}
