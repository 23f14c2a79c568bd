import { fewest, tellsOfMany } from "../accountability/small-numbers.ts";

/*
 * What may be told of who declared what about themselves, so that nobody's answer follows from it: cells and what is beside
 * them by the threshold rule (see `accountability/small-numbers.ts`); all numbers rounded to fives, so that the difference
 * of any two of them is none or at least five (A. Hundepool et al., Handbook on Statistical Disclosure Control, ESSnet SDC
 * 2010, section 5.4.2, rounding to a base); and a table told beside another one only where none or at least five people
 * make the difference between them, as those who know everybody else would learn what the few said.
 */

/** What each of some people said about one thing: the value's id, by the person's. */
export type Said = ReadonlyMap<string, string>;

/** Rounded to a multiple of five. */
export const inFives = (count: number): number => Math.round(count / fewest) * fewest;

export interface Cell {
  readonly value: string;
  /** a multiple of five, never 0 */
  readonly count: number;
}

export interface Released {
  readonly cells: readonly Cell[];
  /** Of whom it is not told which value they have; 0 where there is nobody, null where they are too few to be told of. */
  readonly rest: number | null;
  /** The sum of what is told. */
  readonly of: number;
}

/** How many people say something else, or are there in one alone. */
export function differing(one: Said, other: Said): number {
  const left = [...one].filter(([person, value]) => other.get(person) !== value).length;
  return left + [...other.keys()].filter((person) => !one.has(person)).length;
}

/** Whether a table of these people may be told beside those that were told of others, or of the same at another time. */
export const mayTell = (next: Said, before: readonly Said[]): boolean =>
  before.every((one) => isFarEnough(differing(next, one)));

export const isFarEnough = (difference: number): boolean =>
  difference === 0 || difference >= fewest;

/** The table of what people said, in the order of the values; values of too few are left to the rest. */
export function release(said: Said, values: readonly string[]): Released {
  const counts = new Map(values.map((value) => [value, 0]));
  for (const value of said.values()) counts.set(value, (counts.get(value) ?? 0) + 1);
  const of = said.size;
  const held = [...counts].filter(([, count]) => count > 0);
  const told = held
    .filter(([, count]) => tellsOfMany({ count, of }))
    .toSorted(([, a], [, b]) => a - b);
  const kept = held.filter((cell) => !told.includes(cell));
  const restOf = () => kept.reduce((sum, [, count]) => sum + count, 0);
  // With the next smallest, until they are enough together: nobody finds them by taking what is told from the whole.
  while (kept.length > 0 && told.length > 0 && !tellsOfMany({ count: restOf(), of })) {
    kept.push(...told.splice(0, 1));
  }
  const cells = values.flatMap((value) => {
    const cell = told.find(([name]) => name === value);
    return cell ? [{ value, count: inFives(cell[1]) }] : [];
  });
  const rest =
    kept.length === 0 ? 0 : restOf() >= fewest && told.length > 0 ? inFives(restOf()) : null;
  return { cells, rest, of: cells.reduce((sum, { count }) => sum + count, rest ?? 0) };
}
