import { concatBytes, isSameBytes, utf8ToBytes } from "#shared/merkle/bytes.ts";
import { checkpointText, readCheckpoint } from "#shared/merkle/checkpoint.ts";
import { MissingNode } from "#shared/merkle/growth.ts";
import {
  keyId,
  readVerifierKey,
  signatureLine,
  signNote,
  verifierKeyOf,
} from "#shared/merkle/note.ts";
import { findCheckpoint, saveCheckpoint } from "./checkpoint-store.ts";
import { isRetired, type Keys, ledgerKey, signerOf } from "./keys.ts";
import type { Memory } from "./memory.ts";
import { holdLedger, sizeOf, type Sql } from "./store.ts";
import { rootAt } from "./tree.ts";
import type { LedgerProblem } from "../platform/ledger-watch.ts";

interface Signing extends Keys {
  readonly memory: Memory;
}

/**
 * Signs the tree as it is now, unless that is signed already. Nothing is signed that contradicts what was signed before: the
 * newest checkpoint in the database, and the newest that this server remembers. To be called in a transaction.
 * @returns how large it was when it was signed now, or what is wrong where it can't be signed
 */
export async function signTree(
  deps: Signing,
  on: Sql,
  communityId: string,
): Promise<{ signedSize?: number; problem?: LedgerProblem }> {
  await holdLedger(on, communityId);
  const size = await sizeOf(on, communityId);
  const last = await findCheckpoint(on, communityId);
  const notes = [await deps.memory.read(communityId), last?.note];
  const problem = await contradiction(on, { communityId, size, notes });
  if (problem) return { problem };
  const key = ledgerKey(deps, communityId);
  const signedBy = verifierKeyOf(key);
  if (size === 0 || last?.size === size) return {};
  if (last && (await isRetired(deps, on, { communityId, signedBy: last.signedBy }))) {
    return { problem: { communityId, fault: "key-retired", seq: null } };
  }
  const root = await rootAt(on, communityId, size);
  const text = checkpointText({ origin: key.name, size, root, more: [] });
  const note = signNote(text, key, (bytes) => deps.signer.sign(bytes));
  const former = last && last.signedBy !== signedBy ? formerLine(deps, text, last.signedBy) : "";
  await deps.memory.keep(communityId, note + former);
  await saveCheckpoint(on, communityId, { size, note: note + former, signedBy });
  return { signedSize: size };
}

/** Where the key was changed, the old one signs for the last time: it vouches for the entry that names the new one. */
function formerLine(keys: Keys, text: string, signedBy: string): string {
  const key = readVerifierKey(signedBy);
  const signer = key && signerOf(keys, key.publicKey);
  if (!key || !signer) return "";
  const bytes = concatBytes(keyId(key), signer.sign(utf8ToBytes(text)));
  return `${signatureLine(key.name, bytes)}\n`;
}

interface Claim {
  readonly communityId: string;
  readonly size: number;
  /** What was signed when the tree had this size, or before. */
  readonly notes: readonly (string | undefined)[];
}

/** In what the tree differs from what was signed. */
export async function contradiction(
  on: Sql,
  { communityId, size, notes }: Claim,
): Promise<LedgerProblem | undefined> {
  // Most often both remember the same one.
  for (const note of new Set(notes)) {
    const signed = note === undefined ? undefined : readCheckpoint(bodyOf(note));
    if (note !== undefined && !signed) {
      return { communityId, fault: "checkpoint-changed", seq: null };
    }
    if (!signed) continue;
    if (signed.size > size) return { communityId, fault: "shorter-than-signed", seq: size };
    try {
      const root = await rootAt(on, communityId, signed.size);
      if (isSameBytes(root, signed.root)) continue;
    } catch (error) {
      if (!(error instanceof MissingNode)) throw error;
    }
    return { communityId, fault: "other-than-signed", seq: null };
  }
  return undefined;
}

/** The signed text of a note. */
export const bodyOf = (note: string): string => note.slice(0, note.lastIndexOf("\n\n") + 1);
