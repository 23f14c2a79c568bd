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
  let [off, all] = [0, 0];
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
  const angle: Angle = [cosine, tangent * cosine];
  for (let row = 0; row < left.length; row += size) {
    turn(left, [row + p, row + q], angle);
    turn(turned, [row + p, row + q], angle);
  }
  for (let column = 0; column < size; column += 1) {
    turn(left, [p * size + column, q * size + column], angle);
  }
}

type Angle = readonly [cosine: number, sine: number];

function turn(square: Square, [p, q]: readonly [number, number], [cosine, sine]: Angle): void {
  const [one, other] = [square[p] ?? 0, square[q] ?? 0];
  square[p] = cosine * one - sine * other;
  square[q] = sine * one + cosine * other;
}
