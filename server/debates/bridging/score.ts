import type { ArgumentBridging } from "#shared/contract/bridging.ts";
import { bridging } from "#shared/opinions/bridging/bridging.ts";
import { communityNotes } from "#shared/opinions/bridging/factorise.ts";
import { oneVoice, type TimedRatings } from "#shared/opinions/bridging/one-voice.ts";
import type { RatedThing } from "./store.ts";

/** How far each thing bridges viewpoints, claims and sources in one: whoever differs over the ones may over the others. */
export function scoreThings(things: readonly RatedThing[]): ArgumentBridging {
  const { ratings, correlated } = oneVoice(ratingsOf(things));
  const { items } = bridging(ratings, communityNotes);
  const scored = things.map(({ kind, id }, at) => {
    const { raters = 0, score = null, shortage = null } = items[at] ?? {};
    return { kind, id, told: { raters, score, shortage } };
  });
  const of = (wanted: RatedThing["kind"]) => scored.filter(({ kind }) => kind === wanted);
  return {
    claims: of("claim").map(({ id, told }) => ({ claimId: id, ...told })),
    sources: of("source").map(({ id, told }) => ({ evidenceId: id, ...told })),
    correlated: correlated.reduce((sum, { length }) => sum + length, 0),
  };
}

/** The same as columns, with people numbered in the order of their ids. */
function ratingsOf(things: readonly RatedThing[]): TimedRatings {
  const everybody = [...new Set(things.flatMap(({ people }) => people))].toSorted();
  const numbers = new Map(everybody.map((id, number) => [id, number]));
  return {
    raters: everybody.length,
    items: things.length,
    rater: Uint32Array.from(
      things.flatMap(({ people }) => people),
      (id) => numbers.get(id) ?? 0,
    ),
    item: Uint32Array.from(things.flatMap(({ people }, number) => people.map(() => number))),
    value: Float32Array.from(things.flatMap(({ values }) => values)),
    at: Float64Array.from(things.flatMap(({ at }) => at)),
  };
}
