import { methodBy, type MethodId } from "#shared/voting/index.ts";
import { type Figure, median } from "./figures.ts";
import { benchTallyPeers } from "./tally-peers.ts";
import { drawOrders, rankingsOf, tallyOptions, timed } from "./tally-votes.ts";

const voters = 100_000;
const rounds = 5;

const options = tallyOptions;

type Ranking = readonly (readonly string[])[];

/** The limit for pairs: look up who is named and add up, without weights, ties or any check. */
function addPairs(rankings: readonly Ranking[]): number {
  const width = options.length;
  const index = new Map(options.map((option, place) => [option, place]));
  const sums = new Float64Array(width * width);
  const order = new Uint8Array(width);
  for (const ranking of rankings) {
    for (let at = 0; at < ranking.length; at += 1) {
      order[at] = index.get(ranking[at]?.[0] ?? "") ?? 0;
    }
    for (let upper = 0; upper < order.length; upper += 1) {
      const row = (order[upper] ?? 0) * width;
      for (let lower = upper + 1; lower < order.length; lower += 1) {
        const cell = row + (order[lower] ?? 0);
        sums[cell] = (sums[cell] ?? 0) + 1;
      }
    }
  }
  return sums[1] ?? 0;
}

/** The limit for rounds: eliminate the last until two are left, on numbers that lie ready in memory. */
function runRounds(orders: readonly Uint8Array[]): number {
  const out = new Uint8Array(options.length);
  const reached = new Uint8Array(orders.length);
  const votes = new Float64Array(options.length);
  for (let left = options.length; left > 1; left -= 1) {
    votes.fill(0);
    orders.forEach((order, at) => {
      let where = reached[at] ?? 0;
      while (out[order[where] ?? 0] === 1) where += 1;
      reached[at] = where;
      votes[order[where] ?? 0] = (votes[order[where] ?? 0] ?? 0) + 1;
    });
    let last = -1;
    votes.forEach((amount, place) => {
      if (out[place] === 0 && (last < 0 || amount < (votes[last] ?? 0))) last = place;
    });
    out[last] = 1;
  }
  return out.indexOf(0);
}

const bareLoops = {
  pairs: "bare loop over the same ballots",
  rounds: "bare loop over numbers in memory",
} as const;

interface Race {
  readonly id: MethodId;
  readonly settings: object;
  readonly limit: "pairs" | "rounds";
  /** against the limit, as measured on a quiet machine: 0.2 s to 0.15, 0.05 to 0.02, 1 to 0.02 */
  readonly goal: number;
}

const races: readonly Race[] = [
  { id: "schulze", settings: {}, limit: "pairs", goal: 0.2 / 0.15 },
  { id: "ranked-pairs", settings: {}, limit: "pairs", goal: 0.2 / 0.15 },
  { id: "irv", settings: {}, limit: "rounds", goal: 0.05 / 0.02 },
  { id: "stv", settings: { winners: 5 }, limit: "rounds", goal: 1 / 0.02 },
  { id: "meek", settings: { winners: 5 }, limit: "rounds", goal: 1 / 0.02 },
];

function race({ id, settings, limit, goal }: Race, orders: readonly Uint8Array[]): Figure {
  const method = methodBy(id);
  const ballots = rankingsOf(orders).map((ranking) => {
    return { ballot: { method: id, ranking }, weight: 1n };
  });
  const input = {
    options,
    ballots,
    settings: method.settings.parse({ method: id, ...settings }) as { method: string },
    withPairs: false,
  };
  const rankings = ballots.map(({ ballot }) => ballot.ranking);
  const ours: number[] = [];
  const bare: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    bare.push(timed(() => (limit === "pairs" ? addPairs(rankings) : runRounds(orders))));
    ours.push(timed(() => method.count(input)));
  }
  return {
    what: `${method.name}: ${voters} ballots, ${options.length} options`,
    ours: median(ours),
    limit: { name: bareLoops[limit], value: median(bare) },
    unit: "ms",
    better: "less",
    goal: Math.round(goal * 100) / 100,
  };
}

/** How long it takes to count many ballots, reading them included, against a bare loop over numbers. */
export function benchTally(): Promise<Figure[]> {
  const orders = drawOrders(voters);
  return Promise.resolve([...races.map((one) => race(one, orders)), ...benchTallyPeers()]);
}
