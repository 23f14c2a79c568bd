import fc from "fast-check";
import { expect, it } from "vitest";
import { type TrustFacts, trustLevel, trustLevels, trustThresholds } from "./trust.ts";

const facts: fc.Arbitrary<TrustFacts> = fc.record({
  activeDays: fc.nat(20),
  contributions: fc.nat(40),
  wellPutBy: fc.nat(10),
  acceptedSources: fc.nat(5),
  actions: fc.nat(3),
});
const rank = (one: TrustFacts) => trustLevels.indexOf(trustLevel(one));

it("is reached at each threshold, and not just below any of it", () => {
  for (const level of ["member", "trusted"] as const) {
    const needs = trustThresholds[level];
    expect(trustLevel(needs)).toBe(level);
    expect(trustLevel({ ...needs, actions: needs.actions + 1 })).not.toBe(level);
    for (const one of ["activeDays", "contributions", "wellPutBy"] as const) {
      expect(trustLevel({ ...needs, [one]: needs[one] - 1 })).not.toBe(level);
    }
  }
});

it("is never lost by something constructive, nor won by an action against one", () => {
  fc.assert(
    fc.property(facts, (one) => {
      for (const more of ["activeDays", "contributions", "wellPutBy", "acceptedSources"] as const) {
        expect(rank({ ...one, [more]: one[more] + 1 })).toBeGreaterThanOrEqual(rank(one));
      }
      expect(rank({ ...one, actions: one.actions + 1 })).toBeLessThanOrEqual(rank(one));
    }),
  );
});

it("is not earned by time alone", () => {
  const time = {
    activeDays: 1_000,
    contributions: 0,
    wellPutBy: 0,
    acceptedSources: 0,
    actions: 0,
  };
  expect(trustLevel(time)).toBe("newcomer");
});
