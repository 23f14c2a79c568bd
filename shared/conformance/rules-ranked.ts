import { pairwiseRecord } from "../voting/copeland.ts";
import { cell } from "../voting/defeats.ts";
import type { DefeatStrength } from "../voting/defeats.ts";
import { dowdall } from "../voting/dowdall.ts";
import { Weights } from "../voting/exact-sums.ts";
import { firstPlaces } from "../voting/first-places.ts";
import { fraction } from "../voting/fraction.ts";
import { kemeny, kemenyLimit } from "../voting/kemeny.ts";
import { comparePairs } from "../voting/pairs.ts";
import type { RankedBallots } from "../voting/ranked-ballot.ts";
import { readRankings } from "../voting/rankings.ts";
import type { MethodId } from "../voting/index.ts";
import { beatsByPath, rankByBeats, strongestPaths } from "../voting/schulze-paths.ts";
import { schwartzSet } from "../voting/schwartz.ts";
import { byName, inGroups, setsOf, type Computed } from "./computed.ts";
import type { ElectionOf, Expectation } from "./election.ts";
import { NotApplicable } from "./finding.ts";
import { computedFrom, countBy } from "./tally-computed.ts";

type Ranked = ElectionOf<"ranked">;
export type RankedRule = (election: Ranked, expected: Expectation) => Computed;

export function weightedRankings({ ballots }: Ranked): RankedBallots {
  return ballots.map(({ ranking, count }) => ({ ballot: { ranking }, weight: BigInt(count) }));
}

function pairsOf(election: Ranked, { unranked }: Expectation) {
  const ballots = weightedRankings(election);
  const options = election.candidates;
  const rankings = [readRankings(options, ballots)];
  return comparePairs({ options, rankings, weights: new Weights(ballots), unranked });
}

/** By a method that decisions can be counted by. */
function byMethod(id: MethodId, more: (expected: Expectation) => object = () => ({})): RankedRule {
  return (election, expected) => {
    const ballots = election.ballots.map(({ ranking, count }) => ({ content: { ranking }, count }));
    const settings = { unranked: expected.unranked, ...more(expected) };
    const tally = countBy(id, { options: election.candidates, settings, ballots });
    const computed = computedFrom(tally, expected.seats);
    // Who may win by a draw is told in full; the ranking alone would take them as the first.
    return expected.seats === 1
      ? { ...computed, sets: tally.winners.map((winner) => [winner]) }
      : computed;
  };
}

const namesOf = ({ candidates }: Ranked, places: readonly number[]) =>
  places.map((place) => candidates[place] ?? "");

/** A set that a comparison of all pairs yields. */
function asOneGroup(members: readonly string[]): Computed {
  return { sets: members.length === 0 ? [[]] : members.map((member) => [member]) };
}

const plurality: RankedRule = (election, { unranked, seats }) => {
  const options = election.candidates;
  const ballots = weightedRankings(election);
  const found = firstPlaces({
    rankings: readRankings(options, ballots),
    weights: new Weights(ballots),
    continuing: [...options.keys()],
    unranked,
  });
  const scores = byName(options, found.votes, found.denominator);
  const ranking = inGroups(options, scores);
  return { sets: setsOf(ranking, seats), ranking, scores };
};

function schulzeBy(strength: DefeatStrength): RankedRule {
  return (election, expected) => {
    const { preferred } = pairsOf(election, expected);
    const paths = strongestPaths(preferred, strength);
    const ranking = rankByBeats(election.candidates, beatsByPath(paths));
    const place = (name: string) => election.candidates.indexOf(name);
    const strengthOf = (rank: number) => {
      const [one, other] = paths.example[rank] ?? [0, 0];
      const [votes, against] = [cell(preferred, one, other), cell(preferred, other, one)];
      if (strength === "margin") return fraction(votes - against);
      return strength === "ratio" && against > 0n ? fraction(votes, against) : fraction(votes);
    };
    return {
      sets: setsOf(ranking, expected.seats),
      ranking,
      pairwise: (one, other) => fraction(cell(preferred, place(one), place(other))),
      pathStrength: (from, to) => strengthOf(paths.ranks[place(from)]?.[place(to)] ?? 0),
    };
  };
}

const winsMinusLosses: RankedRule = (election, expected) => {
  const balance = pairwiseRecord(pairsOf(election, expected).preferred).map(({ wins, losses }) =>
    BigInt(wins - losses),
  );
  const scores = byName(election.candidates, balance, 1n);
  const ranking = inGroups(election.candidates, scores);
  return { sets: setsOf(ranking, expected.seats), ranking, scores };
};

const byKemeny: RankedRule = (election, expected) => {
  if (election.candidates.length > kemenyLimit) {
    throw new NotApplicable(`Kemeny's rule is counted for at most ${kemenyLimit} options`);
  }
  const found = kemeny(pairsOf(election, expected).preferred);
  const ranking = found.ranking?.map((place) => namesOf(election, [place]));
  return {
    sets: namesOf(election, found.winners).map((name) => [name]),
    ...(ranking ? { ranking } : {}),
  };
};

const byDowdall: RankedRule = (election, { unranked, seats }) => {
  const scores = dowdall(election.candidates, weightedRankings(election), unranked);
  const ranking = inGroups(election.candidates, scores);
  return { sets: setsOf(ranking, seats), ranking, scores };
};

function borda(): RankedRule {
  const count = byMethod("borda", ({ options }) => ({ lowestPoints: options.lowestPoints ?? 0 }));
  return (election, expected) => {
    const lowest = expected.options.lowestPoints ?? 0;
    if (lowest !== 0 && lowest !== 1) {
      throw new NotApplicable("the last place is worth 0 points or 1");
    }
    return count(election, { ...expected, options: { lowestPoints: lowest } });
  };
}

/** Rules for ranked ballots; a method alone is its usual variant. */
export const rankedRules: Readonly<Record<string, RankedRule>> = {
  plurality,
  irv: byMethod("irv"),
  "two-round": byMethod("two-round"),
  borda: borda(),
  dowdall: byDowdall,
  copeland: byMethod("copeland"),
  "copeland/wins-minus-losses": winsMinusLosses,
  minimax: byMethod("minimax"),
  "minimax/winning": byMethod("minimax"),
  "minimax/margin": byMethod("minimax", () => ({ strength: "margin" })),
  "minimax/opposition": byMethod("minimax", () => ({ strength: "opposition" })),
  schulze: byMethod("schulze"),
  "schulze/winning": byMethod("schulze"),
  "schulze/margin": schulzeBy("margin"),
  "schulze/ratio": schulzeBy("ratio"),
  "ranked-pairs": byMethod("ranked-pairs"),
  "ranked-pairs/winning": byMethod("ranked-pairs"),
  "ranked-pairs/margin": byMethod("ranked-pairs", () => ({ strength: "margin" })),
  kemeny: byKemeny,
  "condorcet-winner": (election, expected) => {
    const { condorcetWinner } = pairsOf(election, expected);
    return asOneGroup(condorcetWinner === null ? [] : [condorcetWinner]);
  },
  "smith-set": (election, expected) => asOneGroup(pairsOf(election, expected).smithSet),
  "schwartz-set": (election, expected) =>
    asOneGroup(namesOf(election, schwartzSet(pairsOf(election, expected).preferred))),
};
