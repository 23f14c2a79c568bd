import type { CentredResponses, Pair } from "./centred.ts";
import { drawsFrom } from "./draws.ts";
import { type Eigen, symmetricEigen } from "./symmetric-eigen.ts";

/** The two directions in which responses differ most, over statements; of length 1, or 0 where there is none. */
export interface Axes extends Pair {
  /** where each person is along them */
  readonly along: Pair;
  /** how much of all differences lies along each: eigenvalues of XᵀX */
  readonly strengths: readonly [number, number];
}

export interface AxesWish {
  /** axes of before, of as many statements or fewer */
  readonly before: Pair | undefined;
  readonly tolerance: number;
  /** the same for axes of before, as long as they still fit */
  readonly keptTolerance: number;
  readonly seed: number;
}

const mostReadings = 400;
/** So many directions are searched at once; when there are more, the best of them are kept and the search goes on. */
const mostSearched = 12;
const fewestKept = 6;
/** What is left of an axis beside the first that is none, but rounding. */
const nothing = 1e-12;

/** A vector over statements, what XᵀX makes of it, and where people are along it. */
interface Known {
  readonly vector: Float64Array;
  readonly image: Float64Array;
  readonly along: Float64Array;
}

/**
 * The two leading eigenvectors of XᵀX by a block Davidson method that keeps the best directions when it starts again
 * (Bai et al., "Templates for the Solution of Algebraic Eigenvalue Problems", SIAM 2000, §4.7, without a
 * preconditioner): each step takes the best axes within all directions so far, adds what they lack, and reads all
 * responses once. A direction is of length 1 before it is read, and never made longer after: what is known of it is
 * as exact as the reading.
 */
export function principalAxes(centred: CentredResponses, wish: AxesWish): Axes {
  let searched = known(centred, startOf(centred, wish));
  let tolerance = isKept(wish.before) ? wish.keptTolerance : wish.tolerance;
  for (let readings = 1; ; readings += 1) {
    const within = bestWithin(searched);
    const found = { searched, within };
    const residuals = within.vectors.slice(0, 2).map((_, which) => residualOf(found, which));
    const scale = within.values[0] ?? 0;
    const isFound = residuals.every((residual) => length(residual) <= tolerance * scale);
    if (isFound || readings >= mostReadings) return finished(found, centred, wish.before);
    // Axes that no longer fit are found as well as new ones.
    tolerance = wish.tolerance;
    if (searched.length + residuals.length > mostSearched) searched = bestOf(found);
    const fresh = orthonormal(residuals, searched);
    if (fresh.length === 0) return finished(found, centred, wish.before);
    searched.push(...known(centred, fresh));
  }
}

const isKept = (before: Pair | undefined): boolean =>
  before !== undefined && length(before.second) > 0;

/** The axes of before, or directions drawn by the seed; what they lack is drawn too. */
function startOf(centred: CentredResponses, { before, seed }: AxesWish): Float64Array[] {
  const draw = drawsFrom(seed);
  const drawn = () => Float64Array.from({ length: centred.statements }, () => 2 * draw() - 1);
  const padded = (axis: Float64Array) => {
    const longer = new Float64Array(centred.statements);
    longer.set(axis.subarray(0, longer.length));
    return longer;
  };
  const kept = before ? [padded(before.first), padded(before.second)] : [];
  return orthonormal([...kept, drawn(), drawn()], []).slice(0, 2);
}

function known(centred: CentredResponses, vectors: readonly Float64Array[]): Known[] {
  const [one, other] = vectors;
  if (!one) return [];
  const none = new Float64Array(one.length);
  const { along, images } = centred.read({ first: one, second: other ?? none });
  const found: Known[] = [{ vector: one, image: images.first, along: along.first }];
  if (other) found.push({ vector: other, image: images.second, along: along.second });
  return found;
}

/** What is known of the directions within what an orthonormal basis spans. */
interface Found {
  readonly searched: readonly Known[];
  /** how much lies along each, the most first, and of what of the basis it is made */
  readonly within: Eigen;
}

