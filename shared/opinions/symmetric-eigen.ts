/** Eigenvalues, the largest first, and for each its vector. */
export interface Eigen {
  readonly values: readonly number[];
  readonly vectors: readonly (readonly number[])[];
}

const mostSweeps = 30;
const rounding = 1e-28;

/**
 * All eigenvalues of a small symmetric matrix by Jacobi's rotations, row by row (Golub and Van Loan, Matrix
 * Computations, §8.5); of equal ones the earlier column first.
 */
export function symmetricEigen(matrix: readonly (readonly number[])[]): Eigen {
  const size = matrix.length;
  const left = matrix.map((row) => [...row]);
  const turned = matrix.map((_, row) => matrix.map((__, column) => (row === column ? 1 : 0)));
  for (let sweep = 0; sweep < mostSweeps && offDiagonal(left) > 0; sweep += 1) {
    for (let p = 0; p < size; p += 1) {
      for (let q = p + 1; q < size; q += 1) rotate(left, turned, [p, q]);
    }
  }
  const order = [...left.keys()].toSorted((a, b) => cell(left, b, b) - cell(left, a, a) || a - b);
  return {
    values: order.map((at) => cell(left, at, at)),
    vectors: order.map((at) => turned.map((row) => row[at] ?? 0)),
  };
}

const cell = (matrix: readonly (readonly number[])[], row: number, column: number): number =>
  matrix[row]?.[column] ?? 0;

/** Squares beside the diagonal, in all; what rounding leaves there is left alone. */
function offDiagonal(matrix: readonly (readonly number[])[]): number {
  let [off, all] = [0, 0];
  for (const [at, row] of matrix.entries()) {
    for (const [column, value] of row.entries()) {
      all += value * value;
      if (at !== column) off += value * value;
    }
  }
  return off <= rounding * all ? 0 : off;
}

function rotate(left: number[][], turned: number[][], [p, q]: readonly [number, number]): void {
  const off = cell(left, p, q);
  if (off === 0) return;
  const theta = (cell(left, q, q) - cell(left, p, p)) / (2 * off);
  const sign = theta < 0 ? -1 : 1;
  const tangent = sign / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
  const cosine = 1 / Math.sqrt(tangent * tangent + 1);
  const sine = tangent * cosine;
  for (const row of [...left, ...turned]) turn(row, [p, q], [cosine, sine]);
  const [above = [], below = []] = [left[p], left[q]];
  for (const column of above.keys()) {
    const [one = 0, other = 0] = [above[column], below[column]];
    above[column] = cosine * one - sine * other;
    below[column] = sine * one + cosine * other;
  }
}

function turn(
  row: number[],
  [p, q]: readonly [number, number],
  [cosine, sine]: readonly [number, number],
): void {
  const [one = 0, other = 0] = [row[p], row[q]];
  row[p] = cosine * one - sine * other;
  row[q] = sine * one + cosine * other;
}
