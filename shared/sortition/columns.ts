import { type Oracle, type Panel, worth } from "./oracle.ts";
import { type Model, type Solver } from "./solver.ts";

/** What is too little to be an improvement. */
const dust = 1e-8;

/** What the people of a kind are owed in all: `base`, and their number times the level unless that is settled. */
export interface Owed {
  readonly size: number;
  readonly base: number;
  readonly isSettled: boolean;
}

/** A level as high as it gets, the odds of each panel by which it is reached, and what each kind keeps it from rising. */
export interface Raised {
  readonly level: number;
  readonly odds: readonly number[];
  readonly prices: readonly number[];
}

/** The odds over the panels that are known, as a program that panels are added to. */
export interface Master {
  /**
   * Raises the level as far as odds over all panels allow, finding the panels that are needed.
   * @param enough the level can't be above this, and needs no proof once it is there
   */
  raise(owed: readonly Owed[], enough: number): Raised;
  readonly panels: readonly Panel[];
  close(): void;
}

/**
 * Column generation: the best odds over some panels put a price on each kind; the panel that is dearest at these prices
 * comes in, until none is dearer than what the odds weigh already. Then no other odds reach more.
 */
export function openMaster(
  solver: Solver,
  oracle: Oracle,
  given: { readonly panels: readonly Panel[]; readonly sizes: readonly number[] },
): Master {
  const { sizes } = given;
  const panels: Panel[] = [];
  const model: Model = solver.open({
    isWhole: false,
    columns: [{ cost: 1, lower: 0, upper: 1 }],
    rows: [
      ...sizes.map((size) => ({ lower: 0, upper: Infinity, entries: [[0, -size]] as const })),
      { lower: 1, upper: 1, entries: [] },
    ],
  });
  const add = (panel: Panel) => {
    panels.push(panel);
    const entries = panel.flatMap((count, at) => (count > 0 ? [[at, count] as const] : []));
    model.addColumn({ cost: 0, lower: 0, upper: 1 }, [...entries, [sizes.length, 1]]);
  };
  given.panels.forEach(add);

  function bestOdds(): Raised {
    const found = model.solve();
    if (!found) throw new Error("the odds contradict what was reached before");
    return {
      level: found.objective,
      odds: panels.map((_, at) => found.columns[at + 1] ?? 0),
      prices: sizes.map((_, at) => Math.max(0, -(found.duals[at] ?? 0))),
    };
  }

  return {
    panels,
    raise(owed, enough) {
      owed.forEach(({ size, base, isSettled }, at) => {
        model.setEntry(at, 0, isSettled ? 0 : -size);
        model.setRow(at, base, Infinity);
      });
      for (;;) {
        const raised = bestOdds();
        if (raised.level >= enough - dust) return raised;
        const { prices, level } = raised;
        const weighed = owed.map(({ size, base, isSettled }) =>
          isSettled ? base : base + size * level,
        );
        const dearest = oracle.best(prices);
        if (worth(dearest, prices) - worth(weighed, prices) <= dust) return raised;
        add(dearest);
      }
    },
    close: () => model.close(),
  };
}