/** The best directions within what an orthonormal basis spans (Rayleigh and Ritz). */
function bestWithin(basis: readonly Known[]): Eigen {
  const within = basis.map(({ vector }) => basis.map(({ image }) => dot(vector, image)));
  // Rounding must not make it less than symmetric.
  return symmetricEigen(
    within.map((row, p) => row.map((value, q) => (value + (within[q]?.[p] ?? 0)) / 2)),
  );
}

/** One part of a direction. */
function partOf({ searched, within }: Found, which: number, part: keyof Known): Float64Array {
  return combined(
    searched.map((one) => one[part]),
    within.vectors[which] ?? [],
  );
}

/** What a direction lacks of being an axis. */
const residualOf = (found: Found, which: number): Float64Array =>
  combined(
    [partOf(found, which, "image"), partOf(found, which, "vector")],
    [1, -(found.within.values[which] ?? 0)],
  );

const bestOf = (found: Found): Known[] =>
  found.within.vectors.slice(0, fewestKept).map((_, which) => ({
    vector: partOf(found, which, "vector"),
    image: partOf(found, which, "image"),
    along: partOf(found, which, "along"),
  }));

function combined(vectors: readonly Float64Array[], weights: readonly number[]): Float64Array {
  const sum = new Float64Array(vectors[0]?.length ?? 0);
  for (const [which, vector] of vectors.entries()) {
    const weight = weights[which] ?? 0;
    for (let at = 0; at < sum.length; at += 1)
      sum[at] = (sum[at] ?? 0) + weight * (vector[at] ?? 0);
  }
  return sum;
}

function dot(one: Float64Array, other: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < one.length; at += 1) sum += (one[at] ?? 0) * (other[at] ?? 0);
  return sum;
}

const length = (vector: Float64Array): number => Math.sqrt(dot(vector, vector));

/** What is new in vectors beside others, each of length 1 (Gram and Schmidt, twice, as once is not enough). */
function orthonormal(vectors: readonly Float64Array[], beside: readonly Known[]): Float64Array[] {
  const found = beside.map(({ vector }) => vector);
  for (const vector of vectors) {
    const before = length(vector);
    if (before === 0) continue;
    let left = combined([vector], [1 / before]);
    for (let time = 0; time < 2; time += 1) {
      for (const other of found) left = combined([left, other], [1, -dot(left, other)]);
    }
    const after = length(left);
    if (after > 1e-8) found.push(combined([left], [1 / after]));
  }
  return found.slice(beside.length);
}

/** No axis where nothing differs. Its sign is that of before, else that its largest part is positive. */
function finished(found: Found, { statements, people }: CentredResponses, before?: Pair): Axes {
  const [first = 0, second = 0] = found.within.values;
  const strengths: [number, number] = [
    first > nothing ? first : 0,
    first > nothing && second > nothing * first ? second : 0,
  ];
  const turned = (which: 0 | 1, old: Float64Array | undefined) => {
    if (strengths[which] === 0) {
      return { vector: new Float64Array(statements), along: new Float64Array(people) };
    }
    const [vector, along] = [partOf(found, which, "vector"), partOf(found, which, "along")];
    const sign = [signOf(vector, old)];
    return { vector: combined([vector], sign), along: combined([along], sign) };
  };
  const [x, y] = [turned(0, before?.first), turned(1, before?.second)];
  return {
    first: x.vector,
    second: y.vector,
    along: { first: x.along, second: y.along },
    strengths,
  };
}

function signOf(vector: Float64Array, old: Float64Array | undefined): 1 | -1 {
  const likeness = old ? dot(old, vector) : 0;
  if (likeness !== 0) return likeness < 0 ? -1 : 1;
  const largest = vector.reduce((most, part) => (Math.abs(part) > Math.abs(most) ? part : most), 0);
  return largest < 0 ? -1 : 1;
}
