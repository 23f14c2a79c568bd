import { concatBytes, sha256, toBase64, utf8ToBytes } from "../merkle/bytes.ts";
import { canonicalJson } from "../merkle/canonical-json.ts";
import { hashLeaf } from "../merkle/tree.ts";

/*
 * What a public ledger records, and how it is hashed: a tree per community (RFC 6962) whose leaves are the canonical
 * JSON of its entries.
 */

/** One public act, with its number. */
export interface LedgerEntry {
  /** From 0, without gaps: the place of its leaf. */
  readonly seq: number;
  /** ISO 8601 in UTC, to the millisecond. */
  readonly time: string;
  readonly kind: string;
  /** The participant who acted, by a random id; null where the clock did. */
  readonly actor: string | null;
  /** What it was done to. */
  readonly subject: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** The bytes of an entry's leaf, as text: its canonical JSON, whose outermost keys are always the same. */
export function entryText({ seq, time, kind, actor, subject, payload }: LedgerEntry): string {
  const [by, what, about, at] = [actor, kind, subject, time].map(canonicalJson);
  return `{"actor":${by},"kind":${what},"payload":${canonicalJson(payload)},"seq":${seq},"subject":${about},"time":${at}}`;
}

export const leafOf = (entry: LedgerEntry): Uint8Array => hashLeaf(utf8ToBytes(entryText(entry)));

/** Whose ledger it is, as the first line of its checkpoints says. */
export const ledgerOrigin = (host: string, communityId: string): string => `${host}/${communityId}`;

/** What stands in an entry for words of people: says nothing about them to whoever lacks the salt. */
export interface Commitment {
  readonly commitment: string;
}

/** Base64 of SHA-256 over the salt's bytes and the value in UTF-8. */
export function commitmentTo(salt: Uint8Array, value: string): Commitment {
  return { commitment: toBase64(sha256(concatBytes(salt, utf8ToBytes(value)))) };
}

/** Words that an entry's payload commits to, with what it takes to check it. */
export interface EntryWords {
  /** The member of the payload that they stand for. */
  readonly field: string;
  /** Base64. */
  readonly salt: string;
  readonly value: string;
}
