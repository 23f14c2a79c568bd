import { type Oracle, type Panel, worth } from "./oracle.ts";

/** How many equally likely panels a lottery has: one is drawn by three digits. */
export const lotterySize = 1_000;

/** What is too little to tell an aim that can't be reached. */
const dust = 1e-6;

/** Whoever lacks, or has too much of, more panels than this is seen to by the best panel there is. */
const mayLack = 2;
/** So are all among the last panels, after which nothing can be made good. */
const lastPanels = 50;

const isUrgent = (lack: readonly number[], made: number): boolean =>
  made >= lotterySize - lastPanels || lack.some((much) => Math.abs(much) > mayLack);

interface Aim {
  /** How many people of each kind there are. */
  readonly sizes: readonly number[];
  /** The chance that each of them shall have. */
  readonly chances: readonly number[];
  readonly oracle: Oracle;
  /** Told after each panel: how many there are. */
  readonly tell: (made: number) => void;
}

/**
 * Panels, all equally likely, whose chances come as near to those aimed at as a thousand allow. Each next panel leans
 * to the kinds that lack the most (conditional gradients on the squared difference, Frank & Wolfe 1956): mostly whatever
 * panel is at least as good there as the aim itself will do, which is found sooner than the best.
 * @returns null where no panel is as good: then no odds over panels reach the aim
 */
export function lotteryTowards({ sizes, chances, oracle, tell }: Aim): Panel[] | null {
  const owed = sizes.map((size, at) => size * (chances[at] ?? 0));
  const lack = owed.map(() => 0);
  const panels: Panel[] = [];
  while (panels.length < lotterySize) {
    owed.forEach((share, at) => {
      lack[at] = (lack[at] ?? 0) + share;
    });
    const prices = lack.map((much, at) => much / (sizes[at] ?? 1));
    const enough = worth(owed, prices);
    const panel = isUrgent(prices, panels.length)
      ? oracle.best(prices)
      : oracle.worthAtLeast(prices, enough);
    if (worth(panel, prices) < enough - dust) return null;
    panels.push(panel);
    panel.forEach((count, at) => {
      lack[at] = (lack[at] ?? 0) - count;
    });
    tell(panels.length);
  }
  return panels;
}
