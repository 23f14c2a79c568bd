import type { castBallot } from "#shared/contract/decisions.ts";
import type { Reply } from "../lib/api.ts";
import { keptHere } from "../lib/kept-here.ts";

export type Receipt = Reply<typeof castBallot>["receipt"];
type Receipts = Readonly<Record<string, Receipt>>;

/** Older ones give way. */
const most = 200;

const isReceipt = (value: unknown): value is Receipt =>
  typeof value === "object" && value !== null && "decisionId" in value && "ballotId" in value;

function parse(stored: unknown): Receipts {
  if (typeof stored !== "object" || stored === null) return {};
  return Object.fromEntries(
    Object.entries(stored).filter((entry): entry is [string, Receipt] => isReceipt(entry[1])),
  );
}

/** The receipts of this browser's ballots, by decision. */
const receipts = keptHere("receipts", parse);

export function keepReceipt(receipt: Receipt): void {
  const { [receipt.decisionId]: _, ...others } = receipts.read();
  const kept = [...Object.entries(others), [receipt.decisionId, receipt] as const];
  receipts.write(Object.fromEntries(kept.slice(-most)));
}

/** The receipt of one's last ballot in a decision, if it was cast in this browser. */
export const useReceipt = (decisionId: string): Receipt | undefined => receipts.use()[decisionId];

export const readReceipt = (decisionId: string): Receipt | undefined => receipts.read()[decisionId];

/** They show how somebody voted: not for whoever sits here next. */
export const forgetReceipts = (): void => receipts.write({});
