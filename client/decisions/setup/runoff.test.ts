import { describe, expect, it } from "vitest";
import { decisionOf } from "../testing-decision.ts";
import { leadingOptions, runoffDraft } from "./runoff.ts";
import { rulesOf } from "./draft.ts";

const [a, b, c] = decisionOf().options.map(({ id }) => id) as [string, string, string];
const ranked = (ranking: string[][]) =>
  decisionOf({ status: "closed", result: { tally: { ranking } } } as never);

describe("a runoff", () => {
  it("is between the first two, and whoever is level with the second", () => {
    expect(leadingOptions(ranked([[b], [a], [c]]))).toEqual([b, a]);
    expect(leadingOptions(ranked([[b], [a, c]]))).toEqual([b, a, c]);
    expect(leadingOptions(ranked([[b, c], [a]]))).toEqual([b, c]);
  });

  it("goes by the rules of the decision that left it open, and names it", () => {
    const before = ranked([[b], [a], [c]]);
    const rules = rulesOf(runoffDraft(before, "Once more", 0));
    expect(rules).toMatchObject({
      title: "Once more",
      runoffOf: before.id,
      settings: before.settings,
      opensAt: null,
      positionIds: before.options.slice(0, 2).map(({ positionId }) => positionId),
    });
  });
});
