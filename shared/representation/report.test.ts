import { expect, test } from "vitest";
import { reportOn } from "./report.ts";

const released = {
  cells: [
    { value: "north", count: 10 },
    { value: "south", count: 90 },
  ],
  rest: 0,
  of: 100,
};

test("who is clearly fewer than they should be is missing, with how many more it would take", () => {
  const [north, south, west] = reportOn(released, [
    { value: "north", target: 4_000 },
    { value: "south", target: 6_000 },
    { value: "west", target: null },
  ]);
  // (10 + 50) / (100 + 50) = 0.4
  expect(north).toMatchObject({ verdict: "missing", wanted: 50, share: { share: 0.1 } });
  // Wilson's interval of 10 in 100: 0.0552 to 0.1744.
  expect(north?.share?.low).toBeCloseTo(0.0552, 4);
  expect(north?.share?.high).toBeCloseTo(0.1744, 4);
  expect(south).toMatchObject({ verdict: "over", wanted: 0 });
  expect(west).toMatchObject({ verdict: null, share: null });
});

test("a share that chance could make out of the target is as it was meant", () => {
  const [north] = reportOn(released, [{ value: "north", target: 1_500 }]);
  expect(north).toMatchObject({ verdict: "as-meant", wanted: 0 });
});
