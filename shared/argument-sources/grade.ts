/** How many reviewers of a source came to each verdict. */
export interface VerdictCounts {
  readonly supports: number;
  readonly irrelevant: number;
  readonly misrepresents: number;
  readonly broken: number;
}

const leastReviews = 2;

/** How many people reviewed a source. */
export function reviewersOf({
  supports,
  irrelevant,
  misrepresents,
  broken,
}: VerdictCounts): number {
  return supports + irrelevant + misrepresents + broken;
}

/** A source is contested where at least two reviewed it, and as many find fault with it as find that it supports its claim. */
export function isContested(counts: VerdictCounts): boolean {
  const reviewers = reviewersOf(counts);
  return reviewers >= leastReviews && reviewers - counts.supports >= counts.supports;
}

/** What most reviewers find that do not say that it supports the claim; of equals the graver. */
export function mainFault(counts: VerdictCounts): "misrepresents" | "broken" | "irrelevant" | null {
  const faults = (["misrepresents", "broken", "irrelevant"] as const).toSorted(
    (a, b) => counts[b] - counts[a],
  );
  const [first] = faults;
  return first !== undefined && counts[first] > 0 ? first : null;
}
