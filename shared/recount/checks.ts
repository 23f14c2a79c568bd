/** What a recount looks at, in this order. */
export const checkIds = [
  /** it is a bundle of a decision at all */
  "format",
  /** the key is the one that the reader knows */
  "key",
  /** the checkpoint is signed by the key, and is of this decision */
  "signature",
  /** rules and stated result are those that were signed */
  "rules",
  /** it was counted by the rules that were frozen when it opened */
  "frozen",
  /** those rules are the ones whose hash was told to all at opening */
  "published",
  /** the list of ballots is the one that was signed */
  "list",
  /** each ballot follows the rules of the method, and is there once */
  "ballots",
  /** the electorate is the one that was frozen at opening, and no others voted */
  "electorate",
  /** weights follow from tokens or roles by the weighting */
  "weights",
  /** delegations are between electors, and within what can be given away */
  "delegations",
  /** opinion groups are those that were frozen at opening, where a share in each was asked */
  "groups",
  /** the count gives what was stated */
  "tally",
  /** quorum, support and result follow from the count as was stated */
  "outcome",
  /** the reader's own ballot is on the list as it was cast */
  "receipt",
] as const;
export type CheckId = (typeof checkIds)[number];

export const faultCodes = [
  "no-bundle",
  "no-key",
  "other-key",
  "unsigned",
  "other-decision",
  "rules-changed",
  "frozen-changed",
  "counted-otherwise",
  "frozen-otherwise",
  "ballots-missing",
  "ballots-added",
  "ballots-changed",
  "ballots-unordered",
  "not-included",
  "ballot-twice",
  "ballot-invalid",
  "ballot-named",
  "ballot-nameless",
  "voter-twice",
  "no-elector",
  "reweighted",
  "more-ballots-than-electors",
  "electors-changed",
  "electors-miscounted",
  "electors-missing",
  "electors-named",
  "weight-wrong",
  "unit-wrong",
  "delegation-of-strangers",
  "delegated-too-much",
  "delegation-not-allowed",
  "groups-changed",
  "group-sealed",
  "group-unknown",
  "uncountable",
  "drawn-otherwise",
  "tally-differs",
  "outcome-differs",
  "receipt-unreadable",
  "receipt-of-another-decision",
  "receipt-unsigned",
  "receipt-not-found",
  "receipt-differs",
] as const;
export type RecountFaultCode = (typeof faultCodes)[number];

/** Why something could not be looked at, which is no fault. */
export const skipCodes = [
  "key-unknown",
  "rules-absent",
  "opening-unknown",
  "secret-electorate",
  "secret-delegations",
  "no-groups-asked",
  "no-receipt",
  "some-ballots",
  "not-reached",
] as const;
export type SkipCode = (typeof skipCodes)[number];

export interface RecountFault {
  readonly code: RecountFaultCode;
  readonly values: Readonly<Record<string, string | number>>;
}

export interface Check {
  readonly id: CheckId;
  readonly state: "ok" | "failed" | "skipped";
  readonly faults: readonly RecountFault[];
  readonly skipped: SkipCode | null;
}

export const fault = (
  code: RecountFaultCode,
  values: RecountFault["values"] = {},
): RecountFault => ({
  code,
  values,
});

/** At most so many faults are told of one check. */
const mostFaults = 10;

export const checked = (id: CheckId, faults: readonly RecountFault[]): Check => ({
  id,
  state: faults.length === 0 ? "ok" : "failed",
  faults: faults.slice(0, mostFaults),
  skipped: null,
});

export const skipped = (id: CheckId, why: SkipCode): Check => ({
  id,
  state: "skipped",
  faults: [],
  skipped: why,
});
