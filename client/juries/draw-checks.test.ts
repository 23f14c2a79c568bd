import { expect, it } from "vitest";
import { testDraw } from "#shared/lottery/testing-draw.ts";
import { drawFaultCodes, verifyDraw } from "#shared/lottery/verify.ts";
import { checksOf } from "./draw-checks.ts";

const states = (found: Parameters<typeof checksOf>[0], isEntered = true) =>
  Object.fromEntries(checksOf(found, isEntered).map(({ id, state }) => [id, state]));

it("a draw that is right passes every check; without the record one of them is left out", () => {
  const found = verifyDraw(testDraw());
  expect(new Set(Object.values(states(found)))).toEqual(new Set(["ok"]));
  expect(states(found, false)).toMatchObject({ ledger: "skipped", pool: "ok", draw: "ok" });
});

it("what was changed fails where it was changed", () => {
  const right = testDraw();
  const [first = "", ...others] = right.seated;
  const swapped = verifyDraw({ ...right, seated: [...others, first] });
  expect(states(swapped)).toMatchObject({ pool: "ok", seed: "ok", draw: "failed" });
  const other = verifyDraw(right, { poolHash: "0".repeat(64) });
  expect(states(other)).toMatchObject({ ledger: "failed", pool: "ok" });
  const fewer = verifyDraw({ ...right, pool: right.pool.slice(1) });
  expect(states(fewer)).toMatchObject({ pool: "failed" });
});

it("what is not a draw fails as such, and nothing else is said of it", () => {
  const { document, ...others } = states(verifyDraw({ some: "thing" }));
  expect(document).toBe("failed");
  expect(new Set(Object.values(others))).toEqual(new Set(["skipped"]));
});

it("before the randomness is known only the pool can be checked", () => {
  const waiting = {
    ...testDraw(),
    seed: null,
    seated: [],
    reserve: [],
    replacements: [],
    opened: [],
  };
  expect(states(verifyDraw(waiting))).toMatchObject({
    pool: "ok",
    seats: "ok",
    seed: "skipped",
    draw: "skipped",
    replacements: "skipped",
    names: "skipped",
  });
});

it("every fault that there is is found by a check", () => {
  for (const code of drawFaultCodes) {
    const failed = checksOf({ faults: [{ code, values: {} }], document: testDraw() }, true);
    expect(failed.filter(({ state }) => state === "failed")).toHaveLength(1);
  }
});
