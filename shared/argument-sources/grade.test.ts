import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isContested, mainFault, reviewersOf } from "./grade.ts";

const none = { supports: 0, irrelevant: 0, misrepresents: 0, broken: 0 };
const counts = fc.record({
  supports: fc.nat(50),
  irrelevant: fc.nat(50),
  misrepresents: fc.nat(50),
  broken: fc.nat(50),
});

describe("the grade of a source", () => {
  it("is contested from two reviewers on, where faults weigh up support", () => {
    expect(isContested(none)).toBe(false);
    expect(isContested({ ...none, broken: 1 })).toBe(false);
    expect(isContested({ ...none, broken: 2 })).toBe(true);
    expect(isContested({ ...none, supports: 1, misrepresents: 1 })).toBe(true);
    expect(isContested({ ...none, supports: 2, irrelevant: 1 })).toBe(false);
    expect(isContested({ ...none, supports: 2, irrelevant: 1, broken: 1 })).toBe(true);
  });

  it("never gets better by a fault or worse by support", () => {
    const fault = fc.constantFrom("irrelevant", "misrepresents", "broken");
    const holds = fc.property(counts, fault, (of, found) => {
      const worse = isContested({ ...of, [found]: of[found] + 1 });
      const better = isContested({ ...of, supports: of.supports + 1 });
      if (isContested(of)) return worse;
      return reviewersOf(of) < 2 || !better;
    });
    expect(fc.check(holds).failed).toBe(false);
  });

  it("names the fault that most find, of equals the graver", () => {
    expect(mainFault({ ...none, supports: 4 })).toBeNull();
    expect(mainFault({ ...none, irrelevant: 2, broken: 1 })).toBe("irrelevant");
    expect(mainFault({ ...none, irrelevant: 1, broken: 1, misrepresents: 1 })).toBe(
      "misrepresents",
    );
  });
});
