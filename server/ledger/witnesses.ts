import type {
  LedgerWitnesses,
  listLedgerWitnesses as listContract,
  setLedgerWitnesses as setContract,
} from "#shared/contract/ledger.ts";
import type { z } from "zod";
import { poolBelow } from "#db/client.ts";
import { readWitnessKey } from "#shared/merkle/cosignature.ts";
import { verifierKeyOf } from "#shared/merkle/note.ts";
import type { Deps } from "../deps.ts";
import type { Standing } from "../platform/actor.ts";
import type { Call } from "../platform/mount.ts";
import { because, refuseField } from "../platform/problem.ts";
import { witnessesOf } from "./checkpoint-store.ts";
import { mayListWitnesses } from "./policy.ts";
import { ledgerKey } from "./keys.ts";
import { putWitnesses } from "./witness-store.ts";

export function listWitnesses(deps: Deps, { standing }: Call<typeof listContract>) {
  return viewWitnesses(deps, standing);
}

/** Lists whose signatures count; what others signed before stays. */
export async function setWitnesses(
  deps: Deps,
  { standing, params, body, once }: Call<typeof setContract>,
) {
  const { communityId } = params;
  const { verifierKeys } = body;
  for (const [at, key] of verifierKeys.entries()) {
    if (!readWitnessKey(key)) refuseKey(at, because("witness-key-form", { key }));
    if (verifierKeys.indexOf(key) < at) refuseKey(at, because("witness-key-twice", { key }));
  }
  await deps.transact(async (tx) => {
    await putWitnesses(tx.db, communityId, verifierKeys);
    await tx.act({
      communityId,
      kind: "ledger.witnesses-changed",
      actor: standing.participantId,
      subject: "ledger",
      payload: { verifierKeys },
    });
  }, once);
  return viewWitnesses(deps, standing);
}

const refuseKey = (at: number, why: ReturnType<typeof because>): never =>
  refuseField("invalid-request", `verifierKeys/${at}`, why);

async function viewWitnesses(
  deps: Deps,
  standing: Standing,
): Promise<z.input<typeof LedgerWitnesses>> {
  const { communityId } = standing;
  const listed = await witnessesOf(poolBelow(deps.db), communityId);
  return {
    items: listed.map(({ verifierKey, createdAt, size, seenAt }) => ({
      verifierKey,
      name: readWitnessKey(verifierKey)?.name ?? "",
      addedAt: createdAt.toISOString(),
      seen: size === null || !seenAt ? null : { size, time: seenAt.toISOString() },
    })),
    verifierKey: verifierKeyOf(ledgerKey(deps, communityId)),
    can: { change: mayListWitnesses(standing) },
  };
}
