import { expect, it } from "vitest";
import { polisFileOf } from "./polis-file-name.ts";

it.each([
  ["comments.csv", "comments.csv"],
  ["Votes.CSV", "votes.csv"],
  ["votes.csv.gz", "votes.csv"],
  ["participants-votes.csv", "participants-votes.csv"],
  ["participant-votes.csv.gz", "participants-votes.csv"],
  ["2024-05-01-r2abc-participants-votes.csv", "participants-votes.csv"],
  ["vtaiwan.summary.csv", "summary.csv"],
  ["downvotes.csv", undefined],
  ["comments.csv.exe", undefined],
  ["", undefined],
])("knows %s as %s", (name, file) => {
  expect(polisFileOf(name)).toBe(file);
});
