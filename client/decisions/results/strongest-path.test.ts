import { describe, expect, it } from "vitest";
import { countBallots } from "#shared/voting/index.ts";
import { pathOf } from "./strongest-path.ts";

// The worked example of Schulze's paper: 45 voters, five options, E wins.
const columns: [number, string][] = [
  [5, "acbed"],
  [5, "adecb"],
  [8, "bedac"],
  [3, "cabed"],
  [7, "caebd"],
  [2, "cbade"],
  [7, "dceba"],
  [8, "ebadc"],
];
const tally = countBallots({
  options: ["a", "b", "c", "d", "e"],
  settings: { method: "schulze", unranked: "last" },
  ballots: columns.flatMap(([times, order]) =>
    Array.from({ length: times }, () => ({
      ballot: { method: "schulze" as const, ranking: order.split("").map((one) => [one]) },
      weight: 1n,
    })),
  ),
});

describe("the strongest path", () => {
  const preferred = tally.pairs?.preferred ?? [];
  const path = (from: number, to: number) =>
    pathOf(preferred, { from, to }, tally.paths?.[from]?.[to] ?? 0n)
      .map((place) => tally.options[place])
      .join("");

  it("is the direct one where that is the strongest, else the way around", () => {
    expect(tally.winners).toEqual(["e"]);
    expect(path(0, 3)).toBe("ad");
    expect(preferred[4]?.[0]).toBe(23n);
    expect(path(4, 0)).toBe("eba");
  });

  it("is as strong as the count says, between each two options", () => {
    preferred.forEach((_, from) => {
      preferred.forEach((__, to) => {
        const strength = tally.paths?.[from]?.[to] ?? 0n;
        if (from === to || strength === 0n) return;
        const places = pathOf(preferred, { from, to }, strength);
        const steps = places.slice(1).map((place, at) => preferred[places[at] ?? 0]?.[place] ?? 0n);
        expect(steps.toSorted((one, other) => (one < other ? -1 : 1))[0]).toBe(strength);
      });
    });
  });

  it("is none where nothing is won", () => {
    expect(
      pathOf(
        [
          [0n, 1n],
          [1n, 0n],
        ],
        { from: 0, to: 1 },
        0n,
      ),
    ).toEqual([]);
  });
});
