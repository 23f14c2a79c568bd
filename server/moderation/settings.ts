import type { Severity } from "#shared/contract/moderated.ts";

/** How a community moderates, where it has not said otherwise. */
export const settings = {
  /** What flags must weigh together for content to be put out of sight until somebody decides; in thousandths. */
  flagThreshold: 1_500,
  /** How long somebody must have been here for a flag to count to that. */
  flagAgeDays: 7,
  flagsPerDay: 20,
  /** When the clock decides. */
  deadlineHours: { normal: 72, urgent: 24, illegal: 24 } satisfies Record<Severity, number>,
} as const;

const hour = 3_600_000;

export const deadlineFrom = (now: Date, severity: Severity): Date =>
  new Date(now.getTime() + settings.deadlineHours[severity] * hour);
