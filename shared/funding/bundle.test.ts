import { expect, it } from "vitest";
import { hashText } from "../counting/lot-order.ts";
import { recountBundle, roundBundleFrom } from "./bundle.ts";
import { testRoundBundle } from "./testing-bundle.ts";

it.each([
  ["projects", { projectsHash: hashText("others") }],
  ["seed", { seedHash: hashText("another") }],
  ["ballots", { ballotsHash: hashText("others") }],
  ["outcome", { budget: 900 }],
])("%s that were changed after the fact are found", (part, change) => {
  expect(recountBundle(testRoundBundle())).toMatchObject({ [part]: true });
  expect(recountBundle({ ...testRoundBundle(), ...change })).toMatchObject({ [part]: false });
});

it("a bundle is read as it was written, and not where it can't be counted", () => {
  const bundle = testRoundBundle();
  expect(roundBundleFrom(JSON.parse(JSON.stringify(bundle)))).toEqual(bundle);
  const strange = { ballot: { form: "approval", projects: ["palace"] }, heads: 1 };
  const [first] = bundle.projects;
  for (const change of [
    { ballots: [strange] },
    { budget: -1 },
    { settings: {} },
    { projects: [first, first] },
    { format: "something" },
  ]) {
    expect(roundBundleFrom({ ...bundle, ...change })).toBeUndefined();
  }
});
