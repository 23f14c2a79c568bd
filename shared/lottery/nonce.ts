import { hashText } from "#shared/counting/lot-order.ts";
import { canonicalJson } from "#shared/merkle/canonical-json.ts";
import type { CaseLevel } from "./pool.ts";
import type { Party } from "./randomness.ts";

/** What is published before a nonce is told; of no worth to another party or in another case. */
export const nonceCommitment = (
  { disputeId, level }: CaseLevel,
  { party, nonce }: { readonly party: Party; readonly nonce: string },
): string => hashText(canonicalJson(["nonce", disputeId, level, party, nonce]));
