import { hashElectorate } from "#shared/counting/electorate-hash.ts";
import { weigh, weightUnit } from "#shared/counting/weighting.ts";
import type { Weighting } from "#shared/contract/decisions.ts";
import type { Db } from "#db/client.ts";
import { type Holdings, holdingsOf } from "../holdings/public.ts";
import type { Tx } from "../platform/transact.ts";
import { membersWith, type NewElector, saveElectors } from "./elector-store.ts";
import type { DecisionRow } from "./store.ts";

/** The electorate of a decision as it is frozen when it opens. */
export interface Electorate {
  readonly participantIds: readonly string[];
  readonly size: number;
  readonly weight: bigint;
  readonly unit: bigint;
  /** So that nobody can be added, left out or weighed anew unseen. */
  readonly hash: string;
  /** What tokens went by, where they did. */
  readonly holdings: Holdings | undefined;
}

/** Freezes who votes and how much each vote weighs, in the transaction that opens the decision. */
export async function freezeElectorate(tx: Tx, decision: DecisionRow): Promise<Electorate> {
  const { communityId, weighting, electorate } = decision;
  const { all, holdings } = await weighMembers(tx.db, {
    communityId,
    weighting,
    roles: electorate.roles,
  });
  await saveElectors(tx.db, { communityId, decisionId: decision.id }, all);
  return {
    participantIds: all.map(({ participantId }) => participantId),
    size: all.length,
    weight: weightOf(all),
    unit: weightUnit(weighting, holdings?.decimals ?? 0),
    hash: hashElectorate(all.map(({ participantId, ...one }) => ({ id: participantId, ...one }))),
    holdings,
  };
}

interface Rules {
  readonly communityId: string;
  readonly weighting: Weighting;
  readonly roles: DecisionRow["electorate"]["roles"];
}

/** Those who may vote by these rules at this moment, each with what their vote weighs. */
export async function weighMembers(db: Db, { communityId, weighting, roles }: Rules) {
  const members = await membersWith(db, communityId, roles);
  const holdings =
    "snapshotId" in weighting
      ? await holdingsOf(db, { communityId, snapshotId: weighting.snapshotId })
      : undefined;
  const tokensOf = (id: string) => holdings?.tokens.get(id) ?? 0n;
  const weights = weigh(
    weighting,
    members.map(({ role, participantId }) => ({ role, tokens: tokensOf(participantId) })),
  );
  const all = members.map(({ participantId, role }, at): NewElector => {
    const tokens = holdings ? tokensOf(participantId) : null;
    return { participantId, role, tokens, weight: weights[at] ?? 0n };
  });
  return { all, holdings };
}

export const weightOf = (all: readonly Pick<NewElector, "weight">[]): bigint =>
  all.reduce((sum, { weight }) => sum + weight, 0n);
