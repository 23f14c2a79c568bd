import { wholeVotes } from "#shared/counting/whole-votes.ts";
import type { Delegation } from "#shared/delegation/resolve.ts";
import type { BundleEntry } from "#shared/recount/bundle.ts";
import type { Deps } from "../deps.ts";
import { forgetReplies } from "../platform/key-store.ts";
import type { Tx } from "../platform/transact.ts";
import { ballotIdOf, openKey } from "./ballot-id.ts";
import { boardEntries, destroyKey, rewriteSecret, rollOf, sealedKeysOf } from "./ballot-store.ts";
import { setReasonsApart } from "./reason-store.ts";
import { type DecisionRow, electorsOf } from "./store.ts";

export type UntyingDeps = Pick<Deps, "vault" | "random">;

/**
 * Unties the ballots of a secret decision from those who cast them, for good: each vote that a delegate carries
 * becomes a ballot like any other, roll and ballots are written anew, and what could join them is destroyed.
 * @returns how many votes delegates cast
 */
export async function untie(
  { vault, random }: UntyingDeps,
  tx: Tx,
  { decision, delegations }: { decision: DecisionRow; delegations: readonly Delegation[] },
): Promise<number> {
  const ids = { communityId: decision.communityId, decisionId: decision.id };
  const roll = await rollOf(tx.db, ids);
  const cast = await boardEntries(tx.db, ids);
  const electors = await electorsOf(tx.db, ids);
  const [sealedKey] = await sealedKeysOf(tx.db, ids.communityId, [ids.decisionId]);
  const key = sealedKey && openKey({ vault }, ids, sealedKey.sealed);
  const represented = wholeVotes({
    electors: electors.map(({ id }) => id),
    voters: new Set(roll),
    delegations,
    capPercent: decision.delegationCap ?? 100,
  });
  const byId = new Map(cast.map((entry) => [entry.ballotId, entry.ballot]));
  const carried = key
    ? Array.from(represented, ([owner, by]): BundleEntry => {
        const ballot = byId.get(ballotIdOf(key, by));
        return { ballotId: ballotIdOf(key, owner), ballot, nonce: random.token() };
      })
    : [];
  const entries = [...cast, ...carried].toSorted((a, b) => (a.ballotId < b.ballotId ? -1 : 1));
  await setReasonsApart(tx.db, ids);
  await rewriteSecret(tx.db, ids, { roll, entries });
  await forgetReplies(tx.db, "castBallot", ids.decisionId);
  await destroyKey(tx.db, ids);
  return carried.length;
}

/** What an open decision holds when it is annulled counts for nothing, and leads to nobody. */
export async function forgetVoters(deps: UntyingDeps, tx: Tx, decision: DecisionRow) {
  if (decision.secrecy === "secret") await untie(deps, tx, { decision, delegations: [] });
  else await destroyKey(tx.db, { communityId: decision.communityId, decisionId: decision.id });
}
