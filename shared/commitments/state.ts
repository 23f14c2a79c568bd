/** What a review finds: it worked, it is to be changed, or it is given up. */
export const reviewOutcomes = ["worked", "change", "revoke"] as const;
export type ReviewOutcome = (typeof reviewOutcomes)[number];

/** Where a commitment stands, in the order of its life. */
export const commitmentStates = [
  /** Proposed; the owner has not said yes. Nobody has promised anything yet. */
  "open",
  "declined",
  "withdrawn",
  /** The owner has said yes, and reported nothing so far. */
  "accepted",
  "underway",
  /** Promised for a day that has passed, and not done. */
  "overdue",
  "done",
  "worked",
  "changed",
  "revoked",
] as const;
export type CommitmentState = (typeof commitmentStates)[number];

/** What happened to a commitment. Moments are milliseconds since 1970. */
export interface CommitmentFacts {
  readonly answer: "accepted" | "declined" | null;
  readonly isWithdrawn: boolean;
  /** In whole per cent, 0 to 100, of what reports say that no jury found to be false. */
  readonly progress: number;
  readonly dueAt: number;
  readonly review: ReviewOutcome | null;
}

const reviewed = {
  worked: "worked",
  change: "changed",
  revoke: "revoked",
} as const satisfies Record<ReviewOutcome, CommitmentState>;

/**
 * The state at a moment. Without a yes nothing is overdue, as nobody promised it; what is done is not overdue, however
 * late it was; and a review has the last word.
 */
export function stateOf(facts: CommitmentFacts, now: number): CommitmentState {
  if (facts.isWithdrawn) return "withdrawn";
  if (facts.review !== null) return reviewed[facts.review];
  if (facts.answer === null) return "open";
  if (facts.answer === "declined") return "declined";
  if (facts.progress === 100) return "done";
  if (now >= facts.dueAt) return "overdue";
  return facts.progress > 0 ? "underway" : "accepted";
}
