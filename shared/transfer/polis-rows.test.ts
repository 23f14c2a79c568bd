import { describe, expect, it } from "vitest";
import { openPolisComments } from "./polis-comments.ts";
import { type Checked, describePolisFault } from "./polis-fault.ts";
import { openPolisMatrix } from "./polis-matrix.ts";
import type { PolisReader } from "./polis-row.ts";
import { readPolisSummary } from "./polis-summary.ts";
import { openPolisVotes } from "./polis-votes.ts";

const commentHeader =
  "timestamp,datetime,comment-id,author-id,agrees,disagrees,moderated,comment-body";
const voteHeader = "timestamp,datetime,comment-id,voter-id,vote";
const split = (line: string): string[] => line.split(",");

/** The first fault that a reader finds in these lines, as a sentence, or the values that they hold. */
function read<T>(opened: Checked<PolisReader<T>>, lines: readonly string[]): T[] | string {
  if (!opened.ok) return describePolisFault(opened.fault);
  const values: T[] = [];
  for (const line of lines) {
    const checked = opened.value.read(split(line));
    if (!checked.ok) return describePolisFault(checked.fault);
    values.push(checked.value);
  }
  return values;
}

const comments = (lines: readonly string[], header = commentHeader) =>
  read(openPolisComments(split(header)), lines);
const votes = (lines: readonly string[], header = voteHeader) =>
  read(openPolisVotes(split(header), new Set([0, 1])), lines);
const matrix = (lines: readonly string[], header: string) =>
  read(openPolisMatrix(split(header), new Set([0, 1])), lines);

describe("comments.csv", () => {
  it("is read by column name, in any order, with a byte order mark and further columns", () => {
    const header = "\uFEFFcomment-id,timestamp,author-id,moderated,importance,comment-body";
    expect(comments(["7,1472552518501,3,-1,2, Hello "], header)).toEqual([
      {
        id: 7,
        authorId: 3,
        time: 1_472_552_518_501,
        body: "Hello",
        moderation: "rejected",
        agrees: null,
        disagrees: null,
      },
    ]);
  });

  it("may count time in seconds, as newer exports do", () => {
    expect(comments(["1472552518,x,0,1,2,3,1,Hello"])).toMatchObject([{ time: 1_472_552_518_000 }]);
  });

  it.each([
    {
      name: "the header of another file",
      lines: [],
      header: voteHeader,
      sentence:
        'row 1, column "author-id": the header must name this column (found: timestamp,datetime,comment-id,voter-id,vote)',
    },
    {
      name: "a column twice",
      lines: [],
      header: `${commentHeader},agrees`,
      sentence:
        'row 1, column "agrees": the header must name each column once (found: timestamp,datetime,comment-id,author-id,agrees,disagrees,moderated,comment-body)',
    },
    {
      name: "an id twice",
      lines: ["1472552518,x,0,1,2,3,1,A", "1472552518,x,0,1,2,3,1,B"],
      header: commentHeader,
      sentence: 'row 3, column "comment-id": an id may occur only once (found: "0")',
    },
    {
      name: "an empty text",
      lines: ["1472552518,x,0,1,2,3,1,  "],
      header: commentHeader,
      sentence: 'row 2, column "comment-body": a comment must have a text',
    },
    {
      name: "a text beyond the limit",
      lines: [`1472552518,x,0,1,2,3,1,${"é".repeat(1001)}`],
      header: commentHeader,
      sentence:
        'row 2, column "comment-body": a comment may have up to 1,000 characters (found: 1001 characters)',
    },
    {
      name: "a date for a timestamp",
      lines: ["2016-08-30,x,0,1,2,3,1,A"],
      header: commentHeader,
      sentence:
        'row 2, column "timestamp": a timestamp is whole milliseconds or seconds since 1970, between the years 2000 and 2100 (found: "2016-08-30")',
    },
    {
      name: "a time before there was Polis",
      lines: ["12,x,0,1,2,3,1,A"],
      header: commentHeader,
      sentence:
        'row 2, column "timestamp": a timestamp is whole milliseconds or seconds since 1970, between the years 2000 and 2100 (found: "12")',
    },
    {
      name: "an unknown moderation",
      lines: ["1472552518,x,0,1,2,3,2,A"],
      header: commentHeader,
      sentence: 'row 2, column "moderated": moderated is -1, 0 or 1 (found: "2")',
    },
    {
      name: "a count below zero",
      lines: ["1472552518,x,0,1,-2,3,1,A"],
      header: commentHeader,
      sentence: 'row 2, column "agrees": a count is a whole number, zero or above (found: "-2")',
    },
    {
      name: "a row that breaks off",
      lines: ["1472552518,x,0"],
      header: commentHeader,
      sentence: "row 2: a row must have as many cells as the header (found: 3 cells for 8 columns)",
    },
  ])("is refused for $name", ({ lines, header, sentence }) => {
    expect(comments(lines, header)).toBe(`comments.csv, ${sentence}`);
  });
});

