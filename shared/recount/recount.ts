import { z } from "zod";
import {
  type Counted,
  type CountedView,
  countNamed,
  countNameless,
  countToJson,
  type Poll,
} from "../counting/count-decision.ts";
import { hashBallots, lotOrder, seedWith } from "../counting/lot-order.ts";
import { isSameBytes } from "../merkle/bytes.ts";
import { canonicalJson } from "../merkle/canonical-json.ts";
import type { Checkpoint } from "../merkle/checkpoint.ts";
import { rootOf } from "../merkle/tree.ts";
import type { Ballot } from "../voting/index.ts";
import { Bundle, type BundleEntry, type CountedDecision, Entry, type Signed } from "./bundle.ts";
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
import { checkGroups, groupRuleOf } from "./groups.ts";
import { checkFrozen, checkPublished } from "./frozen.ts";
import { readBallots, type ReadBallots } from "./read-ballots.ts";
import { BallotProof, checkInclusion, proofFormat } from "./proof.ts";
import { checkKey, checkReceipt, checkRules, openCheckpoint } from "./signed.ts";

export interface RecountOptions {
  /** the reader's own, as it was kept */
  readonly receipt?: unknown;
  /** the key that the reader knows by other ways than the bundle, in base64 */
  readonly publicKey?: string | undefined;
  /** the hash of its rules as it was told at opening: the ledger has it, and whoever noted it then */
  readonly rulesHash?: string | undefined;
  /** how many ballots were looked at by now */
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

export interface Recount {
  readonly isRight: boolean;
  readonly checks: readonly Check[];
  readonly decision: CountedDecision | null;
  /** what the count gives now; null where it can't be counted */
  readonly counted: CountedView | null;
}

/**
 * Counts a decision again from its bundle and compares all that can be compared: signature, list of ballots,
 * rules, electorate, weights, delegations, count, outcome, and the reader's receipt. Of some ballots with
 * their proofs it looks at what they tell.
 */
export function recount(input: unknown, options: RecountOptions = {}): Recount {
  const { format } = (input ?? {}) as { readonly format?: unknown };
  return format === proofFormat ? checkProof(input, options) : countBundleAgain(input, options);
}

function countBundleAgain(input: unknown, options: RecountOptions): Recount {
  const { data: bundle, error } = Bundle.safeParse(input);
  if (!bundle) return unreadable(error);
  // What was hashed is what was sent, not what parsing made of it.
  const raw = input as Bundle;
  const ballots = readBallots(bundle, raw.ballots, options.onProgress);
  const { view, faults: uncountable } = countAgain(bundle, ballots, raw.ballots);
  const checks = [
    ...checkSigned(raw, options, (checkpoint) => checkList(ballots, checkpoint)),
    checked("ballots", ballots.faults),
    bundle.electors ? checked("electorate", checkElectors(bundle, ballots)) : checkNameless(bundle),
    bundle.electors
      ? checked("weights", checkWeights(bundle))
      : skipped("weights", "secret-electorate"),
    bundle.decision.secrecy === "secret" && bundle.decision.delegations === null
      ? skipped("delegations", "secret-delegations")
      : checked("delegations", checkDelegations(bundle)),
    checkGroups(bundle),
    checked("tally", view ? compareTally(bundle, view) : uncountable),
    checked("outcome", view ? compareOutcome(bundle, view) : uncountable),
    checkReceipt(bundle, bundle.ballots, options.receipt),
  ];
  return concluded(checks, bundle.decision, view);
}

/** What can be seen of some ballots: that they are on the signed list, and whether the reader's is among them. */
function checkProof(input: unknown, options: RecountOptions): Recount {
  const { data: proof, error } = BallotProof.safeParse(input);
  if (!proof) return unreadable(error);
  const raw = input as BallotProof;
  const { data: entries, error: unlike } = z
    .array(Entry)
    .safeParse(raw.ballots.map(({ entry }) => entry));
  if (!entries) return unreadable(unlike);
  const rest = ["electorate", "weights", "delegations", "groups", "tally", "outcome"] as const;
  const checks = [
    ...checkSigned(raw, options, (checkpoint) => checkInclusion(raw, checkpoint)),
    checked("ballots", readBallots(proof, entries, options.onProgress).faults),
    ...rest.map((id) => skipped(id, "some-ballots")),
    checkReceipt(proof, entries, options.receipt),
  ];
  return concluded(checks, proof.decision, null);
}

function unreadable({ issues }: z.ZodError): Recount {
  const faults = issues.map(({ path, message }) =>
    fault("no-bundle", { place: path.join("/"), message }),
  );
  return concluded([checked("format", faults)], null, null);
}

/** What is alike of all that is signed. */
function checkSigned(
  raw: Signed,
  { publicKey, rulesHash }: RecountOptions,
  listed: (checkpoint: Checkpoint) => readonly RecountFault[],
): Check[] {
  const { checkpoint, faults } = openCheckpoint(raw);
  return [
    checked("format", []),
    checkKey(raw, publicKey),
    checked("signature", faults),
    checked("rules", checkpoint ? checkRules(raw, checkpoint) : [fault("unsigned")]),
    checkFrozen(raw),
    checkPublished(raw, rulesHash),
    checked("list", checkpoint ? listed(checkpoint) : [fault("unsigned")]),
  ];
}

function concluded(
  found: readonly Check[],
  decision: CountedDecision | null,
  counted: CountedView | null,
): Recount {
  const byId = new Map<CheckId, Check>(found.map((check) => [check.id, check]));
  const checks = checkIds.map((id) => byId.get(id) ?? skipped(id, "not-reached"));
  return { isRight: checks.every(({ state }) => state !== "failed"), checks, decision, counted };
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
  const groups = groupRuleOf({ decision, electors }, named);
  return countNamed(
    { ...poll, groups },
    {
      weights: new Map(electors.map(({ id, weight }) => [id, BigInt(weight)])),
      ballots: named,
      delegations: decision.delegations ?? [],
      capPercent: decision.delegationCap ?? 100,
    },
  );
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
