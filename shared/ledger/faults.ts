/*
 * What can be wrong with a ledger, as whoever verifies it is told.
 */

export const ledgerFaultCodes = [
  // Lines of an export.
  "line-unreadable",
  "line-misplaced",
  "header-wrong",
  "size-other",
  // Entries.
  "entry-missing",
  "entry-misplaced",
  "entry-changed",
  "words-changed",
  "closing-unsigned",
  // Checkpoints, and who signed them.
  "checkpoint-missing",
  "checkpoint-misplaced",
  "checkpoint-unsigned",
  "root-other",
  "key-unnamed",
  "key-unvouched",
  "key-other",
  "cosignature-wrong",
  // Against what was seen before.
  "history-shorter",
  "history-other",
  "origin-other",
  // The published ballots of decisions.
  "ballots-missing",
  "ballots-other",
  "ballots-wrong",
] as const;
export type LedgerFaultCode = (typeof ledgerFaultCodes)[number];

export interface LedgerFault {
  readonly code: LedgerFaultCode;
  /** Which entry, or from which one on. */
  readonly seq: number | null;
  readonly values: Readonly<Record<string, string | number>>;
}

export const ledgerFault = (
  code: LedgerFaultCode,
  seq: number | null = null,
  values: LedgerFault["values"] = {},
): LedgerFault => ({ code, seq, values });

/** What somebody saw of a ledger before, and holds it to. */
export interface SeenLedger {
  readonly origin: string;
  readonly size: number;
  /** Base64. */
  readonly root: string;
  /** By whom it was signed. */
  readonly verifierKey: string;
}
