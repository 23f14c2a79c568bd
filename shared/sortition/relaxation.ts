import { type Kinds, panelProgram } from "./kinds.ts";
import type { SortitionPool } from "./pool.ts";
import { type Solver, withModel } from "./solver.ts";

/** What is too little to tell two chances apart. */
const dust = 1e-9;

/**
 * The fairest chances if seats could be shared: those of each kind who can sit at all are raised together until some can
 * rise no further, which then stay. No draw over whole panels has a higher lowest chance, nor, with that, a higher next
 * one; mostly there is one that reaches the same.
 * @returns a chance for each kind, 0 for who can't sit
 */
export function sharedChances(
  pool: SortitionPool,
  kinds: Kinds,
  { solver, covered }: { solver: Solver; covered: readonly boolean[] },
): number[] {
  const program = panelProgram(pool, kinds, false);
  const level = program.columns.length;
  const sizes = kinds.kinds.map(({ people }) => people.length);
  const columns = program.columns.map((column, at) =>
    covered[at] ? column : { ...column, upper: 0 },
  );
  const first = program.rows.length;
  const lifts = sizes.map((size, at) => ({
    lower: 0,
    upper: Infinity,
    entries: [
      [at, 1],
      [level, covered[at] ? -size : 0],
    ] as const,
  }));
  const raised = { cost: 1, lower: 0, upper: 1 };
  const whole = {
    columns: [...columns, raised],
    rows: [...program.rows, ...lifts],
    isWhole: false,
  };
  const chances = sizes.map(() => 0);
  const open = new Set([...sizes.keys()].filter((at) => covered[at]));
  return withModel(solver, whole, (model) => {
    while (open.size > 0) {
      const found = model.solve();
      if (!found) throw new RangeError("no panel meets the quotas");
      const reached = found.objective;
      const before = open.size;
      for (const at of open) {
        // A row with a price is what holds the level down.
        if (Math.abs(found.duals[first + at] ?? 0) * (sizes[at] ?? 0) <= dust) continue;
        open.delete(at);
        chances[at] = reached;
        model.setEntry(first + at, level, 0);
        model.setRow(first + at, reached * (sizes[at] ?? 0) - dust, Infinity);
      }
      if (open.size === before || reached >= 1) {
        for (const at of open) chances[at] = reached;
        open.clear();
      }
    }
    return chances;
  });
}
