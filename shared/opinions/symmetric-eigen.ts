/** Eigenvalues, the largest first, and for each its vector. */
export interface Eigen {
  readonly values: readonly number[];
  readonly vectors: readonly (readonly number[])[];
}

const mostSweeps = 30;
const rounding = 1e-28;

/** A square matrix, row after row. */
type Square = Float64Array;

/**
 * All eigenvalues of a small symmetric matrix by Jacobi's rotations, row by row (Golub and Van Loan, Matrix
 * Computations, §8.5); of equal ones the earlier column first.
 */
export function symmetricEigen(matrix: readonly (readonly number[])[]): Eigen {
  const size = matrix.length;
  const left: Square = Float64Array.from(matrix.flat());
  const turned: Square = new Float64Array(size * size);
  for (let at = 0; at < size; at += 1) turned[at * size + at] = 1;
  for (let sweep = 0; sweep < mostSweeps && offDiagonal(left, size) > 0; sweep += 1) {
    for (let p = 0; p < size; p += 1) {
      for (let q = p + 1; q < size; q += 1) rotate(left, turned, [p, q, size]);
    }
  }
  const value = (at: number) => left[at * size + at] ?? 0;
  const order = [...matrix.keys()].toSorted((a, b) => value(b) - value(a) || a - b);
  return {
    values: order.map(value),
    vectors: order.map((at) => matrix.map((_, row) => turned[row * size + at] ?? 0)),
  };
}

/** Squares beside the diagonal, in all; what rounding leaves there is left alone. */
function offDiagonal(square: Square, size: number): number {
  let off = 0;
  let all = 0;
  for (let at = 0; at < square.length; at += 1) {
    const value = square[at] ?? 0;
    all += value * value;
    if (at % (size + 1) !== 0) off += value * value;
  }
  return off <= rounding * all ? 0 : off;
}

type Pivot = readonly [p: number, q: number, size: number];

function rotate(left: Square, turned: Square, [p, q, size]: Pivot): void {
  const off = left[p * size + q] ?? 0;
  if (off === 0) return;
  const theta = ((left[q * size + q] ?? 0) - (left[p * size + p] ?? 0)) / (2 * off);
  const sign = theta < 0 ? -1 : 1;
  const tangent = sign / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
  const cosine = 1 / Math.sqrt(tangent * tangent + 1);
  const angle = { cosine, sine: tangent * cosine };
  const columns = { one: p, other: q, step: size, size };
  turn(left, columns, angle);
  turn(turned, columns, angle);
  turn(left, { one: p * size, other: q * size, step: 1, size }, angle);
}

/** Two rows or columns: where each begins, and how far it is from one part to the next. */
interface Lines {
  readonly one: number;
  readonly other: number;
  readonly step: number;
  readonly size: number;
}

interface Angle {
  readonly cosine: number;
  readonly sine: number;
}

function turn(square: Square, { one, other, step, size }: Lines, { cosine, sine }: Angle): void {
  for (let at = 0; at < size * step; at += step) {
    const a = square[one + at] ?? 0;
    const b = square[other + at] ?? 0;
    square[one + at] = cosine * a - sine * b;
    square[other + at] = sine * a + cosine * b;
  }
}
