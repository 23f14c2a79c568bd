import { z } from "zod";
import { Weights } from "./exact-sums.ts";
import { commonStepCodes, step } from "./explanation.ts";
import { votingMethod } from "./method.ts";
import { isEnough, Threshold } from "./share.ts";
import type { Tally } from "./tally.ts";

const answers = ["yes", "no", "abstain"] as const;

const Ballot = z.strictObject({ method: z.literal("yes-no"), answer: z.enum(answers) });
const Settings = z.strictObject({
  method: z.literal("yes-no"),
  /** how much of yes and no together must be yes */
  threshold: Threshold.default({ kind: "simple-majority" }),
});

const stepCodes = [...commonStepCodes, "enough-yes", "not-enough-yes"] as const;

/**
 * One question: it is yes where enough of those who take sides say so, otherwise no, on equal votes
 * too (Robert's Rules of Order, section 44: abstentions are not counted). No draw can be needed.
 */
export const yesNo = votingMethod({
  id: "yes-no",
  name: "Yes or no",
  ballotKind: "answer",
  fixedOptions: answers,
  ballot: Ballot,
  settings: Settings,
  stepCodes,
  places: () => 1,
  validate: () => [],
  count(input): Tally {
    const { options, ballots, settings } = input;
    const weights = new Weights(ballots);
    const sums = weights.sums(answers.length);
    ballots.forEach(({ ballot }, at) => sums.add(answers.indexOf(ballot.answer), at));
    const votesOf = (answer: string) => sums.read(answers.findIndex((one) => one === answer));
    const [yes, no] = [votesOf("yes"), votesOf("no")];
    const winner = isEnough(settings.threshold, yes, yes + no) ? "yes" : "no";
    const others = options.filter((option) => option !== winner);
    return {
      method: "yes-no",
      options,
      denominator: 1,
      measure: "votes",
      ballots: ballots.length,
      weight: weights.total,
      blank: votesOf("abstain"),
      scores: options.map((option) => ({ option, score: votesOf(option) })),
      ranking: [[winner], ...others.map((option) => [option])],
      winners: [winner],
      tie: null,
      basis: "yes-and-no",
      support: [{ option: winner, votes: votesOf(winner), of: yes + no }],
      rounds: [],
      pairs: null,
      paths: null,
    };
  },
  explain({ support, winners }) {
    const [found] = support ?? [];
    if (!found || found.of === 0n) return [step("no-votes")];
    const code = winners[0] === "yes" ? "enough-yes" : "not-enough-yes";
    const votes = winners[0] === "yes" ? found.votes : found.of - found.votes;
    return [step(code, { amounts: { votes, of: found.of } })];
  },
});
