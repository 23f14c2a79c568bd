import { type LedgerFault, ledgerFault, type SeenLedger } from "#shared/ledger/faults.ts";
import { contradictionOf } from "#shared/ledger/heads.ts";
import { ApiError } from "../lib/api.ts";

/** How a ledger stands to what was seen of it before. */
export type Finding =
  | { readonly isRight: true; readonly kind: "first" | "same" | "grown"; readonly since: number }
  /** Another key signs: only the whole ledger says whether the one before named it. */
  | { readonly isRight: false; readonly kind: "key-changed" }
  | { readonly isRight: false; readonly kind: "unsigned" }
  | { readonly isRight: false; readonly kind: "contradiction"; readonly fault: LedgerFault };

type Prove = (from: number, to: number) => Promise<readonly string[]>;

/** Holds a head against what was seen before; the server has to prove that the one is the beginning of the other. */
export async function judge(
  seen: SeenLedger | null,
  head: SeenLedger | null,
  prove: Prove,
): Promise<Finding> {
  if (!head) return { isRight: false, kind: "unsigned" };
  if (!seen) return { isRight: true, kind: "first", since: head.size };
  if (seen.verifierKey !== head.verifierKey) return { isRight: false, kind: "key-changed" };
  const proof = head.size > seen.size ? await proofOf(prove, seen.size, head.size) : [];
  const fault =
    proof === null
      ? ledgerFault("history-other", null, { seen: seen.size, size: head.size })
      : contradictionOf(seen, head, proof);
  if (fault) return { isRight: false, kind: "contradiction", fault };
  return { isRight: true, kind: head.size > seen.size ? "grown" : "same", since: seen.size };
}

/** A server that refuses to prove it has not proved it; one that is away is asked again. */
async function proofOf(prove: Prove, from: number, to: number) {
  try {
    return await prove(from, to);
  } catch (error) {
    if (error instanceof ApiError && error.status === 422) return null;
    throw error;
  }
}
