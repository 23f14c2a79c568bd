import { z } from "zod";
import { Weights } from "./exact-sums.ts";
import { commonStepCodes, step } from "./explanation.ts";
import { votingMethod } from "./method.ts";
import { isEnough, Threshold } from "./share.ts";
import type { Tally } from "./tally.ts";

const stances = ["agree", "abstain", "disagree", "block"] as const;
type Stance = (typeof stances)[number];

const Ballot = z.strictObject({
  method: z.literal("consent"),
  stance: z.enum(stances),
  reason: z.string().max(2000).default(""),
});
const Settings = z.strictObject({
  method: z.literal("consent"),
  /** how many people may block before the proposal falls */
  blocksAllowed: z.int().min(0).max(1_000_000).default(0),
  /** how much of those who take sides must agree */
  threshold: Threshold.default({ kind: "simple-majority" }),
});

const stepCodes = [...commonStepCodes, "agreed", "blocked", "not-enough-agree"] as const;

/** What the stances come to. Heads block, not weights: a block is one person's word. */
function verdict(
  votes: Readonly<Record<Stance, bigint>>,
  blocks: number,
  settings: z.infer<typeof Settings>,
): Stance {
  if (blocks > settings.blocksAllowed) return "block";
  const sides = votes.agree + votes.disagree + votes.block;
  return isEnough(settings.threshold, votes.agree, sides) ? "agree" : "disagree";
}

/**
 * A proposal passes where nobody blocks it (or no more than may) and enough of those who take sides
 * agree. Who disagrees or blocks says why. Consensus decision-making with blocks as in Butler and
 * Rothstein, "On Conflict and Consensus", 1987; the stances are those of Loomio's proposals. The
 * winner is the stance that settled it: agree, block, or disagree where too few agree.
 */
export const consent = votingMethod({
  id: "consent",
  name: "Consent",
  ballotKind: "stance",
  fixedOptions: stances,
  ballot: Ballot,
  settings: Settings,
  stepCodes,
  places: () => 1,
  validate({ stance, reason }) {
    const isNeeded = stance === "disagree" || stance === "block";
    if (!isNeeded || reason.trim() !== "") return [];
    return [{ pointer: "/reason", code: "reason-missing", values: { stance } }];
  },
  count(input): Tally {
    const { options, ballots, settings } = input;
    const weights = new Weights(ballots);
    const sums = weights.sums(stances.length);
    ballots.forEach(({ ballot }, at) => sums.add(stances.indexOf(ballot.stance), at));
    const votesOf = (stance: Stance) => sums.read(stances.indexOf(stance));
    const [agree, abstain] = [votesOf("agree"), votesOf("abstain")];
    const votes = { agree, abstain, disagree: votesOf("disagree"), block: votesOf("block") };
    let blocks = 0;
    for (const { ballot, weight, heads = 1 } of ballots) {
      if (ballot.stance === "block" && weight > 0n) blocks += heads;
    }
    const winner = verdict(votes, blocks, settings);
    const others = options.filter((option) => option !== winner);
    return {
      method: "consent",
      options,
      denominator: 1,
      measure: "votes",
      ballots: ballots.length,
      weight: weights.total,
      blank: abstain,
      scores: stances.map((stance) => ({ option: stance, score: votes[stance] })),
      ranking: [[winner], ...others.map((option) => [option])],
      winners: [winner],
      tie: null,
      basis: "yes-and-no",
      support: [{ option: winner, votes: votes[winner], of: weights.total - abstain }],
      rounds: [],
      pairs: null,
      paths: null,
    };
  },
  explain({ winners, scores, support }) {
    const scoreOf = (stance: Stance) => scores.find(({ option }) => option === stance)?.score ?? 0n;
    const of = support?.[0]?.of ?? 0n;
    if (of === 0n) return [step("no-votes")];
    if (winners[0] === "block")
      return [step("blocked", { amounts: { votes: scoreOf("block"), of } })];
    const code = winners[0] === "agree" ? "agreed" : "not-enough-agree";
    return [step(code, { amounts: { votes: scoreOf("agree"), of } })];
  },
});
