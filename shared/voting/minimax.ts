import { z } from "zod";
import { cell, type Matrix } from "./defeats.ts";
import { step } from "./explanation.ts";
import { votingMethod } from "./method.ts";
import { explainByPairs, pairStepCodes, tallyByPairs } from "./pair-tally.ts";
import { checkRanking, Ranking, Unranked } from "./ranked-ballot.ts";
import { fillPlaces, rankByScore } from "./standing.ts";

const DefeatMeasure = z.enum([
  /** a defeat is as bad as it has votes; no defeat is 0 */
  "winning",
  /** as bad as it has more votes than the other side; below 0 where it is a win */
  "margin",
  /** as bad as the votes against, defeat or not: may pass over whoever beats every other one */
  "opposition",
]);
type DefeatMeasure = z.infer<typeof DefeatMeasure>;

const Ballot = z.strictObject({ method: z.literal("minimax"), ranking: Ranking });
const Settings = z.strictObject({
  method: z.literal("minimax"),
  unranked: Unranked.default("last"),
  strength: DefeatMeasure.default("winning"),
});

function badness(measure: DefeatMeasure, votes: bigint, against: bigint): bigint {
  if (measure === "margin") return against - votes;
  if (measure === "opposition") return against;
  return against > votes ? against : 0n;
}

/** How bad each option's worst defeat is. */
function worstDefeats(preferred: Matrix, measure: DefeatMeasure): bigint[] {
  return preferred.map((row, one) => {
    const all = row.flatMap((votes, other) =>
      other === one ? [] : [badness(measure, votes, cell(preferred, other, one))],
    );
    return all.reduce((worst, next) => (next > worst ? next : worst), all[0] ?? 0n);
  });
}

/**
 * Whoever's worst defeat is the smallest wins (Simpson, "On defining areas of voter choice", Quarterly
 * Journal of Economics 83, 1969; Kramer, "A dynamical model of political equilibrium", Journal of
 * Economic Theory 16, 1977).
 */
export const minimax = votingMethod({
  id: "minimax",
  name: "Minimax",
  ballotKind: "ranking",
  ballot: Ballot,
  settings: Settings,
  stepCodes: [...pairStepCodes, "smallest-worst-defeat"] as const,
  places: () => 1,
  validate: ({ ranking }, { options }) => checkRanking(ranking, { options, allowsTies: true }),
  count: (input) =>
    tallyByPairs(input, ({ preferred }) => {
      const scores = worstDefeats(preferred, input.settings.strength);
      const ranking = rankByScore(
        input.options,
        scores.map((score) => -score),
      );
      const shape = { method: "minimax", measure: "worst-defeat", denominator: 1 } as const;
      return { ...shape, scores, ranking, ...fillPlaces(ranking, 1, input.tieBreak) };
    }),
  explain: (tally) =>
    explainByPairs(tally, (winner) => {
      const score = tally.scores.find(({ option }) => option === winner)?.score ?? 0n;
      return [step("smallest-worst-defeat", { options: { winner: [winner] }, amounts: { score } })];
    }),
});
