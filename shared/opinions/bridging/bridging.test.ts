import { describe, expect, it } from "vitest";
import { drawsFrom } from "../draws.ts";
import { bridging } from "./bridging.ts";
import { communityNotes, factorise } from "./factorise.ts";
import { oneVoice } from "./one-voice.ts";
import { bothSides, type Ratings } from "./ratings.ts";

interface Rating {
  readonly rater: number;
  readonly item: number;
  readonly value: number;
  readonly at?: number;
}

const ratingsOf = (raters: number, items: number, rows: readonly Rating[]) => ({
  raters,
  items,
  rater: rows.map(({ rater }) => rater),
  item: rows.map(({ item }) => item),
  value: rows.map(({ value }) => value),
  at: rows.map(({ at = 0 }) => at),
});

/** Raters of two camps; by item: both like it, the first camp alone, the second alone, neither. */
function camps(sizes: readonly [number, number], items: number): Ratings {
  const draw = drawsFrom(11);
  const rows: Rating[] = [];
  for (let rater = 0; rater < sizes[0] + sizes[1]; rater += 1) {
    const camp = rater < sizes[0] ? 1 : 2;
    for (let item = 0; item < items; item += 1) {
      const likes = item % 4 === 0 || item % 4 === camp;
      if (draw() < 0.6) rows.push({ rater, item, value: Number(draw() < 0.1 ? !likes : likes) });
    }
  }
  return ratingsOf(sizes[0] + sizes[1], items, rows);
}

/** Only what is said of some items. */
function columnsOf({ rater, item, value }: Ratings, isIn: (item: number) => boolean) {
  const rows = Array.from(item, (_, row) => row).filter((row) => isIn(item[row] ?? 0));
  const of = (column: ArrayLike<number>) => rows.map((row) => column[row] ?? 0);
  return { rater: of(rater), item: of(item), value: of(value) };
}

const meanScore = (ratings: Ratings, kind: number) => {
  const scores = bridging(ratings, communityNotes).items.filter((_, item) => item % 4 === kind);
  return scores.reduce((sum, { score }) => sum + (score ?? Number.NaN), 0) / scores.length;
};

describe("the bridging score", () => {
  it("is high for what both camps like, and not for what the larger camp alone likes", () => {
    const uneven = camps([80, 30], 40);
    // Community Notes call a note helpful from 0.4 on.
    expect(meanScore(uneven, 0)).toBeGreaterThan(0.4);
    expect(meanScore(uneven, 1)).toBeLessThan(0.25);
    expect(meanScore(uneven, 2)).toBeLessThan(0.25);
    expect(meanScore(uneven, 3)).toBeLessThan(-0.1);
    const { items } = bridging(uneven, communityNotes);
    // Most raters are of the negative side, and so is what they like alone.
    expect(items[1]?.viewpoint).toBeLessThan(-0.1);
    expect(items[2]?.viewpoint).toBeGreaterThan(0.1);
    expect(Math.abs(items[0]?.viewpoint ?? 1)).toBeLessThan(0.2);
  });

  it("is found in fewer rounds from where an earlier run ended, and is the same", () => {
    const ratings = camps([40, 30], 24);
    const first = bridging(ratings, communityNotes);
    const changed = {
      ...ratings,
      value: Array.from(ratings.value, (v, row) => (row === 7 ? 1 - v : v)),
    };
    const anew = bridging(changed, communityNotes);
    const next = bridging(changed, communityNotes, first.left);
    expect(next.rounds).toBeLessThan(anew.rounds / 2);
    for (const [at, { score, viewpoint }] of next.items.entries()) {
      expect(score ?? 0).toBeCloseTo(anew.items[at]?.score ?? 0, 3);
      expect(viewpoint ?? 0).toBeCloseTo(anew.items[at]?.viewpoint ?? 0, 2);
    }
  });

  it("begins by lot with items that an earlier run did not know", () => {
    const ratings = camps([40, 30], 24);
    const known = { ...ratings, ...columnsOf(ratings, (item) => item < 20), items: 20 };
    const { left } = bridging(known, communityNotes);
    const next = bridging(ratings, communityNotes, left);
    const anew = bridging(ratings, communityNotes);
    for (const [at, { score }] of next.items.entries()) {
      expect(score ?? 0).toBeCloseTo(anew.items[at]?.score ?? 0, 2);
    }
  });

  it("is the same to the last bit each time", () => {
    const some = camps([20, 20], 16);
    expect(bridging(some, communityNotes)).toEqual(bridging(some, communityNotes));
  });

  it("is not guessed: too few raters, or all of one side, are told instead", () => {
    const rows = Array.from({ length: 4 }, (_, rater) => ({ rater, item: 0, value: 1 }));
    const more = Array.from({ length: 20 }, (_, rater) =>
      [1, 2, 3].map((item) => ({ rater, item, value: 1 })),
    ).flat();
    const { items } = bridging(ratingsOf(20, 5, [...rows, ...more]), communityNotes);
    expect(items[0]).toMatchObject({ raters: 4, score: null, shortage: "few-raters" });
    expect(items[1]).toMatchObject({ raters: 20, score: null, shortage: "one-side" });
    expect(items[4]).toMatchObject({ raters: 0, score: null, shortage: "few-raters" });
    expect(bridging(ratingsOf(0, 0, []), communityNotes).items).toEqual([]);
  });

  it("refuses what is no rating", () => {
    expect(() => bothSides(ratingsOf(1, 1, [{ rater: 1, item: 0, value: 1 }]))).toThrow(RangeError);
    expect(() => bothSides(ratingsOf(1, 1, [{ rater: 0, item: 0, value: 2 }]))).toThrow(RangeError);
    expect(() => bothSides({ ...ratingsOf(1, 1, []), value: [1] })).toThrow(RangeError);
  });
});

