import { z } from "zod";
import { countProgressed } from "#shared/contract/decision-events.ts";
import { debateRoom } from "#shared/contract/event.ts";
import type { Deps } from "../deps.ts";
import { keepCount } from "./closing.ts";
import { countApart } from "./count-apart.ts";
import { delegationsOf } from "./delegating.ts";
import {
  allowLong,
  countCast,
  type DecisionIds,
  type DecisionRow,
  findUncounted,
  lockDecision,
} from "./store.ts";

/** What the job that counts a decision is given. */
export const CountDecision = z.object({ communityId: z.uuid(), decisionId: z.uuid() });

/**
 * Counts a decision whose ballots are many, and commits all that follows in one transaction. Ballots and delegations
 * are frozen: whatever stops it, it is done again from the beginning with the same result; safe to call twice.
 */
export async function countMany(deps: Deps, ids: DecisionIds, signal?: AbortSignal): Promise<void> {
  const decision = await findUncounted(deps.db, ids);
  if (!decision) return;
  const delegations = await delegationsOf(deps.db, decision);
  const of = await countCast(deps.db, ids);
  let counted = 0;
  const tell = (read: number) => {
    counted = read;
    tellProgress(deps, decision, () => ({ counted, of }));
  };
  const found = await countApart(deps.db, { decision, delegations }, { tell, signal });
  if (!found) return;
  await deps.transact(async (tx) => {
    const held = await lockDecision(tx.db, ids);
    if (held?.status !== "counting") return;
    await allowLong(tx.db);
    await keepCount(deps, tx, { decision: held, found });
  });
}

function tellProgress(
  { hub }: Deps,
  { communityId, debateId, id: decisionId }: DecisionRow,
  progress: () => { readonly counted: number; readonly of: number },
): void {
  const ids = { communityId, debateId };
  const room = debateRoom(ids);
  hub.tellLately(room, `count ${decisionId}`, () =>
    hub.fold(countProgressed, { room, of: decisionId }, () =>
      Promise.resolve({ ...ids, decisionId, ...progress() }),
    ),
  );
}
