import { describe, expect, it } from "vitest";
import { methodIds, methods, Settings } from "#shared/voting/index.ts";
import { methodFacts, offeredMethods } from "./method-facts.ts";

describe("what pages know of methods", () => {
  it("is of every method that decisions offer", () => {
    expect(offeredMethods.toSorted()).toEqual(methodIds.toSorted());
  });

  it.each(methodIds)("agrees with the count of %s", (method) => {
    const { kind, settings } = methodFacts[method];
    expect(kind).toBe(methods[method].ballotKind);
    expect(Settings.parse(settings)).toEqual(settings);
  });

  it("keeps methods of one group together, so that each heading stands once", () => {
    const groups = offeredMethods.map((method) => methodFacts[method].group);
    const headings = groups.filter((group, at) => group !== groups[at - 1]);
    expect(new Set(headings).size).toBe(headings.length);
  });
});
