import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Holder, rootUnit, weigh, Weighting, weightUnit } from "./weighting.ts";

const snapshotId = "01930000-0000-7000-8000-000000000001";
const holding = (...tokens: bigint[]) =>
  tokens.map((held): Holder => ({ role: "member", tokens: held }));
const holdings = fc
  .array(fc.bigInt({ min: 0n, max: 10n ** 30n }), { minLength: 1, maxLength: 30 })
  .map((all) => holding(...all));

describe("a vote weighs", () => {
  it("one where each person has one, whatever they hold", () => {
    expect(weigh({ kind: "one-person" }, holding(0n, 5n, 900n))).toEqual([1n, 1n, 1n]);
  });

  it("as much as its voter holds, by tokens", () => {
    expect(weigh({ kind: "token", snapshotId }, holding(0n, 5n, 900n))).toEqual([0n, 5n, 900n]);
  });

  it("the square root of what its voter holds, to six decimals, cut off", () => {
    const weights = weigh({ kind: "square-root", snapshotId }, holding(0n, 2n, 9n, 10n ** 27n));
    expect(weights).toEqual([0n, 1_414_213n, 3_000_000n, 31_622_776_601_683_793_319n]);
    expect(weightUnit({ kind: "square-root", snapshotId }, 18)).toBe(rootUnit);
  });

  it("no more than the cap, a share of what all electors hold", () => {
    const weighting = { kind: "capped-token", snapshotId, percent: 10 } as const;
    expect(weigh(weighting, holding(1n, 9n, 90n))).toEqual([1n, 9n, 10n]);
  });

  it("what the rules say of its voter's role", () => {
    const weighting = { kind: "role", weights: { owner: 3, moderator: 2, member: 0 } } as const;
    const people = (["owner", "moderator", "member"] as const).map((role) => {
      return { role, tokens: 7n };
    });
    expect(weigh(weighting, people)).toEqual([3n, 2n, 0n]);
  });

  it("never more for whoever holds less", () => {
    const weightings: Weighting[] = [
      { kind: "token", snapshotId },
      { kind: "square-root", snapshotId },
      { kind: "capped-token", snapshotId, percent: 5 },
    ];
    fc.assert(
      fc.property(holdings, fc.constantFrom(...weightings), (holders, weighting) => {
        const weights = weigh(weighting, holders);
        const isMore = (one: number, other: number) =>
          (holders[one]?.tokens ?? 0n) <= (holders[other]?.tokens ?? 0n) &&
          (weights[one] ?? 0n) > (weights[other] ?? 0n);
        const places = holders.map((_, at) => at);
        expect(places.some((one) => places.some((other) => isMore(one, other)))).toBe(false);
      }),
      { numRuns: 40 },
    );
  });
});

it("roles that all weigh nothing are no weighting", () => {
  const none = { kind: "role", weights: { owner: 0, moderator: 0, member: 0 } };
  expect(Weighting.safeParse(none).error?.issues[0]?.message).toBe(
    "one of the roles weighs something",
  );
});
