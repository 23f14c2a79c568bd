import { z } from "zod";
import { maxOptions, votingMethod } from "../method.ts";
import { checkRanking, Ranking, Unranked } from "../ranked-ballot.ts";
import { explainStv, stvStepCodes } from "./explanation.ts";
import { tallyStv } from "./stv-tally.ts";

interface Variant<Id extends string> {
  readonly id: Id;
  readonly name: string;
  /** Amounts are in so many parts of a vote. */
  readonly denominator: number;
  readonly count: Parameters<typeof tallyStv>[1]["count"];
}

/** A single transferable vote: rankings without ties that fill several seats, in proportion. */
export function transferableVote<const Id extends string>(variant: Variant<Id>) {
  const { id, name, denominator, count } = variant;
  return votingMethod({
    id,
    name,
    ballotKind: "ranking",
    ballot: z.strictObject({ method: z.literal(id), ranking: Ranking }),
    settings: z.strictObject({
      method: z.literal(id),
      winners: z.int().min(1).max(maxOptions).default(1),
      /** for the comparison of pairs; the count itself looks at what is ranked */
      unranked: Unranked.default("last"),
    }),
    stepCodes: stvStepCodes,
    places: ({ winners }) => winners,
    validate: ({ ranking }, { options }) => checkRanking(ranking, { options, allowsTies: false }),
    count: (input) => tallyStv(input, { method: id, denominator, count }),
    explain: explainStv,
  });
}
