import { positionWithdrawn, type withdrawPosition as contract } from "#shared/contract/claims.ts";
import type { Deps } from "../deps.ts";
import type { Call } from "../platform/mount.ts";
import { Refusal } from "../platform/problem.ts";
import { positionView } from "./claim-view.ts";
import { mayAddPosition } from "./policy.ts";
import { lockPosition, markPositionWithdrawn } from "./position-store.ts";
import {
  authorOf,
  checkAuthor,
  checkNotByPanel,
  debateToWriteIn,
  enterWithdrawal,
} from "./writing.ts";

/** Withdraws a position; its place, and what others wrote under it, stays. */
export async function withdrawPosition(deps: Deps, call: Call<typeof contract>) {
  const { standing, params, once } = call;
  const { communityId, debateId } = params;
  return deps.transact(async (tx) => {
    const debate = await debateToWriteIn(tx, call, mayAddPosition);
    const before = await lockPosition(tx.db, params);
    if (!before) throw new Refusal("not-found");
    checkAuthor(standing, before);
    checkNotByPanel(before);
    if (before.withdrawnAt !== null) return positionView(before);
    const position = positionView(await markPositionWithdrawn(tx.db, params));
    await enterWithdrawal(tx, { debate, standing, what: "position", id: params.positionId });
    const authors = [authorOf(standing)];
    await tx.record(positionWithdrawn, { communityId, debateId, position, authors });
    return position;
  }, once);
}
