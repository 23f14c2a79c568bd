import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Weights } from "./exact-sums.ts";

const cast = (weights: readonly bigint[]) => weights.map((weight) => ({ ballot: null, weight }));

describe("sums of weights", () => {
  it("are exact for weights of any size", () => {
    const weight = fc.oneof(
      fc.bigInt(0n, 3n),
      fc.bigInt(2n ** 53n - 2n, 2n ** 53n + 2n),
      fc.bigInt(0n, 10n ** 60n),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(weight, fc.nat(3))), (entries) => {
        const weights = new Weights(cast(entries.map(([amount]) => amount)));
        const sums = weights.sums(4);
        entries.forEach(([, cell], at) => sums.add(cell, at));
        for (const cell of [0, 1, 2, 3]) {
          const own = entries.filter(([, other]) => other === cell);
          expect(sums.read(cell)).toBe(own.reduce((sum, [amount]) => sum + amount, 0n));
        }
        expect(weights.total).toBe(entries.reduce((sum, [amount]) => sum + amount, 0n));
      }),
    );
  });

  it("are exact where every limb of many weights is full", () => {
    const most = 2n ** 120n - 1n;
    expect(new Weights(cast(Array.from({ length: 4096 }, () => most))).total).toBe(4096n * most);
  });

  it("know no negative weight", () => {
    expect(() => new Weights(cast([1n, -1n]))).toThrow(RangeError);
  });
});
