/**
 * Ratings in three columns: who, of what, and how helpful they found it, from 0 (not at all) to 1. Raters and items are
 * numbered from 0, and nobody rates an item twice. A response to a statement is one too: agreeing is 1, passing one half,
 * disagreeing 0.
 */
export interface Ratings {
  readonly raters: number;
  readonly items: number;
  readonly rater: ArrayLike<number>;
  readonly item: ArrayLike<number>;
  readonly value: ArrayLike<number>;
}

/** Ratings by one side: what lies between two starts is of one, with whom it joins and the value. */
export interface Side {
  readonly starts: Uint32Array;
  readonly others: Uint32Array;
  readonly values: Float32Array;
}

/** Ratings by rater, and once more by item. */
export interface BothSides {
  readonly count: number;
  readonly byRater: Side;
  readonly byItem: Side;
}

/** @throws RangeError for columns of different lengths, or a row that is no rating */
export function bothSides({ raters, items, rater, item, value }: Ratings): BothSides {
  const count = value.length;
  if (rater.length !== count || item.length !== count) {
    throw new RangeError("columns of ratings are of one length");
  }
  checkColumn(rater, raters - 1);
  checkColumn(item, items - 1);
  checkColumn(value, 1);
  return {
    count,
    byRater: sideOf(raters, [rater, item, value]),
    byItem: sideOf(items, [item, rater, value]),
  };
}

function checkColumn(column: ArrayLike<number>, most: number): void {
  for (let row = 0; row < column.length; row += 1) {
    const value = column[row] ?? -1;
    if (!(value >= 0 && value <= most)) throw new RangeError(`row ${row} is no rating: ${value}`);
  }
}

type Columns = readonly [
  own: ArrayLike<number>,
  other: ArrayLike<number>,
  value: ArrayLike<number>,
];

/** A counting sort: rows keep their order within each. */
function sideOf(size: number, [own, other, value]: Columns): Side {
  const starts = new Uint32Array(size + 1);
  for (let row = 0; row < own.length; row += 1) {
    const next = (own[row] ?? 0) + 1;
    starts[next] = (starts[next] ?? 0) + 1;
  }
  for (let at = 0; at < size; at += 1) starts[at + 1] = (starts[at + 1] ?? 0) + (starts[at] ?? 0);
  const places = starts.slice();
  const others = new Uint32Array(own.length);
  const values = new Float32Array(own.length);
  for (let row = 0; row < own.length; row += 1) {
    const which = own[row] ?? 0;
    const place = places[which] ?? 0;
    places[which] = place + 1;
    others[place] = other[row] ?? 0;
    values[place] = value[row] ?? 0;
  }
  return { starts, others, values };
}
