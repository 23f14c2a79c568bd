/*
 * Raking, or iterative proportional fitting: W. E. Deming and F. F. Stephan, "On a least squares adjustment of a sampled
 * frequency table when the expected marginal totals are known", Annals of Mathematical Statistics 11 (1940), 427-444.
 */

/** What somebody said, by attribute. */
export type Answers = ReadonlyMap<string, string>;

/** For each attribute the share that each value should have; the shares of an attribute make 1. */
export type Margins = ReadonlyMap<string, ReadonlyMap<string, number>>;

export type Raked =
  | { readonly kind: "raked"; readonly weights: readonly number[]; readonly largest: number }
  | {
      readonly kind: "refused";
      /** nobody has a value that there should be; somebody would count for more than so many; it comes to no end */
      readonly why: "empty-value" | "heavy-weight" | "no-end";
      readonly value: string | null;
    };

/** Nobody counts for more than so many. */
export const heaviest = 5;
const mostRounds = 1_000;
const closeEnough = 1e-9;

const refused = (why: "empty-value" | "heavy-weight" | "no-end", value: string | null = null) =>
  ({ kind: "refused", why, value }) as const;

/**
 * Weights under which people's answers have the shares that there should be; 1 on average. Who left out an attribute is
 * not moved by it. Refuses where it would lean on few.
 * @returns weights in the order of the people
 */
export function rake(people: readonly Answers[], margins: Margins): Raked {
  const empty = emptyValue(people, margins);
  if (empty !== null) return refused("empty-value", empty);
  const weights = people.map(() => 1);
  for (let round = 0; round < mostRounds; round += 1) {
    const moved = Math.max(
      0,
      ...[...margins.keys()].map((key) => fit(people, weights, { key, margins })),
    );
    if (moved > closeEnough) continue;
    const largest = Math.max(0, ...weights);
    return largest > heaviest ? refused("heavy-weight") : { kind: "raked", weights, largest };
  }
  return refused("no-end");
}

function emptyValue(people: readonly Answers[], margins: Margins): string | null {
  for (const [attribute, shares] of margins) {
    for (const [value, share] of shares) {
      if (share > 0 && !people.some((one) => one.get(attribute) === value)) return value;
    }
  }
  return null;
}

interface Fitting {
  readonly key: string;
  readonly margins: Margins;
}

/** Gives the values of one attribute their shares; says by how much that moved a weight at most. */
function fit(people: readonly Answers[], weights: number[], { key, margins }: Fitting): number {
  const shares = margins.get(key) ?? new Map<string, number>();
  const asked = people.flatMap((one, at) => {
    const value = one.get(key);
    return value !== undefined && shares.has(value) ? [{ at, value }] : [];
  });
  const weightOf = (at: number): number => weights[at] ?? 0;
  const sums = new Map<string, number>();
  for (const { at, value } of asked) sums.set(value, (sums.get(value) ?? 0) + weightOf(at));
  const all = [...sums.values()].reduce((sum, one) => sum + one, 0);
  let moved = 0;
  for (const { at, value } of asked) {
    const sum = sums.get(value) ?? 0;
    const next = sum === 0 ? 0 : (weightOf(at) * (shares.get(value) ?? 0) * all) / sum;
    moved = Math.max(moved, Math.abs(next - weightOf(at)));
    weights[at] = next;
  }
  return moved;
}
