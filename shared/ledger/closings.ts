import { readCheckpoint } from "../merkle/checkpoint.ts";
import { toBase64 } from "../merkle/bytes.ts";
import type { LedgerEntry } from "./entry.ts";

/** What the ledger says of the ballots of a decision that was counted. */
export interface ClosedDecision {
  readonly seq: number;
  readonly decisionId: string;
  /** How many ballots were counted, and the root of their list (base64). */
  readonly ballots: number;
  readonly root: string;
  /** The signed note, as the published ballots must carry it. */
  readonly checkpoint: string;
}

const kinds: readonly string[] = ["decision.closed", "decision.tie-settled"];

/** The list of ballots that a closing names; "unsigned" where it names none, undefined where an entry closes nothing. */
export function checkClosing({
  seq,
  kind,
  subject,
  payload,
}: LedgerEntry): ClosedDecision | "unsigned" | undefined {
  const { checkpoint } = payload;
  if (!kinds.includes(kind)) return undefined;
  // Closings from before lists of ballots were signed.
  if (checkpoint === undefined || checkpoint === null) return undefined;
  if (typeof checkpoint !== "string") return "unsigned";
  const found = readCheckpoint(checkpoint.slice(0, checkpoint.lastIndexOf("\n\n") + 1));
  if (!found?.origin.endsWith(`/decisions/${subject}`)) return "unsigned";
  const { size: ballots, root } = found;
  return { seq, decisionId: subject, ballots, root: toBase64(root), checkpoint };
}
