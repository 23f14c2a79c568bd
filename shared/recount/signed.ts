import { fromBase64 } from "../merkle/bytes.ts";
import { type Checkpoint, readCheckpoint } from "../merkle/checkpoint.ts";
import { openNote } from "../merkle/note.ts";
import { decisionLine } from "./board.ts";
import type { BundleEntry, Signed } from "./bundle.ts";
import { type Check, checked, fault, type RecountFault, skipped } from "./checks.ts";
import { ballotHash, isReceiptOf, Receipt } from "./receipt.ts";

/** Whether it is the key that the reader knows. */
export function checkKey({ publicKey }: Signed, known: string | undefined): Check {
  if (known === undefined) return skipped("key", "key-unknown");
  return checked("key", known === publicKey ? [] : [fault("other-key")]);
}

/** What was signed, and whether it is of this decision. */
export function openCheckpoint({ checkpoint: note, publicKey, decision }: Signed): {
  readonly checkpoint: Checkpoint | undefined;
  readonly faults: readonly RecountFault[];
} {
  const key = fromBase64(publicKey);
  if (key?.length !== 32) return { checkpoint: undefined, faults: [fault("no-key")] };
  const name = note.slice(0, note.indexOf("\n"));
  const opened = openNote(note, [{ name, publicKey: key }]);
  const checkpoint = opened && readCheckpoint(opened.text);
  if (!checkpoint) return { checkpoint, faults: [fault("unsigned")] };
  const place = `/${decision.communityId}/decisions/${decision.id}`;
  const isOfThis =
    checkpoint.origin.endsWith(place) &&
    checkpoint.origin.indexOf("/") + place.length === checkpoint.origin.length;
  return {
    checkpoint,
    faults: isOfThis ? [] : [fault("other-decision", { origin: checkpoint.origin })],
  };
}

/** Whether rules and stated result are those that were signed. */
export function checkRules(
  { decision }: Pick<Signed, "decision">,
  { more }: Checkpoint,
): RecountFault[] {
  return more.length === 1 && more[0] === decisionLine(decision) ? [] : [fault("rules-changed")];
}

/** Whether the reader's ballot is among these as it was cast. */
export function checkReceipt(
  { decision, publicKey }: Signed,
  ballots: readonly BundleEntry[],
  given: unknown,
): Check {
  if (given === undefined || given === null) return skipped("receipt", "no-receipt");
  const { data: receipt } = Receipt.safeParse(given);
  if (!receipt) return checked("receipt", [fault("receipt-unreadable")]);
  if (receipt.decisionId !== decision.id || receipt.communityId !== decision.communityId) {
    return checked("receipt", [fault("receipt-of-another-decision")]);
  }
  const key = fromBase64(publicKey);
  if (key === undefined || !isReceiptOf(key, receipt)) {
    return checked("receipt", [fault("receipt-unsigned")]);
  }
  const { ballotId, revision, hash } = receipt;
  const entry = ballots.find((one) => one.ballotId === ballotId);
  if (!entry) return checked("receipt", [fault("receipt-not-found", { ballotId })]);
  const isSameVote = ballotHash(entry.ballot, entry.nonce) === hash;
  return checked("receipt", isSameVote ? [] : [fault("receipt-differs", { revision })]);
}
