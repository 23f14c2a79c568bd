import { describe, expect, it } from "vitest";
import { countBallots } from "./index.ts";

/** The same shuffle each time: by a linear congruential generator (Knuth's MMIX constants). */
function shuffled(options: readonly string[], seed: bigint): string[] {
  let state = seed;
  const keyed = options.map((option) => {
    state = BigInt.asUintN(64, state * 6_364_136_223_846_793_005n + 1_442_695_040_888_963_407n);
    return { option, key: state >> 32n };
  });
  return keyed.toSorted((a, b) => (a.key < b.key ? -1 : 1)).map(({ option }) => option);
}

describe("ranked pairs of very many options and few ballots, where nearly all wins are equally strong", () => {
  it(
    "ends in time, and says that not every order of them was followed",
    { timeout: 20_000 },
    () => {
      const options = Array.from({ length: 150 }, (_, at) => `option ${at}`);
      const ballots = Array.from({ length: 10 }, (_, at) => ({
        weight: 1n,
        ballot: {
          method: "ranked-pairs" as const,
          ranking: shuffled(options, BigInt(at)).map((option) => [option]),
        },
      }));
      const settings = { method: "ranked-pairs", unranked: "last", strength: "winning" } as const;
      const { tie } = countBallots({ options, ballots, settings });
      expect(tie).toMatchObject({ isExact: false });
    },
  );
});
