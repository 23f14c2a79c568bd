import type { BallotList } from "./method.ts";

/**
 * Adds up weights exactly at the speed of floating point. A double holds every integer up to 2^53,
 * so each weight is cut into limbs small enough that no sum over all ballots can leave that range.
 * Weights whose total is small enough are one limb as they are.
 */
interface Limbs {
  /** `parts[l][b]`: limb `l` of the weight of ballot `b`, least significant first */
  readonly parts: readonly Float64Array[];
  readonly bits: number;
  /** the sum of all weights, where a double holds it */
  readonly total: number | null;
}

const safeBits = 53;

function cutWeights(ballots: BallotList<unknown>): Limbs {
  const whole = new Float64Array(ballots.length);
  let total = 0;
  let last = -1n;
  let lastAsNumber = 0;
  ballots.forEach(({ weight }, at) => {
    if (weight !== last) {
      if (weight < 0n) throw new RangeError("a ballot's weight is negative");
      last = weight;
      lastAsNumber = Number(weight);
    }
    whole[at] = lastAsNumber;
    total += lastAsNumber;
  });
  // Rounding cannot hide an overflow: sums up to 2^53 are exact, and from there they only grow.
  if (total <= Number.MAX_SAFE_INTEGER) return { parts: [whole], bits: safeBits, total };
  return cutLargeWeights(ballots);
}

function cutLargeWeights(ballots: BallotList<unknown>): Limbs {
  const bits = safeBits - (32 - Math.clz32(ballots.length));
  let most = 0n;
  for (const { weight } of ballots) if (weight > most) most = weight;
  const parts: Float64Array[] = [];
  for (let shift = 0n; most >> shift > 0n; shift += BigInt(bits)) {
    const part = new Float64Array(ballots.length);
    ballots.forEach(({ weight }, at) => {
      part[at] = Number(BigInt.asUintN(bits, weight >> shift));
    });
    parts.push(part);
  }
  return { parts, bits, total: null };
}

/** The weights of a list of ballots, ready to be added up; a negative weight is misuse. */
export class Weights {
  readonly total: bigint;
  readonly #limbs: Limbs;

  constructor(ballots: BallotList<unknown>) {
    this.#limbs = cutWeights(ballots);
    const { total } = this.#limbs;
    this.total = total === null ? this.#addAll(ballots.length) : BigInt(total);
  }

  #addAll(ballots: number): bigint {
    const all = this.sums(1);
    for (let at = 0; at < ballots; at += 1) all.add(0, at);
    return all.read(0);
  }

  /** Empty sums in so many cells. A ballot may be in a cell once at most at any time. */
  sums(cells: number): Sums {
    return new Sums(this.#limbs, cells);
  }
}

/** One limb: its sums by cell, and that limb of each ballot's weight. */
interface Layer {
  readonly sums: Float64Array;
  readonly parts: Float64Array;
}

/** Sums of weights by cell. */
export class Sums {
  /** Open for tight loops that add to many cells at once. */
  readonly layers: readonly Layer[];
  readonly #bits: bigint;

  constructor(limbs: Limbs, cells: number) {
    this.layers = limbs.parts.map((parts) => ({ sums: new Float64Array(cells), parts }));
    this.#bits = BigInt(limbs.bits);
  }

  /** Adds the weight of ballot `at` to a cell. */
  add(cell: number, at: number): void {
    const { layers } = this;
    for (let limb = 0; limb < layers.length; limb += 1) {
      const layer = layers[limb];
      if (layer) layer.sums[cell] = (layer.sums[cell] ?? 0) + (layer.parts[at] ?? 0);
    }
  }

  /** Empties a cell. */
  clear(cell: number): void {
    for (const { sums } of this.layers) sums[cell] = 0;
  }

  /** What has come together in a cell. */
  read(cell: number): bigint {
    return this.layers.reduceRight(
      (high, { sums }) => (high << this.#bits) + BigInt(sums[cell] ?? 0),
      0n,
    );
  }
}
