import { createHash } from "node:crypto";
import { weigh, weightUnit } from "#shared/counting/weighting.ts";
import type { Tx } from "../platform/transact.ts";
import { type DecisionRow, membersWith, type NewElector, saveElectors } from "./store.ts";

/** The electorate of a decision as it is frozen when it opens. */
export interface Electorate {
  readonly participantIds: readonly string[];
  readonly size: number;
  readonly weight: bigint;
  readonly unit: bigint;
  /** SHA-256 over a line for each elector, `<id> <weight>`, in the order of ids. */
  readonly hash: string;
}

/** Freezes who votes and how much each vote weighs, in the transaction that opens the decision. */
export async function freezeElectorate(tx: Tx, decision: DecisionRow): Promise<Electorate> {
  const { communityId, weighting } = decision;
  const members = await membersWith(tx.db, communityId, decision.electorate.roles);
  const weights = weigh(
    weighting,
    members.map(({ role }) => ({ role, tokens: 0n })),
  );
  const all = members.map(({ participantId, role }, at): NewElector => {
    return { participantId, role, tokens: null, weight: weights[at] ?? 0n };
  });
  await saveElectors(tx.db, { communityId, decisionId: decision.id }, all);
  return {
    participantIds: all.map(({ participantId }) => participantId),
    size: all.length,
    weight: weights.reduce((sum, weight) => sum + weight, 0n),
    unit: weightUnit(weighting, 0),
    hash: hashElectorate(all),
  };
}

function hashElectorate(all: readonly NewElector[]): string {
  const lines = all.map(({ participantId, weight }) => `${participantId} ${weight}`);
  return createHash("sha256").update(lines.join("\n")).digest("hex");
}
