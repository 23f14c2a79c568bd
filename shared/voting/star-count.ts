import type { PointSums } from "./point-sums.ts";

/** What the count looks at; all by place in the list of options. */
export interface StarScores {
  readonly sums: readonly bigint[];
  /** `preferred[i][j]`: weight of the ballots that score i higher than j */
  readonly preferred: readonly (readonly bigint[])[];
  /** weight of the ballots that give the highest score */
  readonly highest: readonly bigint[];
}

/** Groups of places of equal worth, the most first. */
function inGroups(places: readonly number[], worth: (place: number) => bigint): number[][] {
  const amounts = [...new Set(places.map(worth))].toSorted((a, b) => (a > b ? -1 : 1));
  return amounts.map((amount) => places.filter((place) => worth(place) === amount));
}

/** Those who are in for certain, and those who are level for the places that are left. */
interface Pick {
  readonly chosen: readonly number[];
  readonly tied: readonly number[];
}

function pickBy(
  { chosen, tied }: Pick,
  needed: number,
  worth: (place: number, among: readonly number[]) => bigint,
): Pick {
  const into = [...chosen];
  for (const group of inGroups(tied, (place) => worth(place, tied))) {
    if (into.length + group.length > needed) {
      return { chosen: into, tied: into.length < needed ? group : [] };
    }
    into.push(...group);
  }
  return { chosen: into, tied: [] };
}

export interface StarRound {
  /** the two of the runoff, as far as the scores tell */
  readonly finalists: readonly number[];
  /** who is level for the places in the runoff that are left */
  readonly tiedForFinal: readonly number[];
  /** who may win: one, unless a tie is open */
  readonly winners: readonly number[];
  /** who is level in the runoff, in sum and in highest scores too */
  readonly tiedInFinal: readonly number[];
}

/** Who wins between two: scored higher on more ballots, then the higher sum, then more highest scores. */
function runoff(scores: StarScores, one: number, other: number): number[] {
  const compared = [
    [scores.preferred[one]?.[other] ?? 0n, scores.preferred[other]?.[one] ?? 0n],
    [scores.sums[one] ?? 0n, scores.sums[other] ?? 0n],
    [scores.highest[one] ?? 0n, scores.highest[other] ?? 0n],
  ] as const;
  for (const [ours, theirs] of compared) {
    if (ours !== theirs) return ours > theirs ? [one] : [other];
  }
  return [one, other];
}

/** All pairs that the runoff may be between. */
function possibleFinals(finalists: readonly number[], tied: readonly number[]): number[][] {
  if (tied.length === 0) return [[...finalists]];
  const [first] = finalists;
  if (first !== undefined) return tied.map((second) => [first, second]);
  return tied.flatMap((one, at) => tied.slice(at + 1).map((other) => [one, other]));
}

/**
 * One round of STAR among these options. Ties for the runoff go to whoever is preferred on more ballots
 * against the others who are level, then to whoever has more highest scores; what is still level is open.
 */
export function starRound(scores: StarScores, places: readonly number[]): StarRound {
  const [only] = places;
  if (places.length === 1 && only !== undefined) {
    return { finalists: [only], tiedForFinal: [], winners: [only], tiedInFinal: [] };
  }
  let pick: Pick = { chosen: [], tied: places };
  pick = pickBy(pick, 2, (place) => scores.sums[place] ?? 0n);
  pick = pickBy(pick, 2, (place, among) =>
    among.reduce((sum, other) => sum + (scores.preferred[place]?.[other] ?? 0n), 0n),
  );
  pick = pickBy(pick, 2, (place) => scores.highest[place] ?? 0n);
  const { chosen: finalists, tied: tiedForFinal } = pick;
  const possible = possibleFinals(finalists, tiedForFinal).map(([one = 0, other = 0]) =>
    runoff(scores, one, other),
  );
  const winners = new Set(possible.flat());
  const [final] = possible;
  const tiedInFinal = tiedForFinal.length === 0 && final?.length === 2 ? final : [];
  return {
    finalists,
    tiedForFinal,
    winners: places.filter((place) => winners.has(place)),
    tiedInFinal,
  };
}

/** Compares the scores of all pairs on each ballot. */
export function starScores(input: {
  readonly options: number;
  /** ballot by ballot; each is looked at before the next one comes */
  readonly lists: Iterable<Float64Array>;
  readonly sums: PointSums;
  readonly pairs: { add(cell: number, at: number): void; read(cell: number): bigint };
  readonly maxScore: number;
}): StarScores {
  const { options, lists, sums, pairs, maxScore } = input;
  const compare = (scores: Float64Array, at: number) => {
    for (let one = 0; one < options; one += 1) {
      for (let other = 0; other < options; other += 1) {
        if ((scores[one] ?? 0) > (scores[other] ?? 0)) pairs.add(one * options + other, at);
      }
    }
  };
  let at = 0;
  for (const scores of lists) {
    compare(scores, at);
    at += 1;
  }
  const all = Array.from({ length: options }, (_, place) => place);
  return {
    sums: sums.totals(),
    preferred: all.map((one) => all.map((other) => pairs.read(one * options + other))),
    highest: all.map((place) => sums.weightOf(place, maxScore)),
  };
}
