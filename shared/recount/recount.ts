import {
  type Counted,
  type CountedView,
  countNamed,
  countNameless,
  countToJson,
  type Poll,
} from "../counting/count-decision.ts";
import { hashBallots, lotOrder, seedWith } from "../counting/lot-order.ts";
import { isSameBytes, fromBase64 } from "../merkle/bytes.ts";
import { canonicalJson } from "../merkle/canonical-json.ts";
import { type Checkpoint, readCheckpoint } from "../merkle/checkpoint.ts";
import { openNote } from "../merkle/note.ts";
import { rootOf } from "../merkle/tree.ts";
import type { Ballot } from "../voting/index.ts";
import { decisionLine } from "./board.ts";
import { Bundle, type BundleEntry, type CountedDecision } from "./bundle.ts";
import {
  type Check,
  checked,
  type CheckId,
  checkIds,
  fault,
  type RecountFault,
  skipped,
} from "./checks.ts";
import { checkDelegations, checkElectors, checkWeights } from "./electorate.ts";
import { readBallots, type ReadBallots } from "./read-ballots.ts";
import { ballotHash, isReceiptOf, Receipt } from "./receipt.ts";

export interface RecountOptions {
  /** the reader's own, as it was kept */
  readonly receipt?: unknown;
  /** the key that the reader knows by other ways than the bundle, in base64 */
  readonly publicKey?: string | undefined;
  /** how many ballots were looked at by now */
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

export interface Recount {
  readonly isRight: boolean;
  readonly checks: readonly Check[];
  readonly bundle: Bundle | null;
  /** what the count gives now; null where it can't be counted */
  readonly counted: CountedView | null;
}

/**
 * Counts a decision again from its bundle and compares all that can be compared: signature, list of ballots,
 * rules, electorate, weights, delegations, count, outcome, and the reader's receipt.
 */
export function recount(input: unknown, options: RecountOptions = {}): Recount {
  const { data: bundle, error } = Bundle.safeParse(input);
  if (!bundle) {
    const faults = error.issues.map(({ path, message }) =>
      fault("no-bundle", { place: path.join("/"), message }),
    );
    return concluded([checked("format", faults)], null, null);
  }
  // What was hashed is what was sent, not what parsing made of it.
  const raw = input as Bundle;
  const publicKey = fromBase64(bundle.publicKey);
  const signed = openCheckpoint(bundle);
  const ballots = readBallots(bundle, raw.ballots, options.onProgress);
  const { view, faults: uncountable } = countAgain(bundle, ballots, raw.ballots);
  const checks = [
    checked("format", []),
    checkKey(bundle, options.publicKey),
    checked("signature", signed.faults),
    checked("rules", signed.checkpoint ? checkRules(raw, signed.checkpoint) : [fault("unsigned")]),
    checked(
      "list",
      signed.checkpoint ? checkList(ballots, signed.checkpoint) : [fault("unsigned")],
    ),
    checked("ballots", ballots.faults),
    bundle.electors ? checked("electorate", checkElectors(bundle, ballots)) : checkNameless(bundle),
    bundle.electors
      ? checked("weights", checkWeights(bundle))
      : skipped("weights", "secret-electorate"),
    bundle.decision.secrecy === "secret" && bundle.decision.delegations === null
      ? skipped("delegations", "secret-delegations")
      : checked("delegations", checkDelegations(bundle)),
    checked("tally", view ? compareTally(bundle, view) : uncountable),
    checked("outcome", view ? compareOutcome(bundle, view) : uncountable),
    checkReceipt(bundle, options.receipt, publicKey),
  ];
  return concluded(checks, bundle, view);
}

function concluded(
  found: readonly Check[],
  bundle: Bundle | null,
  counted: CountedView | null,
): Recount {
  const byId = new Map<CheckId, Check>(found.map((check) => [check.id, check]));
  const checks = checkIds.map((id) => byId.get(id) ?? skipped(id, "not-reached"));
  return { isRight: checks.every(({ state }) => state !== "failed"), checks, bundle, counted };
}

function checkKey({ publicKey }: Bundle, known: string | undefined): Check {
  if (known === undefined) return skipped("key", "key-unknown");
  return checked("key", known === publicKey ? [] : [fault("other-key")]);
}

function openCheckpoint({ checkpoint: note, publicKey, decision }: Bundle): {
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

function checkRules({ decision }: Bundle, { more }: Checkpoint): RecountFault[] {
  return more.length === 1 && more[0] === decisionLine(decision) ? [] : [fault("rules-changed")];
}

function checkList({ leaves, isOrdered }: ReadBallots, { size, root }: Checkpoint): RecountFault[] {
  const found = leaves.length;
  if (found < size) return [fault("ballots-missing", { signed: size, found })];
  if (found > size) return [fault("ballots-added", { signed: size, found })];
  if (!isOrdered) return [fault("ballots-unordered")];
  const isSigned = leaves.every((leaf) => leaf !== null) && isSameBytes(rootOf(leaves), root);
  return isSigned ? [] : [fault("ballots-changed")];
}

function checkNameless({ decision, ballots }: Bundle): Check {
  if (decision.secrecy !== "secret") return checked("electorate", [fault("electors-missing")]);
  const { size, weight } = decision.electorate;
  const faults = [
    ...(ballots.length > size
      ? [fault("more-ballots-than-electors", { ballots: ballots.length, electors: size })]
      : []),
    ...(BigInt(size) === BigInt(weight) && decision.weighting.kind === "one-person"
      ? []
      : [fault("electors-miscounted")]),
  ];
  return faults.length > 0
    ? checked("electorate", faults)
    : skipped("electorate", "secret-electorate");
}

function countAgain(
  bundle: Bundle,
  { valid }: ReadBallots,
  entries: readonly BundleEntry[],
): { view: CountedView | null; faults: RecountFault[] } {
  if (isDrawnOtherwise(bundle, entries)) return { view: null, faults: [fault("drawn-otherwise")] };
  try {
    return { view: countToJson(countBundle(bundle, valid)), faults: [] };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { view: null, faults: [fault("uncountable", { why: error.message })] };
  }
}

/** Whether the lot is said to be drawn by other ballots than these. */
function isDrawnOtherwise({ decision }: Bundle, entries: readonly BundleEntry[]): boolean {
  const { ballotsHash } = decision.tieBreak;
  return ballotsHash !== undefined && ballotsHash !== hashBallots(entries);
}

function countBundle({ decision, electors }: Bundle, ballots: ReadBallots["valid"]): Counted {
  const poll = pollOf(decision);
  if (electors === null) {
    return countNameless(poll, {
      electors: decision.electorate.size,
      ballots: ballots.map(({ ballot }) => ballot),
    });
  }
  const named = ballots.flatMap(({ voter, ballot }): { voter: string; ballot: Ballot }[] =>
    voter === undefined ? [] : [{ voter, ballot }],
  );
  return countNamed(poll, {
    weights: new Map(electors.map(({ id, weight }) => [id, BigInt(weight)])),
    ballots: named,
    delegations: decision.delegations ?? [],
    capPercent: decision.delegationCap ?? 100,
  });
}

function pollOf(decision: CountedDecision): Poll {
  const { settings, quorum, threshold, unit } = decision;
  const options = decision.options.map(({ id }) => id);
  const tieBreak = tieBreakOf(decision, options);
  return { options, settings, quorum, threshold, tieBreak, unit: BigInt(unit) };
}

function tieBreakOf({ tieBreak }: CountedDecision, options: readonly string[]) {
  const { rule, seed, order, ballotsHash = null } = tieBreak;
  if (rule === "lot" && seed !== null) {
    return { rule, order: lotOrder(seedWith(seed, ballotsHash), options) };
  }
  return rule === "chair" && order !== null ? { rule, order } : undefined;
}

const isSame = (one: unknown, other: unknown) => canonicalJson(one) === canonicalJson(other);

function compareTally({ decision: { result } }: Bundle, { tally }: CountedView): RecountFault[] {
  return isSame(result.tally, tally) ? [] : [fault("tally-differs")];
}

function compareOutcome({ decision, electors }: Bundle, view: CountedView): RecountFault[] {
  const { tally: _, ...stated } = decision.result;
  const { tally: __, ...found } = view;
  // How many votes delegates cast can't be seen from ballots without names.
  const known = electors === null ? { ...found, delegated: stated.delegated } : found;
  return isSame(stated, known) ? [] : [fault("outcome-differs")];
}

function checkReceipt(
  { decision, ballots }: Bundle,
  given: unknown,
  publicKey: Uint8Array | undefined,
): Check {
  if (given === undefined || given === null) return skipped("receipt", "no-receipt");
  const { data: receipt } = Receipt.safeParse(given);
  if (!receipt) return checked("receipt", [fault("receipt-unreadable")]);
  if (receipt.decisionId !== decision.id || receipt.communityId !== decision.communityId) {
    return checked("receipt", [fault("receipt-of-another-decision")]);
  }
  if (publicKey === undefined || !isReceiptOf(publicKey, receipt)) {
    return checked("receipt", [fault("receipt-unsigned")]);
  }
  const { ballotId, revision, hash } = receipt;
  const entry = ballots.find((one) => one.ballotId === ballotId);
  if (!entry) return checked("receipt", [fault("receipt-not-found", { ballotId })]);
  const isSameVote = ballotHash(entry.ballot, entry.nonce) === hash;
  return checked("receipt", isSameVote ? [] : [fault("receipt-differs", { revision })]);
}
