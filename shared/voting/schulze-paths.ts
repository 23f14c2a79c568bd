import { rankDefeats, type DefeatStrength, type Matrix } from "./defeats.ts";

/** The strongest paths between all options. */
export interface Paths {
  /** `ranks[i][j]`: rank of the weakest win on the strongest path from i to j; 0 where there is none */
  readonly ranks: readonly Uint32Array[];
  /** by rank: a pair whose win is as strong */
  readonly example: readonly (readonly [number, number])[];
}

/**
 * A path is a chain of pairwise wins and is as strong as its weakest one. Only the order of strengths
 * matters on the way, so the search (Floyd's and Warshall's) runs on their ranks, which are small
 * numbers.
 */
export function strongestPaths(preferred: Matrix, strength: DefeatStrength): Paths {
  const { ranks, example } = rankDefeats(preferred, strength);
  const paths = ranks.map((row) => Uint32Array.from(row));
  paths.forEach((onward, through) => {
    for (const row of paths) {
      const toThere = row[through] ?? 0;
      for (let to = 0; to < row.length; to += 1) {
        const around = Math.min(toThere, onward[to] ?? 0);
        if (around > (row[to] ?? 0)) row[to] = around;
      }
    }
  });
  // A way back to where it began says nothing.
  paths.forEach((row, place) => {
    row[place] = 0;
  });
  return { ranks: paths, example };
}

/** `beats[i][j]`: the path from i to j is stronger than the one back. This never runs in a circle. */
export function beatsByPath({ ranks }: Paths): boolean[][] {
  return ranks.map((row, one) =>
    Array.from(row, (rank, other) => rank > (ranks[other]?.[one] ?? 0)),
  );
}

/** First those whom nobody beats, then those whom nobody of the rest beats, and so on. */
export function rankByBeats(
  options: readonly string[],
  beats: readonly (readonly boolean[])[],
): string[][] {
  const ranking: string[][] = [];
  let left = options.map((_, place) => place);
  while (left.length > 0) {
    const rest = left;
    const unbeaten = rest.filter((one) => !rest.some((other) => beats[other]?.[one]));
    if (unbeaten.length === 0) throw new RangeError("everybody is beaten by somebody");
    ranking.push(unbeaten.map((place) => options[place] ?? ""));
    left = rest.filter((place) => !unbeaten.includes(place));
  }
  return ranking;
}
