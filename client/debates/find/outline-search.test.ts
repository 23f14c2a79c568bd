import { describe, expect, it } from "vitest";
import { criteriaOf, outlineSearch, searchOf } from "./outline-search.ts";

const by = "0199f3a0-0000-7000-8000-000000000000";

describe("the address of a narrowed outline", () => {
  it("says what was asked for, and is read as such again", () => {
    const criteria = { only: ["unsourced", "new"], by, in: "zh-TW" } as const;
    expect(searchOf(criteria)).toEqual({ only: "unsourced.new", by, in: "zh-TW" });
    expect(criteriaOf({ ...searchOf(criteria) })).toEqual(criteria);
  });

  it("is the same in whatever order things were asked for", () => {
    expect(searchOf({ only: ["new", "unsourced"] })).toEqual({ only: "unsourced.new" });
  });

  it("leaves out what asks for nothing or makes no sense", () => {
    expect(outlineSearch({})).toEqual({});
    const odd = { only: "everything.", by: "<script>", in: ["en"], other: "x" };
    expect(outlineSearch(odd)).toEqual({});
    expect(outlineSearch({ only: "new.nonsense.new" })).toEqual({ only: "new" });
  });
});
