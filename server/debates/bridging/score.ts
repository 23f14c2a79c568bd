import type { ArgumentBridging, BridgingScore } from "#shared/contract/bridging.ts";
import type { Fairness } from "#shared/contract/summary-ratings.ts";
import { bridging, tooMany } from "#shared/opinions/bridging/bridging.ts";
import { communityNotes } from "#shared/opinions/bridging/factorise.ts";
import { oneVoice, type TimedRatings } from "#shared/opinions/bridging/one-voice.ts";
import type { CountedThing, RatedThing, ThingKind } from "./store.ts";

interface Told extends BridgingScore {
  readonly kind: ThingKind;
  readonly id: string;
}

/** How far each thing bridges viewpoints, all kinds in one: whoever differs over the ones may over the others. */
export function scoreThings(
  things: readonly RatedThing[],
  version: number | null,
): ArgumentBridging {
  const { ratings, correlated } = oneVoice(ratingsOf(things));
  const { items, left } = bridging(ratings, communityNotes);
  const told = things.map(({ kind, id }, at): Told => {
    const { raters = 0, score = null, shortage = null } = items[at] ?? {};
    return { kind, id, raters, score, shortage };
  });
  return {
    ...byKind(told, version, left.mean),
    correlated: correlated.reduce((sum, { length }) => sum + length, 0),
  };
}

/** What is told of things that have more ratings than can be scored. */
export function unscored(
  things: readonly CountedThing[],
  version: number | null,
): ArgumentBridging {
  const told = things.map(({ kind, id, raters }): Told => {
    return { kind, id, raters, score: null, shortage: tooMany };
  });
  return { ...byKind(told, version, 0), correlated: 0 };
}

/** @param mean of all ratings, from which scores say how far things are apart */
function byKind(
  told: readonly Told[],
  version: number | null,
  mean: number,
): Omit<ArgumentBridging, "correlated"> {
  const scoreOf = ({ raters, score, shortage }: BridgingScore) => ({ raters, score, shortage });
  const of = (wanted: Told["kind"]) => told.filter(({ kind }) => kind === wanted);
  const [summary = { raters: 0, score: null, shortage: "few-raters" as const }] = of("summary");
  return {
    claims: of("claim").map((one) => ({ claimId: one.id, ...scoreOf(one) })),
    sources: of("source").map((one) => ({ evidenceId: one.id, ...scoreOf(one) })),
    summary:
      version === null
        ? null
        : { version, ...scoreOf(summary), answer: answerOf(summary.score, mean) },
  };
}

/**
 * The answer that is nearest to what the factorisation expects of somebody who leans to no side: the mean, what people add
 * on average, which is as much again as both are held back alike, and what the summary adds.
 */
function answerOf(score: number | null, mean: number): Fairness | null {
  if (score === null) return null;
  const expected = 2 * mean + score;
  if (expected >= 0.75) return "fair";
  return expected <= 0.25 ? "unfair" : "partly";
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
