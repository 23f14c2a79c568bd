import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalJson } from "../merkle/canonical-json.ts";
import { isSameJson } from "./same-json.ts";

describe("what was read as JSON and what was computed", () => {
  it("are the same where they are the same in canonical JSON, and only there", () => {
    const value = fc.jsonValue({ maxDepth: 3 });
    const either = fc.oneof(
      value.map((one) => [one, one] as const),
      fc.tuple(value, value),
      fc.tuple(fc.array(fc.integer({ max: 2 })), fc.array(fc.integer({ max: 2 }))),
    );
    fc.assert(
      fc.property(either, ([one, other]) => {
        const read: unknown = JSON.parse(JSON.stringify(one));
        expect(isSameJson(read, other)).toBe(canonicalJson(one) === canonicalJson(other));
      }),
      { numRuns: 500 },
    );
  });

  it("are the same whether numbers stand in arrays or typed ones, pairs in lists or maps, nothing as null or not at all", () => {
    expect(isSameJson([0.5, -1], Float64Array.of(0.5, -1))).toBe(true);
    expect(isSameJson([0.5], Float64Array.of(0.5, -1))).toBe(false);
    expect(isSameJson([[2, [1]]], new Map([[2, Uint8Array.of(1)]]))).toBe(true);
    expect(isSameJson({ a: null }, { a: undefined })).toBe(true);
    expect(isSameJson({}, { a: undefined })).toBe(false);
    expect(isSameJson({ a: 1, b: 2 }, { a: 1 })).toBe(false);
    expect(isSameJson([0], Float64Array.of(-0))).toBe(true);
    expect(isSameJson([null], Float64Array.of(Number.NaN))).toBe(false);
    expect(isSameJson(undefined, undefined)).toBe(true);
    expect(isSameJson({ length: 0 }, [])).toBe(false);
  });
});
