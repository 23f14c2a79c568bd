import type { SeenLedger } from "#shared/ledger/faults.ts";
import type { LedgerVerification, LedgerVerifier } from "#shared/ledger/verify-export.ts";

/** What the verifying thread is given. */
export interface VerifyTask {
  readonly address: string;
  readonly seen: SeenLedger | null;
  readonly keys: readonly string[];
}

export type VerifyProgress = ReturnType<LedgerVerifier["progress"]>;

export type VerifyTold = VerifyProgress | LedgerVerification | { readonly failed: true };
