/** Where a case says one thing and the product finds another. */
export interface Difference {
  readonly what: string;
  readonly expected: unknown;
  readonly got: unknown;
}

interface About {
  readonly area: string;
  /** the case's name, or its file's */
  readonly id: string;
  /** what was asked of it: a method with its variant, an index, a measure */
  readonly rule: string;
}

/** What became of one expectation of a case. */
export type Finding = About &
  (
    | { readonly verdict: "passed" }
    | { readonly verdict: "failed"; readonly differences: readonly Difference[] }
    /** the file is not what it should be, or the product broke down on it */
    | { readonly verdict: "failed"; readonly reason: string; readonly differences: readonly [] }
    | { readonly verdict: "not-applicable"; readonly reason: string }
  );

/** One kind of cases, and how the product's kernels fare with one of them. */
export interface Area {
  readonly name: string;
  check(id: string, content: unknown): Finding[];
}

/** Why the product has no answer to what a case asks: an answer, not a fault. */
export class NotApplicable extends Error {}

export function failure(about: About, reason: string): Finding {
  return { ...about, verdict: "failed", reason, differences: [] };
}

/** Runs one comparison; what it throws is a finding too. */
export function findOut(about: About, compare: () => readonly Difference[] | null): Finding {
  try {
    const differences = compare();
    if (differences === null) return failure(about, "nothing in it can be compared");
    return differences.length === 0
      ? { ...about, verdict: "passed" }
      : { ...about, verdict: "failed", differences };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    if (error instanceof NotApplicable) return { ...about, verdict: "not-applicable", reason };
    return failure(about, `the count broke down: ${reason}`);
  }
}
