import type { CentredResponses, Pair } from "./centred.ts";
import { drawsFrom } from "./draws.ts";
import { symmetricEigen } from "./symmetric-eigen.ts";

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
/** What is left of an axis beside the first that is none, but rounding. */
const nothing = 1e-12;

/** A vector over statements, what XᵀX makes of it, and where people are along it. */
interface Known {
  readonly vector: Float64Array;
  readonly image: Float64Array;
  readonly along: Float64Array;
}

/**
 * The two leading eigenvectors of XᵀX by the locally optimal block method (A. Knyazev, "Toward the optimal
 * preconditioned eigensolver", SIAM Journal on Scientific Computing 23(2), 2001, without a preconditioner): each
 * step takes the best of the axes, their residuals and their last move, and reads all responses once.
 */
export function principalAxes(centred: CentredResponses, wish: AxesWish): Axes {
  let axes = rotated(known(centred, startOf(centred, wish)));
  let moves: Known[] = [];
  let tolerance = isKept(wish.before) ? wish.keptTolerance : wish.tolerance;
  for (let readings = 1; readings < mostReadings; readings += 1) {
    const residuals = axes.found.map(({ vector, image }, at) =>
      combined([image, vector], [1, -(axes.values[at] ?? 0)]),
    );
    const scale = axes.values[0] ?? 0;
    if (residuals.every((residual) => length(residual) <= tolerance * scale)) break;
    // Axes that no longer fit are found as well as new ones.
    tolerance = wish.tolerance;
    const fresh = known(centred, orthonormal(residuals, axes.found));
    if (fresh.length === 0) break;
    const basis = [...axes.found, ...fresh];
    basis.push(...orthonormalKnown(moves, basis));
    const next = rotated(basis);
    moves = next.weights.map((weights) =>
      mixed(basis.slice(axes.found.length), weights.slice(axes.found.length)),
    );
    axes = next;
  }
  return finished(axes, wish.before, centred.people);
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

interface Rotated {
  readonly found: Known[];
  readonly values: readonly number[];
  readonly weights: readonly (readonly number[])[];
}

/** The best two directions within what an orthonormal basis spans (Rayleigh and Ritz). */
function rotated(basis: readonly Known[]): Rotated {
  const within = basis.map(({ vector }) => basis.map(({ image }) => dot(vector, image)));
  // Rounding must not make it less than symmetric.
  const even = within.map((row, p) => row.map((value, q) => (value + (within[q]?.[p] ?? 0)) / 2));
  const { values, vectors } = symmetricEigen(even);
  const weights = vectors.slice(0, 2);
  return { found: weights.map((one) => mixed(basis, one)), values: values.slice(0, 2), weights };
}

function mixed(basis: readonly Known[], weights: readonly number[]): Known {
  const mix = (part: keyof Known) =>
    combined(
      basis.map((one) => one[part]),
      weights,
    );
  return { vector: mix("vector"), image: mix("image"), along: mix("along") };
}

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

/** What is new in vectors beside others, each of length 1. */
function orthonormal(vectors: readonly Float64Array[], beside: readonly Known[]): Float64Array[] {
  const nothingKnown = new Float64Array();
  const plain = vectors.map((vector) => ({ vector, image: nothingKnown, along: nothingKnown }));
  const others = beside.map(({ vector }) => ({ vector, image: nothingKnown, along: nothingKnown }));
  return orthonormalKnown(plain, others).map(({ vector }) => vector);
}

/** The same where more is known of each (Gram and Schmidt, twice, as once is not enough). */
function orthonormalKnown(vectors: readonly Known[], beside: readonly Known[]): Known[] {
  const found: Known[] = [];
  for (const one of vectors) {
    const before = length(one.vector);
    if (before === 0) continue;
    let left = mixed([one], [1 / before]);
    for (let time = 0; time < 2; time += 1) {
      for (const other of [...beside, ...found]) {
        left = mixed([left, other], [1, -dot(left.vector, other.vector)]);
      }
    }
    const after = length(left.vector);
    if (after > 1e-8) found.push(mixed([left], [1 / after]));
  }
  return found;
}

/** No axis where nothing differs. Its sign is that of before, else that its largest part is positive. */
function finished({ found, values }: Rotated, before: Pair | undefined, people: number): Axes {
  const [first = 0, second = 0] = values;
  const strengths: [number, number] = [
    first > nothing ? first : 0,
    first > nothing && second > nothing * first ? second : 0,
  ];
  const turned = (which: 0 | 1, old: Float64Array | undefined): Known => {
    const one = found[which];
    const statements = found[0]?.vector.length ?? 0;
    const none = { vector: new Float64Array(statements), along: new Float64Array(people) };
    if (!one || strengths[which] === 0) return { ...none, image: none.vector };
    return mixed([one], [signOf(one.vector, old)]);
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
