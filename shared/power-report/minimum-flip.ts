import type { Poll } from "../counting/count-decision.ts";
import { type Ballot, countBallots, methods } from "../voting/index.ts";
import type { Weighted, VotingMethod } from "../voting/method.ts";
import type { Threshold } from "../voting/outcome.ts";
import type { Tally } from "../voting/tally.ts";
import { type Switch, switchedBallot, worthIn } from "./switched-ballot.ts";
import { runnersUp } from "./under-weightings.ts";

/** The fewest voters who by voting for the runner-up take the win from the winner. */
export interface Flip extends Switch {
  readonly state: "found";
  readonly voters: number;
  /** what their ballots weigh together, as decimal text */
  readonly weight: string;
  /** false: so many do, and fewer might */
  readonly isExact: boolean;
}

export type FlipFinding =
  | Flip
  /** nobody voted; the win is open; or no number of them was found that does it */
  | { readonly state: "no-votes" | "tied" | "not-found" };

type Ballots = readonly Weighted<Ballot>[];

/** Recounts that one report may cost. */
const mostRecounts = 60;

/** Methods in which the sum of what ballots give decides: who switches counts by that alone. */
const bySum: readonly string[] = [
  "plurality",
  "approval",
  "score",
  "cumulative",
  "quadratic",
  "time-poll",
];

export function minimumFlip(poll: Poll, ballots: Ballots, tally: Tally): FlipFinding {
  if (ballots.every(({ weight }) => weight === 0n)) return { state: "no-votes" };
  const method: VotingMethod = methods[poll.settings.method];
  const places = method.places(poll.settings) ?? tally.winners.length;
  const from = lastWinner(tally);
  if (from === undefined || tally.winners.length > places || isOpen(tally)) {
    return { state: "tied" };
  }
  const budget = { left: mostRecounts };
  const found = challengers(tally, from).map((to) =>
    flipBetween({ poll, ballots, tally, change: { from, to }, places, budget }),
  );
  const best = found
    .filter((one) => one !== null)
    .toSorted((one, other) => one.voters - other.voters);
  return best[0] ?? { state: "not-found" };
}

const isOpen = ({ tie }: Tally) => tie?.rule === "none";

/** The winner that is ranked lowest. */
function lastWinner({ ranking, winners }: Tally): string | undefined {
  return ranking.flat().findLast((option) => winners.includes(option)) ?? winners.at(-1);
}

/** Against whom the winner could lose. */
function challengers(tally: Tally, from: string): readonly string[] {
  if (tally.method === "yes-no") return [from === "yes" ? "no" : "yes"];
  if (tally.method === "consent") return from === "agree" ? ["block", "disagree"] : ["agree"];
  return runnersUp(tally).slice(0, 3);
}

interface Race {
  readonly poll: Poll;
  readonly ballots: Ballots;
  readonly tally: Tally;
  readonly change: Switch;
  readonly places: number;
  readonly budget: { left: number };
}

function flipBetween(race: Race): Flip | null {
  const { tally, change, places } = race;
  if (tally.method === "yes-no") return byGains(race, yesNoGains(race), true);
  if (!bySum.includes(tally.method)) return byRecounts(race);
  const scoreOf = (option: string) =>
    tally.scores.find((entry) => entry.option === option)?.score ?? 0n;
  const needed = scoreOf(change.from) - scoreOf(change.to) + 1n;
  const ahead = (ballot: Ballot) =>
    BigInt(worthIn(ballot, change.to) - worthIn(ballot, change.from));
  const gainOf = (before: Ballot, after: Ballot) => ahead(after) - ahead(before);
  return byGains(race, { needed, gainOf }, places === 1);
}

interface Gains {
  readonly needed: bigint;
  /** what one unit of weight gains by the switch */
  gainOf(before: Ballot, after: Ballot): bigint;
}

