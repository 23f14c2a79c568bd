import { fundedInAnyOrder } from "#shared/funding/any-order.ts";
import { equalShares } from "#shared/funding/equal-shares.ts";
import { costOf, type Poll } from "#shared/funding/poll.ts";
import { maxOptions } from "#shared/voting/method.ts";
import type { Figure } from "./figures.ts";

const voters = 50_000;
const projects = 300;

/** The same numbers on each machine, between 0 and 1 (Park and Miller). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

/** Projects of all sizes, some far more liked than others; each person approves of up to fifteen. */
function generated(): Poll {
  const next = numbers(7);
  const liking = Array.from({ length: projects }, () => next() ** 2 + 0.02);
  const all = liking.reduce((sum, one) => sum + one, 0);
  const any = (): number => {
    let at = next() * all;
    const found = liking.findIndex((one) => (at -= one) < 0);
    return Math.max(0, found);
  };
  return {
    budget: 500_000_000n,
    projects: liking.map((_, at) => {
      return { id: `p${at}`, cost: BigInt(Math.floor(500_000 + next() * 20_000_000)) };
    }),
    ballots: Array.from({ length: voters }, () => {
      const named = new Set(Array.from({ length: 1 + Math.floor(next() * 15) }, any));
      return { heads: 1, backs: [...named].map((place) => ({ place, points: 1 })) };
    }),
  };
}

/** As many options as a decision can have, all at one cost, of which each of some people approves of every second one. */
function levelOptions(): Poll {
  const places = Array.from({ length: maxOptions }, (_, at) => at);
  const next = numbers(11);
  return {
    budget: 100_000n,
    projects: places.map((at) => ({ id: `o${at}`, cost: 1_000n })),
    ballots: Array.from({ length: 10 }, () => {
      return {
        heads: 1,
        backs: places.filter(() => next() < 0.5).map((place) => ({ place, points: 1 })),
      };
    }),
  };
}

/** How long it takes to say what hangs on the lot, where everything is level. */
function benchLevel(): Figure {
  const poll = levelOptions();
  const rules = { utility: "cost", completion: "add1", mostRaises: 1_000 } as const;
  const [ours, found] = processorTime(() => fundedInAnyOrder(poll, rules));
  if (found.isExact || found.open.size === 0) throw new Error("wrong count");
  const limit = { name: "as long as anybody waits for a count", value: 2 };
  const what = `a budget voted on with ${maxOptions} level options`;
  return { what, ours, limit, unit: "s", better: "less", goal: 1 };
}

/** In seconds, so that whatever else runs on the machine matters less. */
function processorTime<T>(work: () => T): [seconds: number, done: T] {
  const before = process.cpuUsage();
  const done = work();
  const { user, system } = process.cpuUsage(before);
  return [(user + system) / 1_000_000, done];
}

/** How long a large round takes to be counted by equal shares, exactly and with all its completion. */
export function benchFunding(): Promise<Figure[]> {
  const poll = generated();
  const limit = { name: "as long as a round may take", value: 10 };
  const large = (["cost", "cardinality"] as const).map((utility): Figure => {
    const [ours, { funded, raised }] = processorTime(() =>
      equalShares(poll, { utility, completion: "add1" }),
    );
    if (funded.length === 0 || costOf(poll, funded) > poll.budget) throw new Error("wrong count");
    const what = `${projects} projects, ${voters} voters by equal shares (${utility}), raised ${raised} times`;
    return { what, ours, limit, unit: "s", better: "less", goal: 1 };
  });
  return Promise.resolve([...large, benchLevel()]);
}
