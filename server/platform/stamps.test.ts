import fc from "fast-check";
import { expect, it } from "vitest";
import { createStamps } from "./stamps.ts";

const stamps = createStamps("a secret of this test");

it("knows again what it stamped, for the same purpose and with the same key alone", () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const stamped = stamps.stamp("form", text);
      expect(stamps.read("form", stamped)).toBe(text);
      expect(stamps.read("other", stamped)).toBeUndefined();
      expect(createStamps("another secret").read("form", stamped)).toBeUndefined();
      expect(stamps.read("form", `x${stamped}`)).toBeUndefined();
    }),
  );
});

it("takes nothing for a stamp that is none", () => {
  for (const wrong of ["", ".", "text", "text.", "text.AAAA", `text.${"A".repeat(43)}`]) {
    expect(stamps.read("form", wrong)).toBeUndefined();
  }
});

it("hashes the same text to the same, and for each purpose differently", () => {
  expect(stamps.hash("a", "x")).toEqual(stamps.hash("a", "x"));
  expect(stamps.hash("a", "x")).not.toEqual(stamps.hash("b", "x"));
  expect(stamps.hash("a", "x")).not.toEqual(createStamps("b").hash("a", "x"));
});
