/** Trust is earned by what others find constructive, over days: time alone earns none. */

export const trustLevels = ["newcomer", "member", "trusted"] as const;
export type TrustLevel = (typeof trustLevels)[number];

/** What counts for trust. */
export const trustMeasures = [
  /** Days on which somebody contributed. */
  "activeDays",
  /** Contributions that stand. */
  "contributions",
  /** Different people who found something of theirs well put. */
  "wellPutBy",
  /** Sources that reviewers found to support what they are brought for, more than not. */
  "acceptedSources",
  /** Actions about them within the last 90 days that stand. */
  "actions",
] as const;
export type TrustMeasure = (typeof trustMeasures)[number];
export type TrustFacts = Readonly<Record<TrustMeasure, number>>;

/** What each level asks: so much at least; of actions, so many at most. */
export const trustThresholds: Readonly<Record<Exclude<TrustLevel, "newcomer">, TrustFacts>> = {
  member: { activeDays: 2, contributions: 3, wellPutBy: 1, acceptedSources: 0, actions: 1 },
  trusted: { activeDays: 10, contributions: 20, wellPutBy: 5, acceptedSources: 2, actions: 0 },
};

/** What each level may do how often. */
export const trustLimits: Readonly<
  Record<TrustLevel, { readonly postsPerHour: number; readonly flagsPerDay: number }>
> = {
  newcomer: { postsPerHour: 30, flagsPerDay: 10 },
  member: { postsPerHour: 60, flagsPerDay: 20 },
  trusted: { postsPerHour: 120, flagsPerDay: 40 },
};

/** Of actions few are wanted, of everything else many. */
export const isMet = (measure: TrustMeasure, have: number, need: number): boolean =>
  measure === "actions" ? have <= need : have >= need;

/** The highest level of which everything is met, and of those below it. */
export function trustLevel(facts: TrustFacts): TrustLevel {
  let level: TrustLevel = "newcomer";
  for (const next of ["member", "trusted"] as const) {
    const needs = trustThresholds[next];
    if (!trustMeasures.every((one) => isMet(one, facts[one], needs[one]))) break;
    level = next;
  }
  return level;
}
