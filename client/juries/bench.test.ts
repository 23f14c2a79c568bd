import { expect, it } from "vitest";
import { testDraw } from "#shared/lottery/testing-draw.ts";
import { placesOf, strataOf } from "./bench.ts";

const drawn = testDraw();

it("everybody of the pool has one place, those who were drawn first", () => {
  const places = placesOf(drawn);
  expect(places.map(({ place }) => place)).toEqual(drawn.pool.map((_, at) => at + 1));
  expect(places.slice(0, 5).map(({ pseudonym }) => pseudonym)).toEqual(drawn.seated);
});

it("whoever declined has left, whoever came for them has come, the others sit or wait", () => {
  const places = placesOf(drawn);
  const [replacement] = drawn.replacements;
  const fateOf = (name: string | null | undefined) =>
    places.find(({ pseudonym }) => pseudonym === name);
  expect(fateOf(replacement?.out)).toMatchObject({ fate: "left", why: "declined" });
  expect(fateOf(replacement?.successor)).toMatchObject({ fate: "came", why: null });
  const count = (fate: string) => places.filter((one) => one.fate === fate).length;
  expect([count("sits"), count("came"), count("left"), count("reserve")]).toEqual([4, 1, 1, 6]);
  expect(places.filter(({ memberId }) => memberId !== null)).toHaveLength(1);
});

it("strata hold everybody once, each in the order of the lot", () => {
  const strata = strataOf(placesOf(drawn));
  expect(strata.map(({ tenure }) => tenure)).toEqual(["earlier", "later"]);
  expect(strata.flatMap(({ places }) => places)).toHaveLength(drawn.pool.length);
  for (const { places } of strata) {
    const order = places.map(({ place }) => place);
    expect(order).toEqual(order.toSorted((a, b) => a - b));
  }
});
