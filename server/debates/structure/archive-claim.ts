import type {
  archiveClaim as archiveContract,
  restoreClaim as restoreContract,
} from "#shared/contract/structure.ts";
import type { Deps } from "../../deps.ts";
import type { Call } from "../../platform/mount.ts";
import { because, Refusal } from "../../platform/problem.ts";
import type { Tx } from "../../platform/transact.ts";
import { lockClaim } from "../claim-store.ts";
import { mayArrangeAll } from "../policy.ts";
import { checkStands } from "../writing.ts";
import { arrange, beginArranging } from "./arrange.ts";

/** Puts a claim away with all that hangs below it, and says why. */
export async function archiveClaim(deps: Deps, call: Call<typeof archiveContract>) {
  const { params, body, once } = call;
  const { claimId } = params;
  return deps.transact(async (tx) => {
    checkStands(await claimOfCurators(tx, call));
    const archivedAt = deps.clock().toISOString();
    const claims = [{ id: claimId, before: { archivedAt: null }, after: { archivedAt } }];
    const { reason } = body;
    const change = { kind: "archived" as const, claimId, reason, does: { claims } };
    return arrange(deps, tx, { asked: call, change });
  }, once);
}

/** Brings an archived claim back to its places, however long ago it was put away. */
export async function restoreClaim(deps: Deps, call: Call<typeof restoreContract>) {
  const { params, once } = call;
  const { claimId } = params;
  return deps.transact(async (tx) => {
    const claim = await claimOfCurators(tx, call);
    if (claim.archivedAt === null) throw new Refusal("set-aside", because("not-archived"));
    const archivedAt = claim.archivedAt.toISOString();
    const claims = [{ id: claimId, before: { archivedAt }, after: { archivedAt: null } }];
    return arrange(deps, tx, {
      asked: call,
      change: { kind: "restored", claimId, does: { claims } },
    });
  }, once);
}

async function claimOfCurators(
  tx: Tx,
  call: Call<typeof archiveContract> | Call<typeof restoreContract>,
) {
  const { standing, params } = call;
  const { debate } = await beginArranging(tx, call);
  const claim = await lockClaim(tx.db, params);
  if (!claim) throw new Refusal("not-found");
  if (!mayArrangeAll(standing, debate)) {
    throw new Refusal("not-allowed", because("archivers-only"));
  }
  return claim;
}
