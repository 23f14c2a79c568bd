import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { openPolisComments } from "./polis-comments.ts";
import { type Checked, describePolisFault } from "./polis-fault.ts";
import { openPolisMatrix } from "./polis-matrix.ts";
import type { PolisLatestResponse } from "./polis-report.ts";
import { readPolisSummary } from "./polis-summary.ts";
import { PolisSurvey } from "./polis-survey.ts";
import { openPolisVotes } from "./polis-votes.ts";

function rowsOf(conversation: string, file: string): string[][] {
  const url = new URL(`../../db/seed/polis/${conversation}/${file}.gz`, import.meta.url);
  return parse(gunzipSync(readFileSync(url)), { bom: true, relax_column_count: true });
}

function value<T>(checked: Checked<T>): T {
  if (checked.ok) return checked.value;
  throw new Error(describePolisFault(checked.fault));
}

type VoteFile = "votes.csv" | "participants-votes.csv";

function survey(conversation: string, files: readonly VoteFile[]): PolisSurvey {
  const [header = [], ...rows] = rowsOf(conversation, "comments.csv");
  const reader = value(openPolisComments(header));
  const comments = rows.map((row) => value(reader.read(row)));
  const ids = new Set(comments.map(({ id }) => id));
  const result = new PolisSurvey(comments);
  if (files.includes("votes.csv")) {
    const [names = [], ...votes] = rowsOf(conversation, "votes.csv");
    const voteReader = value(openPolisVotes(names, ids));
    for (const row of votes) result.vote(value(voteReader.read(row)));
  }
  if (files.includes("participants-votes.csv")) {
    const [names = [], ...people] = rowsOf(conversation, "participants-votes.csv");
    const matrixReader = value(openPolisMatrix(names, ids));
    for (const row of people) result.participant(value(matrixReader.read(row)));
  }
  return result;
}

const both = ["votes.csv", "participants-votes.csv"] as const;
const key = (answer: PolisLatestResponse): string =>
  `${answer.commentId} ${answer.voterId} ${answer.response}`;

describe("the published export of vTaiwan's Uber conversation", () => {
  it("comes in with the counts of its source, and its files agree with each other", () => {
    const summary = value(readPolisSummary(rowsOf("vtaiwan.uberx", "summary.csv")));
    expect(value(survey("vtaiwan.uberx", both).finish({ summary }))).toEqual({
      source: "votes.csv",
      agree: 1,
      comments: 197,
      voters: 1921,
      events: 49_997,
      latest: 49_443,
      responses: { agree: 31_029, disagree: 11_894, pass: 6_520 },
      notes: [],
    });
  });

  it("gives the same last answers by its history as by its matrix alone", () => {
    const history = survey("vtaiwan.uberx", ["votes.csv"]);
    const matrix = survey("vtaiwan.uberx", ["participants-votes.csv"]);
    const report = value(matrix.finish());
    expect(report).toMatchObject({ source: "participants-votes.csv", agree: 1, latest: 49_443 });
    expect(report.notes).toEqual([]);
    const byHistory = new Set([...history.latest(1)].map(key));
    const byMatrix = new Set([...matrix.latest(report.agree)].map(key));
    expect(byMatrix).toEqual(byHistory);
    expect([...matrix.latest(1)].every(({ time }) => time === null)).toBe(true);
  });

  it("keeps what the conversation was about", () => {
    const summary = value(readPolisSummary(rowsOf("vtaiwan.uberx", "summary.csv")));
    expect(summary.topic).toBe("UberX 自用車載客 — vTaiwan.tw");
    expect(summary.url).toBe("https://pol.is/3phdex2kjf");
    expect(summary.description).toContain("vTaiwan");
    expect(summary).toMatchObject({ voters: 1921, comments: 197 });
  });

  it("keeps who was moderated how", () => {
    const [header = [], ...rows] = rowsOf("vtaiwan.uberx", "comments.csv");
    const reader = value(openPolisComments(header));
    const found = { rejected: 0, unmoderated: 0, accepted: 0 };
    for (const row of rows) found[value(reader.read(row)).moderation] += 1;
    expect(found).toEqual({ rejected: 78, unmoderated: 20, accepted: 99 });
  });
});

describe("the published export of the 15-dollar conversation of Seattle", () => {
  it("comes in with the counts of its source, and its files agree with each other", () => {
    const summary = value(readPolisSummary(rowsOf("opendata-15-per-hour-seattle", "summary.csv")));
    expect(value(survey("opendata-15-per-hour-seattle", both).finish({ summary }))).toEqual({
      source: "votes.csv",
      agree: 1,
      comments: 54,
      voters: 339,
      events: 2_995,
      latest: 2_872,
      responses: { agree: 1_358, disagree: 922, pass: 592 },
      notes: [],
    });
  });
});
