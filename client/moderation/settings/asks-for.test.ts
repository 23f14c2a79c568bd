import { expect, test } from "vitest";
import { asksFor } from "./asks-for.ts";

test("what a level of trust asks leaves out what everybody has, and never how few actions there may be", () => {
  expect(asksFor({ measure: "contributions", need: 0 })).toBe(false);
  expect(asksFor({ measure: "contributions", need: 1 })).toBe(true);
  expect(asksFor({ measure: "actions", need: 0 })).toBe(true);
});
