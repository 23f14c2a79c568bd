/** Who is still in, by place in the list of options, and what each of them has. */
export interface Standing {
  readonly continuing: readonly number[];
  /** by place */
  readonly votes: readonly bigint[];
  /** by place; the votes of the first round */
  readonly firstChoices: readonly bigint[];
}

/** What the votes of a round lead to. */
export type Verdict =
  /** more than half of the votes that still count */
  | { readonly kind: "won"; readonly winner: number }
  /** the last two have the same, or nobody has anything */
  | { readonly kind: "level"; readonly between: readonly number[] }
  | { readonly kind: "out"; readonly out: readonly number[]; readonly tie: ForLast | null }
  /** several are last, by first choices too */
  | { readonly kind: "open"; readonly between: readonly number[] };

interface ForLast {
  readonly between: readonly number[];
  readonly rule: "together" | "first-choices";
}

function lowest(places: readonly number[], votes: readonly bigint[]): number[] {
  const amounts = places.map((place) => votes[place] ?? 0n);
  const least = amounts.reduce((low, amount) => (amount < low ? amount : low));
  return places.filter((_, at) => amounts[at] === least);
}

/**
 * Judges one round. Of several who are last, all go at once if even together they have less than
 * the next (then they go before that one in whatever order); otherwise the one with the fewest first
 * choices goes. First choices alone decide, not other earlier rounds: those would depend on the way
 * by which the count got here.
 */
export function judge({ continuing, votes, firstChoices }: Standing): Verdict {
  const votesOf = (place: number) => votes[place] ?? 0n;
  const total = continuing.reduce((sum, place) => sum + votesOf(place), 0n);
  const winner =
    continuing.length === 1
      ? continuing[0]
      : continuing.find((place) => votesOf(place) * 2n > total);
  if (winner !== undefined) return { kind: "won", winner };
  if (total === 0n || continuing.length === 2) return { kind: "level", between: continuing };

  const last = lowest(continuing, votes);
  if (last.length === 1) return { kind: "out", out: last, tie: null };
  const sum = last.reduce((all, place) => all + votesOf(place), 0n);
  const above = continuing.filter((place) => !last.includes(place));
  if (above.length > 0 && above.every((place) => votesOf(place) > sum)) {
    return { kind: "out", out: last, tie: { between: last, rule: "together" } };
  }
  const fewest = lowest(last, firstChoices);
  if (fewest.length > 1) return { kind: "open", between: fewest };
  return { kind: "out", out: fewest, tie: { between: last, rule: "first-choices" } };
}
