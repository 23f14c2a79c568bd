import { type Kinds, panelProgram } from "./kinds.ts";
import type { SortitionPool } from "./pool.ts";
import type { Model, Solver } from "./solver.ts";

/** How many of each kind sit. */
export type Panel = readonly number[];

/** Finds panels that meet the quotas. */
export interface Oracle {
  /** The panel whose members' prices sum up to the most. */
  best(prices: readonly number[]): Panel;
  /** A panel whose members' prices sum up to at least so much; mostly found much faster than the best. */
  worthAtLeast(prices: readonly number[], enough: number): Panel;
  close(): void;
}

/** How many kinds are left open where the program without whole numbers says what holds for the others. */
const openKinds = 60;

export const worth = (panel: Panel, prices: readonly number[]): number =>
  panel.reduce((sum, count, at) => sum + count * (prices[at] ?? 0), 0);

/** @throws RangeError where no panel meets the quotas */
export function openOracle(pool: SortitionPool, kinds: Kinds, solver: Solver): Oracle {
  const program = panelProgram(pool, kinds, true);
  const whole = solver.open(program);
  const shared = solver.open({ ...program, isWhole: false });
  const narrowed = solver.open(program);

  const known = new Map<string, Panel>();

  function solved(model: Model, prices: readonly number[]) {
    model.setCosts(prices);
    return model.solve();
  }

  function best(prices: readonly number[]): Panel {
    const found = solved(whole, prices);
    if (!found) throw new RangeError("no panel meets the quotas");
    return keep(prices.map((_, at) => Math.round(found.columns[at] ?? 0)));
  }

  function keep(panel: Panel): Panel {
    if (panel.length <= openKinds) known.set(panel.join(), panel);
    return panel;
  }

  /** Of few kinds there are few panels: mostly the one that is asked for was found before. */
  function bestKnown(prices: readonly number[]): Panel | null {
    let [best, most]: [Panel | null, number] = [null, Number.NEGATIVE_INFINITY];
    for (const panel of known.values()) {
      const sum = worth(panel, prices);
      if (sum > most) [best, most] = [panel, sum];
    }
    return best;
  }

  /** Where seats could be shared few kinds have a part of one: all but those nearest to that stay as they are. */
  function near(prices: readonly number[]): Panel | null {
    const found = solved(shared, prices);
    if (!found) return null;
    const slack = prices.map((_, at) => Math.abs(found.reducedCosts[at] ?? 0));
    const byslack = [...slack.keys()].toSorted(
      (a, b) => (slack[a] ?? 0) - (slack[b] ?? 0) || a - b,
    );
    const open = new Set(byslack.slice(0, openKinds));
    program.columns.forEach(({ lower, upper }, at) => {
      const count = Math.round(found.columns[at] ?? 0);
      if (open.has(at)) narrowed.setBounds(at, lower, upper);
      else narrowed.setBounds(at, count, count);
    });
    const panel = solved(narrowed, prices);
    return panel && prices.map((_, at) => Math.round(panel.columns[at] ?? 0));
  }

  return {
    best,
    worthAtLeast(prices, enough) {
      const panel = prices.length > openKinds ? near(prices) : bestKnown(prices);
      return panel && worth(panel, prices) >= enough ? panel : best(prices);
    },
    close() {
      for (const model of [whole, shared, narrowed]) model.close();
    },
  };
}

/**
 * Panels in which everybody sits who can sit at all: those whom no panel holds yet alone have a price, until no panel
 * holds any of them.
 */
export function coverAll(oracle: Oracle, kinds: number): { panels: Panel[]; covered: boolean[] } {
  const panels: Panel[] = [];
  const covered = Array.from({ length: kinds }, () => false);
  for (;;) {
    const prices = covered.map((is) => (is ? 0 : 1));
    const panel = oracle.worthAtLeast(prices, 1);
    const isNew = panel.some((count, at) => count > 0 && covered[at] === false);
    if (!isNew && panels.length > 0) return { panels, covered };
    panels.push(panel);
    panel.forEach((count, at) => {
      if (count > 0) covered[at] = true;
    });
  }
}
