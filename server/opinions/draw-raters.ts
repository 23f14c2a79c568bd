/** Scores of more responses take longer than all else of a map that is made again, ... */
const mostScored = 500_000;
/** ... so that people are drawn who have given so many of them. */
const manyDrawn = 250_000;

interface Rater {
  readonly id: string;
  readonly codes: { readonly length: number };
}

/** The end of an id was drawn when it was made (RFC 9562, UUID version 7), and nobody chose it. */
const lotOf = (id: string): number => Number.parseInt(id.slice(-7), 16);

/**
 * People by lot whose responses say how far statements bridge, by their places in the list; null for all of them. Whoever
 * was drawn is so again the next time, unless there are many more people by then.
 */
export function drawRaters(people: readonly Rater[]): ReadonlySet<number> | null {
  if (people.reduce((sum, { codes }) => sum + codes.length, 0) <= mostScored) return null;
  // Numbers are sorted many times faster than by a function that compares.
  const order = Float64Array.from(people, ({ id }, place) => lotOf(id) * people.length + place);
  order.sort();
  const drawn = new Set<number>();
  let given = 0;
  for (const key of order) {
    const place = key % people.length;
    given += people[place]?.codes.length ?? 0;
    if (given > manyDrawn) break;
    drawn.add(place);
  }
  return drawn;
}
