import { expect, it } from "vitest";
import type { Suggestion } from "#shared/contract/suggestions.ts";
import { withSuggestion } from "./queries.ts";

function suggestion(id: string, change: Partial<Suggestion> = {}): Suggestion {
  return {
    id,
    claimId: "claim",
    claimVersion: 1,
    text: "They knew it.",
    reason: "",
    author: { id: `author of ${id}`, name: "Ada", kind: "member" },
    supporters: [],
    status: "open",
    createdAt: `2026-01-0${id}T00:00:00.000Z`,
    settled: null,
    ...change,
  };
}
const idsOf = (list: readonly Suggestion[]) => list.map(({ id }) => id);

it("keeps suggestions in the order in which they came, each once, as it is now", () => {
  const list = [suggestion("1"), suggestion("3")];
  expect(idsOf(withSuggestion(list, suggestion("2")))).toEqual(["1", "2", "3"]);
  const [first] = withSuggestion(list, suggestion("1", { text: "They know it." }));
  expect(first?.text).toBe("They know it.");
});

it("lets go of what was answered", () => {
  const list = [suggestion("1"), suggestion("2")];
  for (const status of ["accepted", "declined", "withdrawn"] as const) {
    expect(idsOf(withSuggestion(list, suggestion("1", { status })))).toEqual(["2"]);
  }
});

it("has one suggestion of a person at a claim: a renewed one takes the place of the former", () => {
  const former = suggestion("1");
  const { author } = former;
  const elsewhere = suggestion("2", { author, claimId: "another" });
  const renewed = suggestion("3", { author, claimVersion: 2 });
  expect(idsOf(withSuggestion([former, elsewhere], renewed))).toEqual(["2", "3"]);
});
