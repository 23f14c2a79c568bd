import { expect, it } from "vitest";
import { lookAt, missingOf, withMore } from "./chosen-files.ts";

const file = (name: string) => new File(["x"], name);

it("knows the files of an export by their names, and says which it does not know", () => {
  const chosen = lookAt(["comments.csv", "notes.pdf", "votes.csv.gz", "old-votes.csv"].map(file));
  expect(chosen.map(({ kind, fault }) => [kind, fault])).toEqual([
    ["comments.csv", null],
    [undefined, "unknown"],
    ["votes.csv", null],
    ["votes.csv", "twice"],
  ]);
});

it("asks for the statements, and for votes in either form", () => {
  const missing = (...names: string[]) => missingOf(lookAt(names.map(file)));
  expect(missing()).toEqual(["comments", "votes"]);
  expect(missing("comments.csv", "summary.csv")).toEqual(["votes"]);
  expect(missing("comments.csv", "participants-votes.csv")).toEqual([]);
  expect(missing("debate.json")).toEqual([]);
  expect(missing("votes.csv")).toEqual(["comments"]);
});

it("puts a file that is chosen again in the place of the earlier one", () => {
  const again = withMore([file("comments.csv"), file("votes.csv")], [file("votes.csv")]);
  expect(again.map(({ name }) => name)).toEqual(["comments.csv", "votes.csv"]);
});
