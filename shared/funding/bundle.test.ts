import { expect, it } from "vitest";
import { hashText } from "../counting/lot-order.ts";
import { canonicalJson } from "../merkle/canonical-json.ts";
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

it("a title that is out of sight is known by its hash, and by no other", () => {
  const bundle = testRoundBundle();
  const hidden = (title: string) => ({
    ...bundle,
    projects: bundle.projects.map((one) => {
      return one.id === "garden" ? { ...one, title: "…", titleHash: hashText(title) } : one;
    }),
  });
  expect(recountBundle(hidden("The garden")).projects).toBe(true);
  expect(recountBundle(hidden("The palace")).projects).toBe(false);
});

it("rounds that opened when no title could be hidden are right as they were published", () => {
  const bundle = testRoundBundle();
  const projectsHash = hashText(canonicalJson(bundle.projects));
  expect(recountBundle({ ...bundle, projectsHash }).projects).toBe(true);
});
