import { fewestTold, seen, type Votes } from "./group-votes.ts";
import { leaning, oneProportion, sure90 } from "./proportion-tests.ts";
import { type Side, sides } from "./representative.ts";

/** How far all groups agree with a statement, and how far all reject it. */
export interface GroupConsensus {
  /** the product of the groups' shares, as Polis has it; it falls as groups grow in number */
  readonly product: number;
  /** their geometric mean, which does not, and the least of them */
  readonly mean: number;
  readonly least: number;
}

/** Group-informed consensus (Small et al. 2021, §4): high only where it is high in every group. */
export function groupConsensus(votes: readonly Votes[], side: Side): GroupConsensus {
  const shares = votes.map((one) => leaning(proportion(one, side)));
  const product = shares.reduce((all, share) => all * share, 1);
  return { product, mean: rootOf(product, shares.length), least: Math.min(1, ...shares) };
}

const proportion = (votes: Votes, side: Side) => ({
  successes: side === "agree" ? votes.agrees : votes.disagrees,
  trials: seen(votes),
});

/** The root of a number between 0 and 1, by Newton's method from above, where it falls until it is there. */
function rootOf(value: number, degree: number): number {
  if (degree < 2 || value === 0) return value;
  let root = 1;
  for (;;) {
    let power = 1;
    for (let time = 1; time < degree; time += 1) power *= root;
    const next = root - (power * root - value) / (degree * power);
    if (!(next < root)) return root;
    root = next;
  }
}

/** How far groups are apart on a statement: from the least to the largest share that agrees, 0 to 1. */
export function divisiveness(votes: readonly Votes[]): number {
  const shares = votes.map((one) => leaning(proportion(one, "agree")));
  return shares.length === 0 ? 0 : Math.max(...shares) - Math.min(...shares);
}

/** A statement that most people take the same side on. */
export interface Majority {
  readonly statement: number;
  readonly side: Side;
  readonly successes: number;
  readonly trials: number;
  readonly share: number;
  readonly test: number;
}

const mostListed = 5;

/** Statements that more than half agree with, or reject, for sure; the strongest first, five of each side (Polis, consensus). */
export function majorities(
  statements: readonly number[],
  votesOf: (statement: number) => Votes,
  silenceIsNeutral: boolean,
): Record<Side, Majority[]> {
  const of = (side: Side) =>
    statements
      .map((statement): Majority => {
        const own = proportion(votesOf(statement), side);
        const test = oneProportion(own, silenceIsNeutral);
        return { statement, side, ...own, share: leaning(own), test };
      })
      .filter(({ share, test }) => share > 0.5 && test > sure90)
      .toSorted((a, b) => b.share * b.test - a.share * a.test || a.statement - b.statement)
      .slice(0, mostListed);
  const [agree, disagree] = sides.map(of);
  return { agree: agree ?? [], disagree: disagree ?? [] };
}

/**
 * Statements that over three in ten pass on, the most passed on first (Polis, uncertainty); unlike there, nothing is said
 * where those are few.
 */
export function uncertain(
  statements: readonly number[],
  votesOf: (statement: number) => Votes,
): number[] {
  const weight = (statement: number) => {
    const votes = votesOf(statement);
    const share = votes.passes / Math.max(1, seen(votes));
    return share > 0.3 && votes.passes >= fewestTold ? share * share * votes.passes : 0;
  };
  return statements
    .filter((statement) => weight(statement) > 0)
    .toSorted((a, b) => weight(b) - weight(a) || a - b)
    .slice(0, mostListed);
}
