import { z } from "zod";
import { cell, type Matrix } from "./defeats.ts";
import { step } from "./explanation.ts";
import { votingMethod } from "./method.ts";
import { explainByPairs, pairStepCodes, tallyByPairs } from "./pair-tally.ts";
import { checkRanking, Ranking, Unranked } from "./ranked-ballot.ts";
import { fillPlaces, rankByScore } from "./standing.ts";

const Ballot = z.strictObject({ method: z.literal("copeland"), ranking: Ranking });
const Settings = z.strictObject({
  method: z.literal("copeland"),
  unranked: Unranked.default("last"),
});

/** For each option, how many others it beats, is level with, and is beaten by. */
export function pairwiseRecord(preferred: Matrix) {
  return preferred.map((row, one) => {
    const record = { wins: 0, ties: 0, losses: 0 };
    row.forEach((votes, other) => {
      if (other === one) return;
      const against = cell(preferred, other, one);
      if (votes > against) record.wins += 1;
      else if (votes === against) record.ties += 1;
      else record.losses += 1;
    });
    return record;
  });
}

/**
 * Whoever beats most others in pairs wins; a tie with one is half a win (Copeland, "A reasonable
 * social welfare function", 1951; Saari and Merlin, "The Copeland method", Economic Theory 8, 1996).
 * Scores are halves.
 */
export const copeland = votingMethod({
  id: "copeland",
  name: "Copeland",
  ballotKind: "ranking",
  ballot: Ballot,
  settings: Settings,
  stepCodes: [...pairStepCodes, "beats-most-rivals"] as const,
  places: () => 1,
  validate: ({ ranking }, { options }) => checkRanking(ranking, { options, allowsTies: true }),
  count: (input) =>
    tallyByPairs(input, ({ preferred }) => {
      // Where nobody votes, nobody is level with anybody: there is nothing to compare.
      const isEmpty = preferred.flat().every((votes) => votes === 0n);
      const record = pairwiseRecord(preferred);
      const scores = record.map(({ wins, ties }) => (isEmpty ? 0n : BigInt(2 * wins + ties)));
      const ranking = rankByScore(input.options, scores);
      const shape = { method: "copeland", measure: "rivals-beaten", denominator: 2 } as const;
      return { ...shape, scores, ranking, ...fillPlaces(ranking, 1, input.tieBreak) };
    }),
  explain: (tally) =>
    explainByPairs(tally, (winner) => {
      const score = tally.scores.find(({ option }) => option === winner)?.score ?? 0n;
      return [step("beats-most-rivals", { options: { winner: [winner] }, amounts: { score } })];
    }),
});