describe("votes.csv", () => {
  it("keeps each vote with the sign that the file gives it", () => {
    expect(votes(["1472552518501,x,1,44,-1"])).toEqual([
      { time: 1_472_552_518_501, commentId: 1, voterId: 44, value: -1 },
    ]);
  });

  it.each([
    [
      "a comment that is not there",
      "1472552518,x,2,44,1",
      'column "comment-id": a vote must be on a comment of comments.csv (found: "2")',
    ],
    ["a vote of two", "1472552518,x,1,44,2", 'column "vote": a vote is -1, 0 or 1 (found: "2")'],
    ["no vote at all", "1472552518,x,1,44,", 'column "vote": a vote is -1, 0 or 1 (found: "")'],
    [
      "a voter without an id",
      "1472552518,x,1,anon,1",
      'column "voter-id": an id is a whole number, zero or above (found: "anon")',
    ],
    [
      "no timestamp",
      ",x,1,44,1",
      'column "timestamp": a timestamp is whole milliseconds or seconds since 1970, between the years 2000 and 2100 (found: "")',
    ],
  ])("is refused for %s", (_name, line, sentence) => {
    expect(votes(["1472552518,x,1,43,1", line])).toBe(`votes.csv, row 3, ${sentence}`);
  });
});

describe("participants-votes.csv", () => {
  const header = "participant,group-id,n-comments,n-votes,n-agree,n-disagree,0,1";

  it("keeps the comments that a participant voted on", () => {
    expect(matrix(["5,,0,1,0,1,,-1"], header)).toEqual([
      { id: 5, agrees: 0, disagrees: 1, votes: [{ commentId: 1, value: -1 }] },
    ]);
  });

  it.each([
    {
      name: "a column for a comment that is not there",
      lines: [],
      header: `${header},2`,
      sentence: 'row 1, column "2": a vote must be on a comment of comments.csv (found: "2")',
    },
    {
      name: "a comment twice",
      lines: [],
      header: `${header},1`,
      sentence:
        'row 1, column "1": the header must name each column once (found: participant,group-id,n-comments,n-votes,n-agree,n-disagree,0,1)',
    },
    {
      name: "a participant twice",
      lines: ["5,,0,0,0,0,,", "5,,0,0,0,0,,"],
      header,
      sentence: 'row 3, column "participant": an id may occur only once (found: "5")',
    },
    {
      name: "a cell that is no vote",
      lines: ["5,,0,0,0,0,1,yes"],
      header,
      sentence: 'row 2, column "1": a vote is -1, 0 or 1 (found: "yes")',
    },
  ])("is refused for $name", ({ lines, header, sentence }) => {
    expect(matrix(lines, header)).toBe(`participants-votes.csv, ${sentence}`);
  });
});

describe("summary.csv", () => {
  it("may leave anything out", () => {
    expect(
      readPolisSummary([
        ["topic", ""],
        ["views", "12"],
      ]),
    ).toEqual({
      ok: true,
      value: { topic: null, url: null, description: null, voters: null, comments: null },
    });
  });

  it("has two cells a row", () => {
    const checked = readPolisSummary([["topic", "a"], ["voters"]]);
    expect(checked.ok ? "" : describePolisFault(checked.fault)).toBe(
      "summary.csv, row 2: a row must have as many cells as the header (found: 1 cells)",
    );
  });
});
