import type { DisputeStage } from "#shared/contract/disputes.ts";
import type { Deps } from "../deps.ts";
import { Refusal } from "../platform/problem.ts";
import type { Tx } from "../platform/transact.ts";
import { type DisputeIds, type DisputeRow, idsOf, lockDispute, updateDispute } from "./store.ts";
import { tell } from "./tell.ts";

/** A case whose row is held, at one moment of the database's clock. */
export interface Scene {
  readonly deps: Deps;
  readonly tx: Tx;
  readonly dispute: DisputeRow;
  readonly now: Date;
}

export async function lockedCase(tx: Tx, ids: DisputeIds): Promise<DisputeRow> {
  const dispute = await lockDispute(tx.db, ids);
  if (!dispute) throw new Refusal("not-found");
  return dispute;
}

/** Has the clock look at a case again at a moment; null for never. */
export async function wake({ tx, dispute }: Scene, at: Date | null): Promise<void> {
  const ids = idsOf(dispute);
  if (at?.getTime() === dispute.wakeAt?.getTime()) return;
  await updateDispute(tx.db, ids, { wakeAt: at });
  if (at === null) return;
  await tx.job("settle-dispute", { ...ids }, { at, key: `dispute ${dispute.id}` });
}

interface Entered {
  readonly stage: DisputeStage;
  readonly dueAt: Date | null;
  /** When something is to be done before that. */
  readonly wakeAt?: Date | null;
}

type Change = Parameters<typeof updateDispute>[2];

/** Brings a case to another stage, and tells everybody. */
export async function enter(
  scene: Scene,
  { stage, dueAt, wakeAt = dueAt }: Entered,
  change: Change = {},
): Promise<DisputeRow> {
  const { tx, dispute } = scene;
  const ids = idsOf(dispute);
  await updateDispute(tx.db, ids, { ...change, stage, dueAt });
  await wake(scene, wakeAt);
  const entered = await lockedCase(tx, ids);
  await tell(tx, entered);
  return entered;
}
