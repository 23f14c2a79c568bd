import { hashJson, toBase64, utf8ToBytes } from "../merkle/bytes.ts";
import { canonicalJson } from "../merkle/canonical-json.ts";
import { checkpointText } from "../merkle/checkpoint.ts";
import { type NoteKey, signNote } from "../merkle/note.ts";
import { hashLeaf } from "../merkle/tree.ts";
import type { BundleEntry } from "./bundle.ts";

/*
 * The list of ballots as it is signed: a Merkle tree whose leaves are the canonical JSON of the entries in the order
 * of ballot ids, and a checkpoint on it with one more line, which holds a hash of the rules and the result.
 */

export const leafOf = (entry: BundleEntry): Uint8Array =>
  hashLeaf(utf8ToBytes(canonicalJson(entry)));

/** Whose list it is: the place where it is published. */
export const originOf = (host: string, ids: { communityId: string; decisionId: string }): string =>
  `${host}/${ids.communityId}/decisions/${ids.decisionId}`;

/** The line that ties the rules and the result to the list. */
export const decisionLine = (decision: unknown): string =>
  `decision ${toBase64(hashJson(decision))}`;

interface Sealed {
  readonly origin: string;
  readonly size: number;
  readonly root: Uint8Array;
  readonly decision: unknown;
}

/** Signs a list of ballots with what was counted from it. */
export function sealBoard(
  { origin, size, root, decision }: Sealed,
  publicKey: NoteKey["publicKey"],
  sign: (bytes: Uint8Array) => Uint8Array,
): string {
  const text = checkpointText({ origin, size, root, more: [decisionLine(decision)] });
  return signNote(text, { name: origin, publicKey }, sign);
}
