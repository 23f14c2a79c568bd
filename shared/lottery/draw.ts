import { lotOrder } from "#shared/counting/lot-order.ts";
import type { PoolEntry } from "./pool.ts";

/** What somebody can share with others; nobody's kind may hold all the seats where there are other kinds. */
const kinds = ["tenure", "group"] as const;

const stratumOf = ({ tenure, group }: PoolEntry): string => JSON.stringify([tenure, group]);

/** Seats by stratum. */
export type Quotas = ReadonlyMap<string, number>;

/**
 * How many seats each stratum gets: its share of the pool, rounded by the method of largest remainders (Hamilton), of
 * equal remainders first those whose names the lot puts first. Then a seat moves from whichever kind holds all of them.
 */
export function quotasOf(pool: readonly PoolEntry[], seats: number, seed: string): Quotas {
  const sizes = new Map<string, number>();
  for (const name of pool.map(stratumOf)) sizes.set(name, (sizes.get(name) ?? 0) + 1);
  const names = lotOrder(seed, [...sizes.keys()]);
  const shares = names.map((name) => {
    const product = (sizes.get(name) ?? 0) * seats;
    return { name, whole: Math.floor(product / pool.length), rest: product % pool.length };
  });
  const left = seats - shares.reduce((sum, { whole }) => sum + whole, 0);
  const inOrder = shares.toSorted((a, b) => b.rest - a.rest);
  const quotas = new Map(
    inOrder.map(({ name, whole }, at) => [name, whole + (at < left ? 1 : 0)] as const),
  );
  return spread(pool, names, quotas);
}

/** Takes a seat from a kind that holds all of them, and gives it to the first of another. */
function spread(
  pool: readonly PoolEntry[],
  names: readonly string[],
  quotas: Map<string, number>,
): Quotas {
  const sample = new Map(pool.map((entry) => [stratumOf(entry), entry]));
  for (const kind of kinds) {
    const seated = names.filter((name) => (quotas.get(name) ?? 0) > 0);
    const values = new Set(seated.map((name) => sample.get(name)?.[kind]));
    const other = names.find((name) => !values.has(sample.get(name)?.[kind]));
    if (values.size > 1 || other === undefined) continue;
    const most = seated.reduce((a, b) => ((quotas.get(b) ?? 0) > (quotas.get(a) ?? 0) ? b : a));
    quotas.set(most, (quotas.get(most) ?? 0) - 1);
    quotas.set(other, (quotas.get(other) ?? 0) + 1);
  }
  return quotas;
}

/** Who sits, in the order of the lot, and who comes next where somebody does not. */
export interface Drawn {
  readonly seated: readonly string[];
  readonly reserve: readonly string[];
}

/**
 * The draw: all by the SHA-256 of the seed and their pseudonyms; of each stratum the first, as many as it has seats.
 * @throws RangeError for more seats than there are people
 */
export function draw(pool: readonly PoolEntry[], seats: number, seed: string): Drawn {
  if (seats > pool.length) throw new RangeError("there are more seats than people");
  const left = new Map(quotasOf(pool, seats, seed));
  const entries = new Map(pool.map((entry) => [entry.pseudonym, entry]));
  const order = lotOrder(seed, [...entries.keys()]);
  const seated = new Set<string>();
  for (const pseudonym of order) {
    const entry = entries.get(pseudonym);
    const stratum = entry ? stratumOf(entry) : "";
    const free = left.get(stratum) ?? 0;
    if (free === 0) continue;
    left.set(stratum, free - 1);
    seated.add(pseudonym);
  }
  const isSeated = (pseudonym: string) => seated.has(pseudonym);
  return {
    seated: order.filter(isSeated),
    reserve: order.filter((pseudonym) => !isSeated(pseudonym)),
  };
}

/** Why somebody who was drawn does not sit. */
export const absences = ["declined", "no-answer", "did-not-vote"] as const;
export type Absence = (typeof absences)[number];

/**
 * Who comes in the place of somebody: the first of the reserve from the same stratum, else the first with whom no kind
 * holds all the seats, else the first. Null where the reserve is used up.
 */
export function successorOf(
  pool: readonly PoolEntry[],
  { seated, reserve }: Drawn,
  out: string,
): string | null {
  const entries = new Map(pool.map((entry) => [entry.pseudonym, entry]));
  const entryOf = (pseudonym: string) => entries.get(pseudonym);
  const gone = entryOf(out);
  const staying = seated.filter((one) => one !== out).flatMap((one) => entryOf(one) ?? []);
  const isAlike = (one: string) => {
    const entry = entryOf(one);
    return entry && gone && stratumOf(entry) === stratumOf(gone);
  };
  const keepsSpread = (one: string) => {
    const entry = entryOf(one);
    const bench = entry ? [...staying, entry] : staying;
    return kinds.every((kind) => new Set(bench.map((sitter) => sitter[kind])).size > 1);
  };
  return reserve.find(isAlike) ?? reserve.find(keepsSpread) ?? reserve[0] ?? null;
}

/** The bench after somebody has gone. */
export function replace(
  pool: readonly PoolEntry[],
  drawn: Drawn,
  out: string,
): Drawn & { readonly successor: string | null } {
  const successor = successorOf(pool, drawn, out);
  const staying = drawn.seated.filter((one) => one !== out);
  return {
    seated: successor === null ? staying : [...staying, successor],
    reserve: drawn.reserve.filter((one) => one !== successor),
    successor,
  };
}

/** The bench after several have gone, one after the other. */
export const benchAfter = (
  pool: readonly PoolEntry[],
  drawn: Drawn,
  outs: readonly string[],
): Drawn => outs.reduce((bench: Drawn, out) => replace(pool, bench, out), drawn);
