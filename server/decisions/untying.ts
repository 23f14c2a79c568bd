import { wholeVotes } from "#shared/counting/whole-votes.ts";
import type { Delegation } from "#shared/delegation/resolve.ts";
import type { BundleEntry } from "#shared/recount/bundle.ts";
import type { Db } from "#db/client.ts";
import type { Deps } from "../deps.ts";
import { forgetReplies } from "../platform/key-store.ts";
import type { Tx } from "../platform/transact.ts";
import { ballotIdOf, openKey } from "./ballot-id.ts";
import {
  addBallots,
  ballotsNamed,
  destroyKey,
  rewriteSecret,
  rollAmong,
  sealedKeysOf,
} from "./ballot-store.ts";
import { electorateOf, electorsAmong } from "./elector-store.ts";
import { setReasonsApart } from "./reason-store.ts";
import type { DecisionIds, DecisionRow } from "./store.ts";

export type UntyingDeps = Pick<Deps, "vault" | "random">;

/**
 * Each vote that a delegate carries in a secret decision becomes a ballot like any other, while the decision's key
 * still leads to the delegate's own. People whom no delegation names need not be looked at.
 */
export async function castCarried(
  { vault, random }: UntyingDeps,
  tx: Tx,
  { decision, delegations }: { decision: DecisionRow; delegations: readonly Delegation[] },
): Promise<void> {
  const ids = { communityId: decision.communityId, decisionId: decision.id };
  const [sealedKey] = await sealedKeysOf(tx.db, ids.communityId, [ids.decisionId]);
  const key = sealedKey && openKey({ vault }, ids, sealedKey.sealed);
  if (!key || delegations.length === 0) return;
  const named = [...new Set(delegations.flatMap(({ from, to }) => [from, to]))];
  const represented = wholeVotes({
    electors: (await electorsAmong(tx.db, ids, named)).map(({ id }) => id),
    size: (await electorateOf(tx.db, ids)).persons,
    voters: new Set(await rollAmong(tx.db, ids, named)),
    delegations,
    capPercent: decision.delegationCap ?? 100,
  });
  const delegates = new Set(represented.values());
  const idOf = new Map(Array.from(delegates, (id) => [id, ballotIdOf(key, id)]));
  const cast = await ballotsNamed(tx.db, ids, [...idOf.values()]);
  const carried = Array.from(represented, ([owner, by]): BundleEntry => {
    const ballot = cast.get(idOf.get(by) ?? "");
    return { ballotId: ballotIdOf(key, owner), ballot, nonce: random.token() };
  });
  await addBallots(tx.db, ids, carried);
}

/**
 * Unties the ballots of a secret decision from those who cast them, for good: roll and ballots are written anew, and
 * what could join them is destroyed.
 */
export async function untie(db: Db, ids: DecisionIds): Promise<void> {
  await setReasonsApart(db, ids);
  await rewriteSecret(db, ids);
  await forgetReplies(db, "castBallot", ids.decisionId);
  await destroyKey(db, ids);
}

/** What an open decision holds when it is annulled counts for nothing, and leads to nobody. */
export async function forgetVoters(tx: Tx, { communityId, id, secrecy }: DecisionRow) {
  const ids = { communityId, decisionId: id };
  if (secrecy === "secret") await untie(tx.db, ids);
  else await destroyKey(tx.db, ids);
}
