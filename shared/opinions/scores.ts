import { type Bridging, bridging } from "./bridging/bridging.ts";
import { type Beginning, communityNotes } from "./bridging/factorise.ts";
import { asOne } from "./bridging/one-voice.ts";
import type { Ratings } from "./bridging/ratings.ts";
import type { ResponseMatrix } from "./response-matrix.ts";
import { statementOf } from "./responses.ts";

/** Whose responses say how far statements bridge. */
export interface Raters {
  /** people by their numbers, rising; null for everybody */
  readonly drawn: readonly number[] | null;
  /** who of them answer the same within minutes again and again: each circle counts as one person */
  readonly circles: readonly (readonly number[])[];
}

/** How far statements bridge, and what it takes beside the responses to find it again. */
export interface Scores extends Raters {
  /** where the search began */
  readonly before: Beginning | undefined;
  /** by statement */
  readonly items: readonly Bridging[];
}

/** What was responded, as ratings of raters in the order in which they are given: disagreeing is 0, agreeing 1. */
export function ratingsOf(matrix: ResponseMatrix, drawn: readonly number[] | null): Ratings {
  const { codes, starts, ends, statements } = matrix;
  const people = drawn ?? Uint32Array.from({ length: matrix.people }, (_, person) => person);
  const rows = (person: number) => (ends[person] ?? 0) - (starts[person] ?? 0);
  let count = 0;
  for (const person of people) count += rows(person);
  // Both of one type, as the same loops read them.
  const [rater, item] = [new Uint32Array(count), new Uint32Array(count)];
  const value = new Float32Array(count);
  let row = 0;
  // Loops: a million calls back take longer than what they do.
  for (let which = 0; which < people.length; which += 1) {
    const person = people[which] ?? 0;
    const end = ends[person] ?? 0;
    for (let at = starts[person] ?? 0; at < end; at += 1) {
      const code = codes[at] ?? 0;
      rater[row] = which;
      item[row] = statementOf(code);
      value[row] = (code % 3) / 2;
      row += 1;
    }
  }
  return { raters: people.length, items: statements, rater, item, value };
}

/**
 * How far each statement bridges, out of what was responded.
 * @throws RangeError for raters who are not among the people, or not in their order
 */
export function scoresOf(
  matrix: ResponseMatrix,
  { drawn, circles }: Raters,
  before: Beginning | undefined,
): Bridging[] {
  checkPeople(matrix, drawn);
  const ratings = ratingsOf(matrix, drawn);
  const places = drawn && new Map(drawn.map((person, place) => [person, place]));
  const raterOf = (person: number) => (places ? (places.get(person) ?? -1) : person);
  const ofRaters = circles.map((circle) => circle.map(raterOf));
  return [...bridging(asOne(ratings, ofRaters), communityNotes, before).items];
}

function checkPeople({ people }: ResponseMatrix, drawn: readonly number[] | null): void {
  for (const [at, person] of drawn?.entries() ?? []) {
    if (person >= people || person <= (drawn?.[at - 1] ?? -1)) {
      throw new RangeError(`${person} is none of ${people} people in their order`);
    }
  }
}

/** How many people count as one with others. */
export const peopleIn = ({ circles }: Raters): number =>
  circles.reduce((sum, { length }) => sum + length, 0);
