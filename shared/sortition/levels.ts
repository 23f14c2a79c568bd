import type { Master, Owed } from "./columns.ts";

/** What is too little to tell two numbers apart. */
const dust = 1e-7;

interface Among {
  readonly sizes: readonly number[];
  /** Which kinds can sit at all. */
  readonly covered: readonly boolean[];
  /** No lowest chance is above this. */
  readonly most: number;
}

/** The chance of each kind under odds over panels. */
export const chancesUnder = (
  { panels }: Pick<Master, "panels">,
  odds: readonly number[],
  sizes: readonly number[],
): number[] =>
  sizes.map(
    (size, at) =>
      panels.reduce((sum, panel, one) => sum + (odds[one] ?? 0) * (panel[at] ?? 0), 0) / size,
  );

const firstOwed = ({ sizes, covered }: Among): Owed[] =>
  sizes.map((size, at) => ({ size, base: 0, isSettled: !covered[at] }));

/** The highest lowest chance, and one way to reach it. */
export function maximinOver(master: Master, among: Among) {
  const { level, odds } = master.raise(firstOwed(among), among.most);
  return { level, chances: chancesUnder(master, odds, among.sizes) };
}

/**
 * LEXIMIN (Flanigan, Gölz, Gupta, Hennig & Procaccia, Nature 2021): raises the lowest chance as far as it gets, settles
 * those whom that holds (a price on them says so, by complementary slackness), and goes on with the others.
 */
export function leximinOver(master: Master, among: Among): number[] {
  const { sizes, covered } = among;
  let owed = firstOwed(among);
  let most = among.most;
  for (;;) {
    const { level, odds, prices } = master.raise(owed, most);
    const holds = owed.map(
      ({ size, isSettled }, at) => !isSettled && (prices[at] ?? 0) * size > dust,
    );
    const isLast = owed.every(({ isSettled }, at) => isSettled || holds[at]);
    if (isLast || !holds.includes(true)) {
      const reached = chancesUnder(master, odds, sizes);
      return reached.map((chance, at) => (covered[at] ? chance : 0));
    }
    owed = owed.map((one, at) =>
      holds[at] ? { size: one.size, base: (level - dust) * one.size, isSettled: true } : one,
    );
    most = 1;
  }
}
