type Matrix = readonly (readonly bigint[])[];

const cell = (matrix: Matrix, row: number, column: number) => matrix[row]?.[column] ?? 0n;

/**
 * A chain of won comparisons from one option to another, none of them weaker than this; the shortest there is,
 * empty where there is none. Places count from 0.
 */
export function pathOf(
  preferred: Matrix,
  ends: { readonly from: number; readonly to: number },
  strength: bigint,
): number[] {
  if (strength === 0n) return [];
  const cameFrom = new Map([[ends.from, ends.from]]);
  const queue = [ends.from];
  for (let one = queue.shift(); one !== undefined && one !== ends.to; one = queue.shift()) {
    for (let next = 0; next < preferred.length; next += 1) {
      const votes = cell(preferred, one, next);
      const isWin = votes > cell(preferred, next, one) && votes >= strength;
      if (!isWin || cameFrom.has(next)) continue;
      cameFrom.set(next, one);
      queue.push(next);
    }
  }
  return cameFrom.has(ends.to) ? wayBack(cameFrom, ends.to) : [];
}

function wayBack(cameFrom: ReadonlyMap<number, number>, to: number): number[] {
  const path = [to];
  for (let at = cameFrom.get(to); at !== undefined && at !== path[0]; at = cameFrom.get(at)) {
    path.unshift(at);
  }
  return path;
}
