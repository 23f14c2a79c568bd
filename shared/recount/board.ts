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

/** The line that ties the rules and the result to the list, by the hash of their canonical JSON. */
const lineOf = (facts: Uint8Array): string => `decision ${toBase64(facts)}`;
export const decisionLine = (decision: unknown): string => lineOf(hashJson(decision));

interface Sealed {
  readonly origin: string;
  readonly size: number;
  readonly root: Uint8Array;
  /** the SHA-256 of the decision's rules and result in canonical JSON */
  readonly facts: Uint8Array;
}

/** Signs a list of ballots with what was counted from it. */
export function sealBoard(
  { origin, size, root, facts }: Sealed,
  publicKey: NoteKey["publicKey"],
  sign: (bytes: Uint8Array) => Uint8Array,
): string {
  const text = checkpointText({ origin, size, root, more: [lineOf(facts)] });
  return signNote(text, { name: origin, publicKey }, sign);
}
