import { methodFacts } from "../method-facts.ts";
import { type Draft, quorumOf, thresholdOf } from "./draft.ts";

/** What could turn out badly with these rules, as keys of texts. */
export type Advice =
  | "ranking-of-two"
  | "score-of-two"
  | "one-of-many"
  | "long-ranking"
  | "majority-of-many"
  | "high-quorum";

const longRanking = 9;

/** Points out rules that fit badly with the number of options or with each other. None of them is forbidden. */
export function adviceOn(draft: Draft, options: number): Advice[] {
  const { method } = draft.settings;
  const { isRanked } = methodFacts[method];
  const quorum = quorumOf(draft.quorum)?.persons;
  const found: [Advice, boolean][] = [
    ["ranking-of-two", isRanked && options === 2],
    ["score-of-two", method === "score" && options === 2],
    ["one-of-many", method === "plurality" && options > 2],
    ["long-ranking", isRanked && options > longRanking],
    [
      "majority-of-many",
      method === "plurality" && options > 2 && thresholdOf(draft.threshold) !== null,
    ],
    ["high-quorum", quorum ? quorum.num * 2 > quorum.den : false],
  ];
  return found.filter(([, holds]) => holds).map(([advice]) => advice);
}
