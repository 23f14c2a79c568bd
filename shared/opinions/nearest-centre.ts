import type { Positions } from "./points.ts";

function rangeOf(values: Float64Array): readonly [number, number] {
  let [low, high] = [values[0] ?? 0, values[0] ?? 0];
  for (let at = 0; at < values.length; at += 1) {
    const value = values[at] ?? 0;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return [low, high];
}

/** About so many points share a cell, of so many cells along a side at most. */
const pointsInCell = 8;
const mostCells = 64;
/** Labels fit 8 bits. */
export const mostCentres = 256;
/** Cells are taken a little larger than they are, so that rounding leaves out no centre. */
const slack = 1 + 1e-9;

/**
 * Which centre is nearest to each point. Points are sorted into the cells of a grid once; then only those centres are
 * compared that can be nearest somewhere in a cell. The answer is that of comparing all of them: of centres
 * at the same distance the first.
 */
export class NearestCentre {
  readonly #points: Positions;
  readonly #side: number;
  readonly #low: readonly [number, number];
  readonly #step: readonly [number, number];
  /** points in the order of their cells, and where each cell begins */
  readonly #order: Uint32Array;
  readonly #starts: Uint32Array;
  /** the centres that may be nearest to points of one cell, and how near each comes to it */
  readonly #near = new Uint8Array(mostCentres);
  readonly #nears = new Float64Array(mostCentres);

  constructor(points: Positions) {
    const count = points.x.length;
    this.#points = points;
    this.#side = Math.max(1, Math.min(mostCells, Math.floor(Math.sqrt(count / pointsInCell))));
    const [lowX, highX] = rangeOf(points.x);
    const [lowY, highY] = rangeOf(points.y);
    this.#low = [lowX, lowY];
    this.#step = [(highX - lowX) / this.#side || 1, (highY - lowY) / this.#side || 1];
    this.#starts = new Uint32Array(this.#side * this.#side + 1);
    this.#order = this.#sort();
  }

  #sort(): Uint32Array {
    const count = this.#points.x.length;
    const cells = new Uint16Array(count);
    for (let at = 0; at < count; at += 1) {
      const cell = this.#cellOf(at);
      cells[at] = cell;
      this.#starts[cell + 1] = (this.#starts[cell + 1] ?? 0) + 1;
    }
    for (let cell = 1; cell < this.#starts.length; cell += 1) {
      this.#starts[cell] = (this.#starts[cell] ?? 0) + (this.#starts[cell - 1] ?? 0);
    }
    const next = this.#starts.slice();
    const order = new Uint32Array(count);
    for (let at = 0; at < count; at += 1) {
      const cell = cells[at] ?? 0;
      const place = next[cell] ?? 0;
      order[place] = at;
      next[cell] = place + 1;
    }
    return order;
  }

  #cellOf(at: number): number {
    const column = ((this.#points.x[at] ?? 0) - this.#low[0]) / this.#step[0];
    const row = ((this.#points.y[at] ?? 0) - this.#low[1]) / this.#step[1];
    const last = this.#side - 1;
    return Math.min(last, Math.floor(row)) * this.#side + Math.min(last, Math.floor(column));
  }

  /** Writes the nearest centre of each point. */
  assign(centres: Positions, labels: Uint8Array): void {
    for (let cell = 0; cell < this.#starts.length - 1; cell += 1) {
      const start = this.#starts[cell] ?? 0;
      const end = this.#starts[cell + 1] ?? 0;
      if (start === end) continue;
      const count = this.#candidates(cell, centres);
      for (let place = start; place < end; place += 1) {
        const at = this.#order[place] ?? 0;
        labels[at] = this.#nearest(at, centres, count);
      }
    }
  }

  /** Which of the centres that may be is nearest to a point. */
  #nearest(at: number, centres: Positions, count: number): number {
    const px = this.#points.x[at] ?? 0;
    const py = this.#points.y[at] ?? 0;
    let nearest = 0;
    let least = Number.POSITIVE_INFINITY;
    for (let one = 0; one < count; one += 1) {
      const centre = this.#near[one] ?? 0;
      const dx = px - (centres.x[centre] ?? 0);
      const dy = py - (centres.y[centre] ?? 0);
      const distance = dx * dx + dy * dy;
      if (distance >= least) continue;
      least = distance;
      nearest = centre;
    }
    return nearest;
  }

  /** Notes the centres, in their order, that can be nearest to a point of the cell, and says how many. */
  #candidates(cell: number, centres: Positions): number {
    const column = cell % this.#side;
    const row = (cell - column) / this.#side;
    const [stepX, stepY] = this.#step;
    const middleX = this.#low[0] + (column + 0.5) * stepX;
    const middleY = this.#low[1] + (row + 0.5) * stepY;
    const halfX = (stepX / 2) * slack;
    const halfY = (stepY / 2) * slack;
    let bound = Number.POSITIVE_INFINITY;
    for (let centre = 0; centre < centres.x.length; centre += 1) {
      const dx = Math.abs((centres.x[centre] ?? 0) - middleX);
      const dy = Math.abs((centres.y[centre] ?? 0) - middleY);
      const far = (dx + halfX) * (dx + halfX) + (dy + halfY) * (dy + halfY);
      if (far < bound) bound = far;
      const nearX = Math.max(0, dx - halfX);
      const nearY = Math.max(0, dy - halfY);
      this.#nears[centre] = nearX * nearX + nearY * nearY;
    }
    let count = 0;
    for (let centre = 0; centre < centres.x.length; centre += 1) {
      if ((this.#nears[centre] ?? 0) > bound) continue;
      this.#near[count] = centre;
      count += 1;
    }
    return count;
  }
}
