import { z } from "zod";
import { cell } from "./defeats.ts";
import { step } from "./explanation.ts";
import { votingMethod } from "./method.ts";
import { explainByPairs, pairStepCodes, tallyByPairs } from "./pair-tally.ts";
import { checkRanking, Ranking, Unranked } from "./ranked-ballot.ts";
import { beatsByPath, rankByBeats, strongestPaths } from "./schulze-paths.ts";
import { fillPlaces } from "./standing.ts";
import type { Tally } from "./tally.ts";

const Ballot = z.strictObject({ method: z.literal("schulze"), ranking: Ranking });
const Settings = z.strictObject({
  method: z.literal("schulze"),
  unranked: Unranked.default("last"),
});

/** The winner's path to each of those who come next, and the one back; where a draw decided, they are level. */
function comparePaths({ options, paths, ranking, tie }: Tally, winner: string) {
  if (!paths || tie) return [];
  const from = options.indexOf(winner);
  return (ranking[1] ?? []).map((rival) => {
    const to = options.indexOf(rival);
    const amounts = { there: cell(paths, from, to), back: cell(paths, to, from) };
    return step("stronger-path", { options: { winner: [winner], rival: [rival] }, amounts });
  });
}

/**
 * The Schulze method on winning votes: an option beats another if its strongest path to it is
 * stronger than the one back, and those whom nobody beats win. Schulze, "A new monotonic,
 * clone-independent, reversal symmetric, and Condorcet-consistent single-winner election method",
 * Social Choice and Welfare 36, 2011; arXiv:1804.02973. Wins with equally many votes for them are
 * equally strong, however many votes are against.
 */
export const schulze = votingMethod({
  id: "schulze",
  name: "Schulze",
  ballotKind: "ranking",
  ballot: Ballot,
  settings: Settings,
  stepCodes: [...pairStepCodes, "stronger-path"] as const,
  places: () => 1,
  validate: ({ ranking }, { options }) => checkRanking(ranking, { options, allowsTies: true }),
  count: (input) =>
    tallyByPairs(input, ({ preferred }) => {
      const found = strongestPaths(preferred, "winning");
      const beats = beatsByPath(found);
      const ranking = rankByBeats(input.options, beats);
      return {
        method: "schulze",
        measure: "rivals-beaten",
        denominator: 1,
        scores: beats.map((row) => BigInt(row.filter(Boolean).length)),
        ranking,
        ...fillPlaces(ranking, 1, input.tieBreak),
        paths: found.ranks.map((row) =>
          Array.from(row, (rank) => cell(preferred, ...(found.example[rank] ?? [0, 0]))),
        ),
      };
    }),
  explain: (tally) => explainByPairs(tally, (winner) => comparePaths(tally, winner)),
});
