import { loadHighs } from "#shared/sortition/load-highs.ts";
import { drawUpLottery, highsSolver, spreadOf } from "#shared/sortition/index.ts";
import { testPool } from "#shared/sortition/testing-pool.ts";
import type { Figure } from "./figures.ts";

const [people, seats] = [1_000, 40];

/** How long the fairest lottery of a large panel takes, and how much less its lowest chance is than it could be. */
export async function benchSortition(): Promise<Figure[]> {
  const pool = testPool(people, seats);
  const solver = highsSolver(await loadHighs());
  const before = process.cpuUsage();
  const { panels, maximin } = drawUpLottery(pool, { rule: "leximin", solver });
  const { user, system } = process.cpuUsage(before);
  const { minimum } = spreadOf(
    pool.people.map(({ id }) => id),
    panels,
  );
  const patience = { name: "as long as somebody waits", value: 60 };
  return [
    {
      what: `LEXIMIN of ${seats} seats among ${people} people by six attributes`,
      ours: (user + system) / 1e6,
      limit: patience,
      unit: "s",
      better: "less",
      goal: 1,
    },
    {
      what: "the lowest chance of its thousand panels",
      ours: minimum,
      limit: { name: "the highest that there could be", value: maximin },
      unit: "",
      better: "more",
      goal: 0.95,
    },
  ];
}
