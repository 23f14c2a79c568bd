/*
 * Ratings as a bundle has them: how many there are of one thing and what they add up to, never whose they are. An import
 * makes ratings of nobody in particular from them, which count and sum up to the same.
 */

const highest = 4;

export interface RatingCounts {
  /** How many rated it from 0 to 4, and what that adds up to. */
  readonly count: number;
  readonly sum: number;
  /** How many don't know. */
  readonly unknown?: number | undefined;
  /** How many of them rated it when it stood elsewhere. */
  readonly former?: number | undefined;
  /** How many rated it 0, 1, 2, 3 and 4; left out where so few did that it would tell who. */
  readonly values?: readonly number[] | undefined;
}

const total = (counts: readonly number[]) => counts.reduce((all, one) => all + one, 0);

/** Whether so many ratings can add up to that, in these parts. */
export function arePossible({ count, sum, former = 0, values }: RatingCounts): boolean {
  if (sum > count * highest || former > count) return false;
  if (values === undefined) return true;
  return total(values) === count && total(values.map((many, value) => many * value)) === sum;
}

/** How many people said something of it. */
export const peopleIn = ({ count, unknown = 0 }: RatingCounts): number => count + unknown;

/** Ratings that count and sum up to this, those who don't know last. Where values are not told, all lie about the mean. */
export function* ratingsIn(counts: RatingCounts): Generator<number | null> {
  const { values = aboutTheMean(counts), unknown = 0 } = counts;
  for (const [value, many] of values.entries()) {
    for (let left = many; left > 0; left -= 1) yield value;
  }
  for (let left = unknown; left > 0; left -= 1) yield null;
}

function aboutTheMean({ count, sum }: RatingCounts): number[] {
  if (count === 0) return [];
  const least = Math.floor(sum / count);
  const above = sum - least * count;
  const values = Array.from({ length: highest + 1 }, () => 0);
  values[least] = count - above;
  if (above > 0) values[least + 1] = above;
  return values;
}
