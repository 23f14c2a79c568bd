import { equalShares } from "#shared/funding/equal-shares.ts";
import { costOf, type Poll } from "#shared/funding/poll.ts";
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

/** How long a large round takes to be counted by equal shares, exactly and with all its completion. */
export function benchFunding(): Promise<Figure[]> {
  const poll = generated();
  const limit = { name: "as long as a round may take", value: 10 };
  return Promise.resolve(
    (["cost", "cardinality"] as const).map((utility): Figure => {
      // Processor time, so that whatever else runs on the machine matters less.
      const before = process.cpuUsage();
      const { funded, raised } = equalShares(poll, { utility, completion: "add1" });
      const { user, system } = process.cpuUsage(before);
      const ours = (user + system) / 1_000_000;
      if (funded.length === 0 || costOf(poll, funded) > poll.budget) throw new Error("wrong count");
      const what = `${projects} projects, ${voters} voters by equal shares (${utility}), raised ${raised} times`;
      return { what, ours, limit, unit: "s", better: "less", goal: 1 };
    }),
  );
}
