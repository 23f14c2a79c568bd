import { acceptability, type WeighedArgument } from "#shared/argument/acceptability.ts";
import { type Figure, median } from "./figures.ts";

const size = 5_000;
const rounds = 25;

/** How long it takes to find out how well each of many claims stands, against the time in which nobody notices. */
export function benchAcceptability(): Promise<Figure[]> {
  const argument = treeOf(size);
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const before = performance.now();
    const { strengths } = acceptability(argument);
    times.push(performance.now() - before);
    if (strengths.size !== 2 * size + 1) throw new Error("not everything was weighed");
  }
  return Promise.resolve([
    {
      what: `how well each of ${size} claims stands`,
      ours: median(times),
      limit: { name: "nobody waits", value: 50 },
      unit: "ms",
      better: "less",
      goal: 1,
    },
  ]);
}

/** A tree about eight deep, all of it rated. */
function treeOf(claims: number): WeighedArgument {
  const nth = Array.from({ length: claims }, (_, n) => n);
  const rated = (n: number) => ({ count: 1 + (n % 9), sum: (n % 4) * (1 + (n % 9)) });
  return {
    positions: [{ id: "position" }],
    claims: nth.map((n) => ({ id: `claim-${n}`, truth: rated(n) })),
    edges: nth.map((n) => ({
      id: `edge-${n}`,
      claimId: `claim-${n}`,
      side: n % 2 === 0 ? "pro" : "con",
      targetId: n < 9 ? "position" : `claim-${Math.floor(n / 3)}`,
      relevance: rated(n + 3),
    })),
  };
}