/** Where gains add up, those who gain most are the fewest who gain enough. */
function byGains({ poll, ballots, change }: Race, gains: Gains, isExact: boolean): Flip | null {
  const sorted = ballots
    .map(({ ballot, weight }) => {
      const after = switchedBallot(ballot, change, poll.settings);
      return { weight, gain: gains.gainOf(ballot, after) * weight };
    })
    .filter(({ gain }) => gain > 0n)
    .toSorted((one, other) => (one.gain < other.gain ? 1 : one.gain > other.gain ? -1 : 0));
  let gained = 0n;
  let carried = 0n;
  for (const [at, { gain, weight }] of sorted.entries()) {
    gained += gain;
    carried += weight;
    if (gained >= gains.needed) return flip(change, { voters: at + 1, carried, isExact });
  }
  return null;
}

function flip(
  change: Switch,
  found: { readonly voters: number; readonly carried: bigint; readonly isExact: boolean },
): Flip {
  const { voters, carried, isExact } = found;
  return { state: "found", ...change, voters, weight: String(carried), isExact };
}

/** Yes wins where `yesCounts` x yes is more than (or at least) `noCounts` x no. */
function yesNoGains({ poll, tally, change }: Race): Gains {
  const { threshold } = poll.settings as { threshold?: Threshold };
  const rule: Threshold = threshold ?? { kind: "simple-majority" };
  const isStrict = rule.kind === "simple-majority";
  const share = rule.kind === "share" ? rule.share : { num: 2, den: 3 };
  const [yesCounts, noCounts] = isStrict
    ? [1n, 1n]
    : [BigInt(share.den - share.num), BigInt(share.num)];
  const stands = (answer: string, weight: bigint) =>
    answer === "yes" ? yesCounts * weight : answer === "no" ? -noCounts * weight : 0n;
  const balance = tally.scores.reduce((sum, { option, score }) => sum + stands(option, score), 0n);
  const answerOf = (ballot: Ballot) => String((ballot as { answer?: string }).answer);
  const moved = (before: Ballot, after: Ballot) =>
    stands(answerOf(after), 1n) - stands(answerOf(before), 1n);
  if (change.to === "no") {
    const needed = isStrict ? balance : balance + 1n;
    return { needed, gainOf: (before, after) => -moved(before, after) };
  }
  const needed = isStrict ? 1n - balance : -balance;
  return { needed: needed > 0n ? needed : 1n, gainOf: moved };
}

/** Elsewhere the heaviest of those who put the winner first are switched, and all is counted anew: it does with so many. */
function byRecounts({ poll, ballots, change, budget }: Race): Flip | null {
  const preference = ({ ballot }: Weighted<Ballot>) =>
    Math.sign(worthIn(ballot, change.from) - worthIn(ballot, change.to));
  const order = ballots
    .map((one, at) => ({ at, weight: one.weight, preference: preference(one) }))
    .filter(({ weight }) => weight > 0n)
    .toSorted((one, other) => {
      if (one.preference !== other.preference) return other.preference - one.preference;
      return one.weight < other.weight ? 1 : one.weight > other.weight ? -1 : one.at - other.at;
    });
  const holds = (voters: number): boolean => {
    budget.left -= 1;
    const changed = [...ballots];
    for (const { at } of order.slice(0, voters)) {
      const before = ballots[at];
      if (!before) continue;
      changed[at] = { ...before, ballot: switchedBallot(before.ballot, change, poll.settings) };
    }
    const { options, settings, tieBreak } = poll;
    const { winners } = countBallots({
      options,
      settings,
      tieBreak,
      ballots: changed,
      withPairs: false,
    });
    return !winners.includes(change.from);
  };
  const voters = leastThatHolds(order.length, holds, budget);
  if (voters === null) return null;
  const carried = order.slice(0, voters).reduce((sum, { weight }) => sum + weight, 0n);
  return flip(change, { voters, carried, isExact: false });
}

/** A number for which it holds and, as far as it holds from some number on, the least; by doubling and halving. */
function leastThatHolds(
  most: number,
  holds: (number: number) => boolean,
  budget: { left: number },
): number | null {
  let below = 0;
  let reach = Math.min(1, most);
  while (reach > 0 && !holds(reach)) {
    if (reach === most || budget.left <= 0) return null;
    below = reach;
    reach = Math.min(most, reach * 2);
  }
  if (reach === 0) return null;
  while (reach - below > 1 && budget.left > 0) {
    const middle = (below + reach) >> 1;
    if (holds(middle)) reach = middle;
    else below = middle;
  }
  return reach;
}
