import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hashBallots, hashText, lotOrder, seedWith } from "./lot-order.ts";

describe("an order by lot", () => {
  it("is by the hash of seed and option", () => {
    const options = ["a", "b", "c"];
    const hashes = options.map((option) => [hashText(`seed/${option}`), option] as const);
    const sorted = hashes.toSorted(([one], [other]) => (one < other ? -1 : 1));
    expect(lotOrder("seed", options)).toEqual(sorted.map(([, option]) => option));
    expect(hashText("abc")).toBe(
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
    );
  });

  it("does not follow from the order in which options are listed", () => {
    const options = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 8 }), { minLength: 2 });
    fc.assert(
      fc.property(fc.string(), options, (seed, listed) => {
        expect(lotOrder(seed, listed.toReversed())).toEqual(lotOrder(seed, listed));
      }),
    );
  });

  it("puts each first about equally often", () => {
    const first = Array.from({ length: 600 }, (_, seed) => lotOrder(`${seed}`, ["a", "b", "c"])[0]);
    for (const option of ["a", "b", "c"]) {
      const times = first.filter((one) => one === option).length;
      expect(times).toBeGreaterThan(150);
      expect(times).toBeLessThan(250);
    }
  });
});

describe("a seed together with the ballots", () => {
  const ballots = ["a", "b", "c"].map((choice, at) => ({
    ballotId: `${at}`,
    ballot: { method: "plurality", choice },
  }));

  it("is another whenever any ballot is, and the server's alone in decisions of before", () => {
    const hash = hashBallots(ballots);
    expect(hash).toBe(
      hashText(
        '["0",{"choice":"a","method":"plurality"}]\n["1",{"choice":"b","method":"plurality"}]\n["2",{"choice":"c","method":"plurality"}]\n',
      ),
    );
    expect(seedWith("seed", hash)).toBe(hashText(`seed/${hash}`));
    expect(seedWith("seed", null)).toBe("seed");
    const others = [ballots.slice(1), ballots.toReversed(), [...ballots, ...ballots]];
    const hashes = [hash, ...others.map(hashBallots)];
    expect(new Set(hashes).size).toBe(hashes.length);
  });

  it("has nothing in it that the server chooses after a ballot was cast", () => {
    const withNonces = (nonce: string) => ballots.map((one) => ({ ...one, nonce }));
    expect(hashBallots(withNonces("one"))).toBe(hashBallots(withNonces("other")));
  });
});
