import { type Oracle, type Panel, worth } from "./oracle.ts";

/** How far the product of all chances may be from the highest: its logarithm, for each person. */
const gap = 1e-4;
const mostRounds = 5_000;

interface Among {
  readonly sizes: readonly number[];
  readonly covered: readonly boolean[];
  /** Some panels in which everybody sits who can. */
  readonly panels: readonly Panel[];
  readonly oracle: Oracle;
}

/**
 * The chances with the largest product (Nash welfare). Odds grow with what their panels give to those who have little
 * (Cover, An algorithm for maximizing expected log investment return, 1984), which only multiplies and divides; and a
 * panel comes in while one gives more than all together.
 */
export function nashChances({ sizes, covered, panels: first, oracle }: Among): number[] {
  const panels = [...first];
  let odds = panels.map(() => 1 / panels.length);
  const people = sizes.reduce((sum, size, at) => sum + (covered[at] ? size : 0), 0);
  const seatsOf = () =>
    sizes.map((_, at) =>
      panels.reduce((sum, panel, one) => sum + (odds[one] ?? 0) * (panel[at] ?? 0), 0),
    );
  for (let round = 0; round < mostRounds; round += 1) {
    const seats = seatsOf();
    const prices = sizes.map((size, at) => (covered[at] ? size / (seats[at] ?? 1) : 0));
    const gains = panels.map((panel) => worth(panel, prices));
    const isSteady = Math.max(...gains) <= people * (1 + gap / 2);
    if (isSteady) {
      const panel = oracle.best(prices);
      if (worth(panel, prices) <= people * (1 + gap)) break;
      panels.push(panel);
      const share = 1 / panels.length;
      odds = [...odds.map((odd) => odd * (1 - share)), share];
    } else {
      odds = odds.map((odd, one) => (odd * (gains[one] ?? 0)) / people);
    }
  }
  const seats = seatsOf();
  return sizes.map((size, at) => (seats[at] ?? 0) / size);
}
