import type { moveDebate as contract } from "#shared/contract/debates.ts";
import type { Deps } from "../deps.ts";
import type { Call } from "../platform/mount.ts";
import { because, Refusal, refuseField } from "../platform/problem.ts";
import { applyMove, explain } from "./moving.ts";
import { maySeeDebate, maySteerDebate, obstacleTo } from "./policy.ts";
import { screenQuestion } from "./screen-question.ts";
import { lockDebate, moveFactsOf } from "./store.ts";
import { viewDebate } from "./view.ts";

/** Moves a debate by hand. */
export async function moveDebate(
  deps: Deps,
  { standing, params, body, once }: Call<typeof contract>,
) {
  const { from, to, reason } = body;
  return deps.transact(async (tx) => {
    const debate = await lockDebate(tx.db, params);
    if (!debate || !maySeeDebate(standing, debate)) throw new Refusal("not-found");
    if (!maySteerDebate(standing, debate)) {
      throw new Refusal("not-allowed", because("debate-movers"));
    }
    if (debate.phase !== from) {
      throw new Refusal("stale-version", because("moved-meanwhile", { phase: debate.phase }));
    }
    const facts = await moveFactsOf(tx.db, params);
    const rule = obstacleTo(to, debate, { ...facts, reason });
    if (rule === "no-way") throw new Refusal("phase-forbids", explain(rule, body));
    if (rule !== null) {
      refuseField("phase-rule-unmet", rule === "reason" ? "reason" : "to", explain(rule, body));
    }
    await applyMove(tx, debate, { to, reason, actorId: standing.participantId });
    if (from === "draft" && to === "framing" && debate.authorId === standing.participantId) {
      await screenQuestion(deps, tx, { standing, debateId: params.debateId });
    }
    return viewDebate(tx.db, standing, params);
  }, once);
}
