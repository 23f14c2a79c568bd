export const comparedRules = [
  "equal-shares-cost",
  "equal-shares-cardinality",
  "greedy-votes",
  "greedy-votes-per-cost",
  "quadratic",
  "quadratic-pairwise",
  "proportional",
] as const;

/** What another rule would make of the same ballots. */
export interface Compared {
  readonly rule: (typeof comparedRules)[number];
  /** by project; those that get nothing are left out */
  readonly amounts: Readonly<Record<string, number>>;
  readonly spent: number;
  /** of what people wanted, in the middle of all of them, so many thousandths are funded */
  readonly satisfaction: number;
  /** people of whose projects none is funded */
  readonly excluded: number;
}
