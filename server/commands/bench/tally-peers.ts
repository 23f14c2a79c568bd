import { InstantRunoff, RankedPairs, Schulze, utils } from "votes";
import { methodBy } from "#shared/voting/index.ts";
import { type Figure, median } from "./figures.ts";
import { drawOrders, rankingsOf, tallyOptions, timed } from "./tally-votes.ts";

interface Peer {
  readonly id: "schulze" | "ranked-pairs" | "irv";
  /** its own count of the same rankings */
  readonly count: (ballots: { ranking: string[][]; weight: number }[]) => unknown;
  readonly voters: number;
}

const candidates = [...tallyOptions];

/** The fastest counts in the registry of the methods that it has. Its runoff takes minutes for more voters than these. */
const peers: readonly Peer[] = [
  {
    id: "schulze",
    count: (ballots) => new Schulze(utils.matrixFromBallots(ballots, candidates)).ranking(),
    voters: 100_000,
  },
  {
    id: "ranked-pairs",
    count: (ballots) => new RankedPairs(utils.matrixFromBallots(ballots, candidates)).ranking(),
    voters: 100_000,
  },
  {
    id: "irv",
    count: (ballots) => new InstantRunoff({ candidates, ballots }).ranking(),
    voters: 5_000,
  },
];

function race({ id, count, voters }: Peer): Figure {
  const method = methodBy(id);
  const rankings = rankingsOf(drawOrders(voters));
  const theirs = rankings.map((ranking) => ({ ranking, weight: 1 }));
  const input = {
    options: tallyOptions,
    ballots: rankings.map((ranking) => ({ ballot: { method: id, ranking }, weight: 1n })),
    settings: method.settings.parse({ method: id }) as { method: string },
  };
  const ours: number[] = [];
  const peer: number[] = [];
  for (let round = 0; round < 3; round += 1) {
    peer.push(timed(() => count(theirs)));
    ours.push(timed(() => method.count(input)));
  }
  return {
    what: `${method.name} beside a peer: ${voters} ballots, ${tallyOptions.length} options`,
    ours: median(ours),
    limit: { name: "votes 3.0.0", value: median(peer) },
    unit: "ms",
    better: "less",
    goal: 1,
  };
}

/** How long a count takes beside the fastest library that counts the same. */
export const benchTallyPeers = (): Figure[] => peers.map(race);
