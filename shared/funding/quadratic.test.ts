import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { quadraticFunding, type QuadraticInput } from "./quadratic.ts";
import { matchUnit } from "./roots.ts";

const ids = ["a", "b", "c", "d"];
const anyInput = fc.record({
  pool: fc.bigInt(0n, 100_000n),
  projects: fc.tuple(
    ...ids.map((id) =>
      fc.record({
        id: fc.constant(id),
        most: fc.option(fc.bigInt(0n, 50_000n)),
        least: fc.bigInt(0n, 2_000n),
      }),
    ),
  ),
  pledges: fc.array(
    fc.record({
      project: fc.constantFrom(...ids),
      contributor: fc.constantFrom("k", "l", "m", "n", "o"),
      amount: fc.bigInt(0n, 500n),
    }),
    { maxLength: 20 },
  ),
  settings: fc.record({
    rule: fc.constant("minus-contributions" as const),
    pairBound: fc.option(fc.bigInt(1n, 100n)),
    spendWholePool: fc.boolean(),
  }),
});
const total = (input: QuadraticInput) =>
  quadraticFunding(input).reduce((sum, { amount }) => sum + amount, 0n);
const unbounded = (input: QuadraticInput): QuadraticInput => ({
  ...input,
  projects: input.projects.map(({ id }) => ({ id, most: null, least: 0n })),
});

describe("quadratic funding", () => {
  it("never pays a unit more than the pool, nor more to anybody than their bound, nor less than is of use", () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        expect(total(input) <= input.pool).toBe(true);
        quadraticFunding(input).forEach(({ amount, isTooLittle }, at) => {
          const { most = null, least = 0n } = input.projects[at] ?? {};
          expect(amount >= 0n && (most === null || amount <= most)).toBe(true);
          expect(amount === 0n || amount >= least).toBe(true);
          expect(isTooLittle && amount > 0n).toBe(false);
        });
      }),
    );
  });

  it("spends the pool to the last unit where that is asked and somebody is matched", () => {
    fc.assert(
      fc.property(anyInput, (given) => {
        const settings = { ...given.settings, spendWholePool: true };
        const input = unbounded({ ...given, settings });
        const isMatched = quadraticFunding(input).some(({ raw }) => raw > 0n);
        expect(total(input)).toBe(isMatched ? input.pool : 0n);
      }),
    );
  });

  it("matches nobody for what one person pledges alone", () => {
    const alone = { project: "a", contributor: "k", amount: 77n };
    const settings = {
      rule: "minus-contributions",
      pairBound: null,
      spendWholePool: true,
    } as const;
    const input = {
      pool: 1_000n,
      projects: [{ id: "a", most: null, least: 0n }],
      pledges: [alone],
      settings,
    };
    expect(total(input)).toBe(0n);
  });

  it("gives less by pairs that agree, and what it gives without a bound where the bound is beyond all", () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const raws = (pairBound: bigint | null) =>
          quadraticFunding({ ...input, settings: { ...input.settings, pairBound } }).map(
            ({ raw }) => raw,
          );
        const [plain, bounded, loose] = [raws(null), raws(50n), raws(10n ** 40n)];
        plain.forEach((raw, at) => {
          expect((bounded[at] ?? 0n) <= raw).toBe(true);
          expect(raw - (loose[at] ?? 0n) <= matchUnit / 10n ** 30n).toBe(true);
        });
      }),
    );
  });

  it("takes M / (M + what two have in common) of what a pair matches", () => {
    const pledges = ["k", "l"].map((contributor) => ({ project: "a", contributor, amount: 25n }));
    const settings = {
      rule: "minus-contributions",
      pairBound: 25n,
      spendWholePool: false,
    } as const;
    const input = {
      pool: 1_000n,
      projects: [{ id: "a", most: null, least: 0n }],
      pledges,
      settings,
    };
    // Twice 5 * 5, times 25 / (25 + 25).
    expect(total(input)).toBe(25n);
  });

  it("refuses pledges below nothing and to projects that are not there", () => {
    const settings = {
      rule: "minus-contributions",
      pairBound: null,
      spendWholePool: true,
    } as const;
    const projects = [{ id: "a", most: null, least: 0n }];
    const of = (project: string, amount: bigint) => () =>
      quadraticFunding({
        pool: 1n,
        projects,
        pledges: [{ project, contributor: "k", amount }],
        settings,
      });
    expect(of("a", -1n)).toThrow(RangeError);
    expect(of("z", 1n)).toThrow(RangeError);
  });
});