describe("the factorisation", () => {
  it("comes to rest where no parameter alone makes the loss smaller", () => {
    const sides = bothSides(camps([30, 20], 24));
    const found = factorise(sides, { ...communityNotes, tolerance: 1e-14, rounds: 20_000 });
    expect(found.isSettled).toBe(true);
    const { starts, others, values } = sides.byItem;
    const squaresOf = (item: number, mean: number, [intercept = 0, factor = 0]: number[]) =>
      values.subarray(starts[item], starts[item + 1]).reduce((sum, value, at) => {
        const rater = others[(starts[item] ?? 0) + at] ?? 0;
        const own = found.raters.intercepts[rater] ?? 0;
        const error = mean + intercept + own + factor * (found.raters.factors[rater] ?? 0) - value;
        return sum + error * error;
      }, 0);
    const lossWith = (mean: number, intercept: number, factor: number) => {
      const changed = [intercept, factor];
      const squares = Array.from(found.items.factors, (own, item) =>
        squaresOf(item, mean, item === 0 ? changed : [found.items.intercepts[item] ?? 0, own]),
      ).reduce((sum, some) => sum + some, 0);
      const held =
        0.15 * (mean * mean + (intercept * intercept) / 24) + (0.03 * factor * factor) / 24;
      return squares / sides.count + held;
    };
    const [i, f] = [found.items.intercepts[0] ?? 0, found.items.factors[0] ?? 0];
    const best = lossWith(found.mean, i, f);
    for (const step of [-1e-3, 1e-3]) {
      expect(lossWith(found.mean + step, i, f)).toBeGreaterThan(best);
      expect(lossWith(found.mean, i + step, f)).toBeGreaterThan(best);
      expect(lossWith(found.mean, i, f + step)).toBeGreaterThan(best);
    }
  });
});

describe("raters who speak with one voice", () => {
  const minute = 60_000;
  const people = 60;
  /** Everybody rates some of 100 items at times of their own; the last five rate the same twenty within minutes. */
  function withRing(): Rating[] {
    const draw = drawsFrom(5);
    const rows: Rating[] = [];
    for (let rater = 0; rater < people; rater += 1) {
      for (let item = 0; item < 100; item += 1) {
        if (draw() < 0.2)
          rows.push({ rater, item, value: Number(draw() < 0.5), at: draw() * 1e4 * minute });
      }
    }
    for (let rater = people; rater < people + 5; rater += 1) {
      for (let item = 0; item < 20; item += 1) {
        rows.push({ rater, item: item * 5, value: 1, at: item * 500 * minute + rater * minute });
      }
    }
    return rows;
  }

  it("count as one, and are named", () => {
    const { correlated, ratings, voiceOf } = oneVoice(ratingsOf(people + 5, 100, withRing()));
    expect(correlated).toEqual([[60, 61, 62, 63, 64]]);
    expect(ratings.raters).toBe(people + 1);
    expect(new Set(voiceOf.slice(60)).size).toBe(1);
    const voice = voiceOf[60];
    expect(Array.from(ratings.rater).filter((one) => one === voice)).toHaveLength(20);
  });

  it("are not people who meet: all of them answer everything within minutes", () => {
    const rows = Array.from({ length: 30 }, (_, rater) =>
      Array.from({ length: 20 }, (__, item) => ({ rater, item, value: 1, at: item * minute })),
    ).flat();
    expect(oneVoice(ratingsOf(30, 20, rows)).correlated).toEqual([]);
  });

  it("are not people who meet and leave one item out, nor people who came before others were there", () => {
    const all = 25;
    const meet = (left: (rater: number) => number) =>
      Array.from({ length: 30 }, (_, rater) =>
        Array.from({ length: all }, (__, item) => ({ rater, item, value: 1, at: item * minute })),
      )
        .flat()
        .filter(({ rater, item }) => item !== left(rater));
    const later = Array.from({ length: 30 }, (_, rater) =>
      Array.from({ length: 15 }, (__, nth) => (nth + rater) % 100).map((nth) => {
        return { rater, item: all + nth, value: rater % 2, at: (all + nth) * 5_000 * minute };
      }),
    ).flat();
    for (const rows of [
      meet(() => 7),
      meet((rater) => rater % all),
      [...meet(() => 7), ...later],
    ]) {
      expect(oneVoice(ratingsOf(30, 125, rows)).correlated).toEqual([]);
    }
  });

  it("are found where they rate all there is, and others some of it", () => {
    const draw = drawsFrom(7);
    const others = Array.from({ length: people * 20 }, (_, at) => {
      return { rater: Math.floor(at / 20), item: at % 20, value: 1, at: draw() * 1e4 * minute };
    }).filter(() => draw() < 0.25);
    const ring = Array.from({ length: 5 * 20 }, (_, at) => {
      return {
        rater: people + Math.floor(at / 20),
        item: at % 20,
        value: 1,
        at: minute * (at % 20),
      };
    });
    const { correlated } = oneVoice(ratingsOf(people + 5, 20, [...others, ...ring]));
    expect(correlated).toEqual([[60, 61, 62, 63, 64]]);
  });

  it("are not people who come to the same items at other times, or see them otherwise", () => {
    const rows = withRing();
    const late = rows.map((row) =>
      row.rater < people ? row : { ...row, at: row.rater * 1e3 * minute },
    );
    const draw = drawsFrom(2);
    const other = rows.map((row) =>
      row.rater < people ? row : { ...row, value: Number(draw() < 0.5) },
    );
    expect(oneVoice(ratingsOf(people + 5, 100, late)).correlated).toEqual([]);
    expect(oneVoice(ratingsOf(people + 5, 100, other)).correlated).toEqual([]);
  });
});
