import type { cosignCheckpoint as contract } from "#shared/contract/ledger.ts";
import { poolBelow } from "#db/client.ts";
import { isSameBytes } from "#shared/merkle/bytes.ts";
import { cosignedAt, readWitnessKey } from "#shared/merkle/cosignature.ts";
import { keyId, type NoteKey, readSignature } from "#shared/merkle/note.ts";
import type { Deps } from "../deps.ts";
import type { Call } from "../platform/mount.ts";
import { because, Refusal, refuseField } from "../platform/problem.ts";
import {
  findCheckpoint,
  saveCosignature,
  type SignedCheckpoint,
  witnessesOf,
} from "./checkpoint-store.ts";
import { bodyOf } from "./signing.ts";
import type { Sql } from "./store.ts";
import { tellSigned } from "./tell.ts";

/** How far a witness's clock may be ahead. */
const leewayMs = 300_000;

/** Where a newer checkpoint came between reading and signing. */
const graceMs = 10_000;

/** Keeps what a listed witness signed of the newest checkpoint: nobody signs what the ledger has left behind. */
export async function cosignCheckpoint(deps: Deps, { params, body }: Call<typeof contract>) {
  const { db, clock } = deps;
  const { communityId } = params;
  const on = poolBelow(db);
  const witness = witnessOf(await witnessesOf(on, communityId), body.cosignature);
  const seen = await findFresh(deps, on, { communityId, size: body.size });
  const seconds = cosignedAt(bodyOf(seen.note), witness.key, body.cosignature);
  if (seconds === undefined) refuse("cosignature-wrong");
  const time = new Date(seconds * 1_000);
  if (!(time.getTime() <= clock().getTime() + leewayMs)) refuse("cosignature-ahead");
  const { verifierKey } = witness;
  await saveCosignature(on, communityId, { ...body, verifierKey, time, line: body.cosignature });
  tellSigned(deps, { communityId, size: body.size });
  return { size: body.size, witness: verifierKey, time: time.toISOString() };
}

/** The checkpoint of this size, where it is the newest, or was so a moment ago. */
async function findFresh(
  { clock }: Deps,
  on: Sql,
  { communityId, size }: { communityId: string; size: number },
): Promise<SignedCheckpoint> {
  const newest = await findCheckpoint(on, communityId);
  const found = await findCheckpoint(on, communityId, size);
  const isNewest = found !== undefined && found.size === newest?.size;
  const isFresh = found && (isNewest || clock().getTime() - found.time.getTime() < graceMs);
  if (isFresh) return found;
  throw new Refusal("stale-version", because("checkpoint-passed", { size: newest?.size ?? 0 }));
}

type Why = "cosignature-form" | "witness-unlisted" | "cosignature-wrong" | "cosignature-ahead";

function refuse(code: Why): never {
  return refuseField("invalid-request", "cosignature", because(code));
}

interface Listed {
  readonly verifierKey: string;
  readonly key: NoteKey;
}

function witnessOf(listed: readonly { readonly verifierKey: string }[], line: string): Listed {
  const signature = readSignature(line);
  if (!signature) return refuse("cosignature-form");
  for (const { verifierKey } of listed) {
    const key = readWitnessKey(verifierKey);
    if (key?.name === signature.name && isSameBytes(keyId(key, 4), signature.id)) {
      return { verifierKey, key };
    }
  }
  return refuse("witness-unlisted");
}
