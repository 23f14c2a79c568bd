import type { IncidentState, Severity } from "./incident.ts";

/** By when a community wants to have dealt with an incident, in days. */
export interface SeverityTerms {
  /** from the report until it is accepted or declined */
  readonly triageDays: number;
  /** from then until it is mended */
  readonly mendDays: number;
}

export type IncidentTerms = Readonly<Record<Severity, SeverityTerms>>;

/** What holds where a community has said nothing else. */
export const usualTerms: IncidentTerms = {
  low: { triageDays: 14, mendDays: 90 },
  moderate: { triageDays: 7, mendDays: 30 },
  high: { triageDays: 3, mendDays: 14 },
  critical: { triageDays: 1, mendDays: 7 },
};

const day = 86_400_000;

export interface Reached {
  readonly state: IncidentState;
  readonly severity: Severity;
  /** when it came into this state, in milliseconds since 1970 */
  readonly at: number;
  /** the deadline before; null where there was none */
  readonly before: number | null;
}

/**
 * By when an incident is to go on from the state that it has just come into, in milliseconds since 1970; null where
 * nothing waits. The time to mend it begins when it is accepted, and does not begin anew with the work, nor where
 * what was said to be mended is not; only what was declined and is taken up after all gets the whole time.
 */
export function deadlineOf({ state, severity, at, before }: Reached, terms: IncidentTerms) {
  const { triageDays, mendDays } = terms[severity];
  if (state === "reported") return at + triageDays * day;
  if (state === "accepted") return at + mendDays * day;
  if (state === "mending") return before ?? at + mendDays * day;
  return null;
}

/** Whether somebody is late with it. */
export const isOverdue = (dueAt: number | null, now: number): boolean =>
  dueAt !== null && now >= dueAt;
