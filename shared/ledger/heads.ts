import { fromBase64, toBase64 } from "../merkle/bytes.ts";
import { readCheckpoint } from "../merkle/checkpoint.ts";
import { cosignedAt, readWitnessKey } from "../merkle/cosignature.ts";
import { openNote, readVerifierKey } from "../merkle/note.ts";
import { isConsistent } from "../merkle/tree.ts";
import { type LedgerFault, ledgerFault, type SeenLedger } from "./faults.ts";

/*
 * The head of a ledger, as whoever comes again and again looks at it: whether it is signed, and whether it continues what
 * was seen before.
 */

export interface Head extends SeenLedger {
  /** What was signed. */
  readonly text: string;
}

/** What a checkpoint says, where this key signed it as its own. */
export function readHead(note: string, verifierKey: string): Head | undefined {
  const key = readVerifierKey(verifierKey);
  const opened = key && openNote(note, [key]);
  const checkpoint = opened && readCheckpoint(opened.text);
  if (!checkpoint || checkpoint.origin !== key?.name) return undefined;
  const { origin, size, root } = checkpoint;
  return { origin, size, root: toBase64(root), verifierKey, text: opened.text };
}

/** What to remember of a head. */
export const seenOf = ({ origin, size, root, verifierKey }: SeenLedger): SeenLedger => {
  return { origin, size, root, verifierKey };
};

/**
 * Whether a ledger goes on from what was seen.
 * @param proof of the server, that the tree seen is the beginning of this one (base64)
 */
export function contradictionOf(
  seen: SeenLedger,
  head: SeenLedger,
  proof: readonly string[],
): LedgerFault | undefined {
  if (seen.verifierKey !== head.verifierKey) {
    return ledgerFault("key-other", null, { key: head.verifierKey });
  }
  const { size } = head;
  if (size < seen.size) {
    return ledgerFault("history-shorter", size, { seen: seen.size, size });
  }
  const claim = { older: treeOf(seen), newer: treeOf(head), proof: proof.map(bytesOf) };
  return isConsistent(claim)
    ? undefined
    : ledgerFault("history-other", null, { seen: seen.size, size });
}

const bytesOf = (text: string) => fromBase64(text) ?? new Uint8Array();
const treeOf = ({ size, root }: SeenLedger) => ({ size, root: bytesOf(root) });

/** Who of these witnesses signed this very checkpoint, and when (in seconds since 1970). */
export function witnessesOf(note: string, text: string, verifierKeys: readonly string[]) {
  const lines = note.slice(text.length).split("\n");
  return verifierKeys.flatMap((verifierKey) => {
    const key = readWitnessKey(verifierKey);
    if (!key) return [];
    const times = lines.flatMap((line) => cosignedAt(text, key, line) ?? []);
    return times[0] === undefined ? [] : [{ name: key.name, verifierKey, time: times[0] }];
  });
}
