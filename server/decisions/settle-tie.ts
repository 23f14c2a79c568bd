import type { settleTie as contract } from "#shared/contract/decisions.ts";
import type { Deps } from "../deps.ts";
import type { Call } from "../platform/mount.ts";
import { because, Refusal, refuseField } from "../platform/problem.ts";
import { countApart, isCountedApart } from "./count-apart.ts";
import { countDecision } from "./counting.ts";
import { lockedRow } from "./create-decision.ts";
import { tell } from "./opening.ts";
import { maySettleTie } from "./policy.ts";
import { readableDecision } from "./readable.ts";
import { sealCount } from "./sealing.ts";
import { countedDelegations } from "./delegation-store.ts";
import { optionsOf, updateDecision } from "./store.ts";
import { viewDecision } from "./view.ts";

/** The chair puts the options in an order, in public and with a reason, and the tie is settled by it. */
export async function settleTie(
  deps: Deps,
  { standing, params, body, once }: Call<typeof contract>,
) {
  await readableDecision(deps, standing, params.decisionId);
  return deps.transact(async (tx) => {
    const decision = await lockedRow(tx, params);
    if (!maySettleTie(standing, decision)) {
      throw new Refusal("not-allowed", because("no-tie-to-settle"));
    }
    const options = await optionsOf(tx.db, params.communityId, [params.decisionId]);
    const named = new Set(body.order);
    if (named.size !== body.order.length || !options.every(({ id }) => named.has(id))) {
      refuseField("invalid-request", "order", because("order-of-all-options"));
    }
    const chairOrder = body.order;
    const delegations = await countedDelegations(tx.db, params);
    const count = { decision: { ...decision, chairOrder }, delegations };
    const isMany = isCountedApart(deps, decision, decision.result?.tally.ballots ?? 0);
    const found = isMany ? await countApart(deps.db, count) : await countDecision(tx.db, count);
    if (!found) throw new Error("a decision that has closed is counted by nobody");
    const result = { ...found.result, delegated: decision.result?.delegated ?? 0 };
    await updateDecision(tx.db, params, { chairOrder, result });
    const checkpoint = await sealCount(deps, tx.db, { ...params, board: found.board });
    await tx.act({
      communityId: params.communityId,
      kind: "decision.tie-settled",
      actor: standing.participantId,
      subject: decision.id,
      payload: {
        debateId: decision.debateId,
        order: chairOrder,
        ...result,
        checkpoint,
      },
      words: { reason: body.reason },
    });
    await tell(tx, decision, "closed");
    await tx.job("report-power", params, { key: `power ${decision.id}` });
    return viewDecision({ ...deps, db: tx.db }, standing, await lockedRow(tx, params));
  }, once);
}
