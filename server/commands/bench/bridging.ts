import { type Bridging, bridging } from "#shared/opinions/bridging/bridging.ts";
import { communityNotes } from "#shared/opinions/bridging/factorise.ts";
import type { Ratings } from "#shared/opinions/bridging/ratings.ts";
import { drawsFrom } from "#shared/opinions/draws.ts";
import type { Figure } from "./figures.ts";
import { timed } from "./tally-votes.ts";

const size = { raters: 93_000, items: 10_000, ratings: 5_000_000 };

/** Items have a quality and a viewpoint, raters a generosity and a viewpoint; they rate in three steps. */
function planted(): { ratings: Ratings; quality: Float64Array } {
  const draw = drawsFrom(17);
  const normal = () => Math.sqrt(-2 * Math.log(draw())) * Math.cos(2 * Math.PI * draw());
  const normals = (count: number, width: number) =>
    Float64Array.from({ length: count }, () => width * normal());
  const quality = normals(size.items, 0.25);
  const viewpoint = normals(size.items, 0.4);
  const generosity = normals(size.raters, 0.15);
  const side = Float64Array.from(
    { length: size.raters },
    () => (draw() < 0.6 ? -1 : 1) * (0.5 + draw() / 2),
  );
  const rater = new Uint32Array(size.ratings);
  const item = new Uint32Array(size.ratings);
  const value = new Float32Array(size.ratings);
  for (let row = 0; row < size.ratings; row += 1) {
    const who = row % size.raters;
    // Each rates items that are apart from each other, none twice.
    const what = (who * 7_919 + Math.floor(row / size.raters) * 181) % size.items;
    const felt =
      0.5 +
      (quality[what] ?? 0) +
      (generosity[who] ?? 0) +
      (side[who] ?? 0) * (viewpoint[what] ?? 0) +
      0.3 * normal();
    rater[row] = who;
    item[row] = what;
    value[row] = felt > 2 / 3 ? 1 : felt < 1 / 3 ? 0 : 0.5;
  }
  return { ratings: { raters: size.raters, items: size.items, rater, item, value }, quality };
}

function correlation(one: readonly number[], other: readonly number[]): number {
  const mean = (values: readonly number[]) =>
    values.reduce((sum, value) => sum + value, 0) / values.length;
  const [a, b] = [mean(one), mean(other)];
  let [both, first, second] = [0, 0, 0];
  for (const [at, value] of one.entries()) {
    const [x, y] = [value - a, (other[at] ?? 0) - b];
    both += x * y;
    first += x * x;
    second += y * y;
  }
  return both / Math.sqrt(first * second);
}

/** Bridging scores of many items: how long they take, and whether they find the quality that was planted. */
export function benchBridging(): Figure[] {
  const { ratings, quality } = planted();
  let items: readonly Bridging[] = [];
  const ms = timed(() => {
    ({ items } = bridging(ratings, communityNotes));
  });
  const known = items.flatMap(({ score }, at) =>
    score === null ? [] : [[score, quality[at] ?? 0] as const],
  );
  const agreement = correlation(
    known.map(([score]) => score),
    known.map(([, planted]) => planted),
  );
  const what = `bridging of ${size.items} items by ${size.ratings} ratings`;
  return [
    {
      what,
      ours: ms,
      limit: { name: "three fifths of numpy", value: 5_000 },
      unit: "ms",
      better: "less",
      goal: 1,
    },
    {
      what: `${what}: planted quality`,
      ours: agreement,
      limit: { name: "the same order", value: 1 },
      unit: "corr.",
      better: "more",
      goal: 0.95,
    },
  ];
}
