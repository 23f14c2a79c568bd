import type { DisputeKind, DisputeStage } from "#shared/contract/disputes.ts";

/** Which cases of a community are looked at. */
export interface CaseFilter {
  readonly kind?: DisputeKind | undefined;
  readonly stage?: DisputeStage | undefined;
  readonly rule?: number | undefined;
  readonly mine?: boolean | undefined;
}

/** What somebody means to dispute, as the address says it. */
export interface Asked {
  readonly action?: string | undefined;
  readonly decision?: string | undefined;
  /** A commitment, and the report on it that is said to be false. */
  readonly commitment?: string | undefined;
  readonly report?: string | undefined;
  /** With whom there is a conflict; `somebody` where that is still to be said. */
  readonly with?: string | undefined;
}

/** Written out, as the address is read before contracts are fetched. */
export const kinds: readonly DisputeKind[] = ["action", "conflict", "decision", "commitment"];
export const stages: readonly DisputeStage[] = [
  "mediation",
  "statements",
  "drawing",
  "summoning",
  "deliberation",
  "voting",
  "revealing",
  "ruled",
  "community",
  "withdrawn",
];

type Search = Record<string, unknown>;

const isRule = (value: unknown): value is number =>
  typeof value === "number" && Number.isInteger(value) && value > 0 && value <= 10_000;

/** The cases that an address asks for; what is not understood is left out. */
export function casesAsked({ kind, stage, rule, mine }: Search): CaseFilter {
  const kindAsked = kinds.find((one) => one === kind);
  const stageAsked = stages.find((one) => one === stage);
  return {
    ...(kindAsked && { kind: kindAsked }),
    ...(stageAsked && { stage: stageAsked }),
    ...(isRule(rule) && { rule }),
    ...(mine === true && { mine }),
  };
}

const isId = (value: unknown): value is string =>
  typeof value === "string" && /^[0-9a-f-]{36}$/.test(value);

/** What an address means to dispute. */
export const disputeAsked = ({
  action,
  decision,
  commitment,
  report,
  with: person,
}: Search): Asked => ({
  ...(isId(action) && { action }),
  ...(isId(decision) && { decision }),
  ...(isId(commitment) && isId(report) && { commitment, report }),
  ...((isId(person) || person === "somebody") && { with: person }),
});

/** The filter with one thing chosen, or left open; what is left open does not stand in the address. */
export function withChoice(filter: CaseFilter, change: CaseFilter): CaseFilter {
  const wanted = Object.entries({ ...filter, ...change });
  return Object.fromEntries(wanted.filter(([, value]) => value !== undefined && value !== false));
}
