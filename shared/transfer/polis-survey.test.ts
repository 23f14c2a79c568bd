import { describe, expect, it } from "vitest";
import type { PolisComment } from "./polis-comments.ts";
import { describePolisFault } from "./polis-fault.ts";
import type { PolisParticipant } from "./polis-matrix.ts";
import { type PolisReport, describePolisNote, polisNoteFacts } from "./polis-report.ts";
import { type PolisChoices, PolisSurvey } from "./polis-survey.ts";
import type { PolisSign } from "./polis-votes.ts";

const start = 1_500_000_000_000;

interface Conversation {
  readonly comments: readonly Partial<PolisComment>[];
  readonly votes?: readonly (readonly [
    comment: number,
    voter: number,
    value: PolisSign,
    after?: number,
  ])[];
  readonly matrix?: readonly PolisParticipant[];
}

function survey({ comments, votes = [], matrix = [] }: Conversation): PolisSurvey {
  const whole = comments.map((comment, id): PolisComment => ({
    id,
    authorId: 900 + id,
    time: start,
    body: "A sentence",
    moderation: "accepted",
    agrees: null,
    disagrees: null,
    ...comment,
  }));
  const result = new PolisSurvey(whole);
  for (const [commentId, voterId, value, after = 0] of votes) {
    result.vote({ commentId, voterId, value, time: start + after });
  }
  for (const participant of matrix) result.participant(participant);
  return result;
}

function report(conversation: Conversation, choices?: PolisChoices): PolisReport {
  const checked = survey(conversation).finish(choices);
  if (checked.ok) return checked.value;
  throw new Error(describePolisFault(checked.fault));
}

const person = (id: number, values: readonly PolisSign[]): PolisParticipant => ({
  id,
  agrees: values.filter((value) => value === 1).length,
  disagrees: values.filter((value) => value === -1).length,
  votes: values.map((value, commentId) => ({ commentId, value })),
});

describe("the last vote of a person on a comment", () => {
  const comments = [{ agrees: 3, disagrees: 0 }];

  it("is the latest by time, wherever it stands in the file", () => {
    const conversation = {
      comments,
      votes: [
        [0, 1, 1, 50],
        [0, 1, 0, 20],
        [0, 2, 1],
        [0, 3, 1],
      ],
    } as const;
    expect(report(conversation)).toMatchObject({ events: 4, latest: 3, responses: { agree: 3 } });
  });

  it("is the later one in the file where the times are equal", () => {
    const conversation = {
      comments,
      votes: [
        [0, 1, 1],
        [0, 1, 0],
        [0, 2, 1],
        [0, 3, 1],
      ],
    } as const;
    expect(report(conversation).responses).toEqual({ agree: 2, disagree: 0, pass: 1 });
  });
});

describe("which sign means agree", () => {
  const votes = [
    [0, 1, -1],
    [0, 2, -1],
    [0, 3, -1],
    [0, 4, 1],
    [1, 1, 1],
  ] as const;
  const comments = [
    { agrees: 3, disagrees: 1 },
    { agrees: 0, disagrees: 1 },
  ];

  it("is read off the counts of comments.csv, also where -1 means agree", () => {
    const found = report({ comments, votes });
    expect(found).toMatchObject({ agree: -1, responses: { agree: 3, disagree: 2, pass: 0 } });
    expect(found.notes).toEqual([]);
  });

  it("is read off the authors' votes on their own comments where there are no counts", () => {
    const authored = [1, 2, 3, 4, 5].map((authorId) => ({ authorId }));
    const own = authored.map(({ authorId }, id) => [id, authorId, -1] as const);
    expect(report({ comments: authored, votes: [...own, [0, 9, 1], [1, 9, 1]] }).agree).toBe(-1);
  });

  it("is not guessed where nothing tells, but can be said", () => {
    const silent = { comments: [{}, {}], votes };
    expect(() => report(silent)).toThrow(
      'votes.csv, column "vote": the files must tell whether 1 or -1 means agree',
    );
    expect(report(silent, { agree: -1 }).responses).toEqual({ agree: 3, disagree: 2, pass: 0 });
    expect(report(silent, { agree: 1 }).responses).toEqual({ agree: 2, disagree: 3, pass: 0 });
  });

  it("is refused where counts are level on every comment", () => {
    const level = {
      comments: [{ agrees: 1, disagrees: 1 }],
      votes: [
        [0, 1, 1],
        [0, 2, -1],
      ],
    } as const;
    expect(() => report(level)).toThrow("nothing in the files tells");
  });

  it("is refused where the files contradict each other, as in exports that counted the wrong way", () => {
    const authored = [1, 2, 3, 4, 5].map((authorId) => ({ authorId, agrees: 0, disagrees: 1 }));
    const own = authored.map(({ authorId }, id) => [id, authorId, 1] as const);
    expect(() => report({ comments: authored, votes: own })).toThrow(
      "by the counts in comments.csv agree is -1, by the authors' votes on their own comments agree is 1",
    );
    const told = report({ comments: authored, votes: own }, { agree: 1 });
    expect(told.responses.agree).toBe(5);
    expect(told.notes.map(describePolisNote)).toEqual([
      "comments.csv counts other votes than the files hold for 5 comments, for example comment 0",
    ]);
    expect(told.notes.map(polisNoteFacts)).toEqual([
      { code: "counts-differ", values: { count: 5, commentId: 0 } },
    ]);
  });

  it("does not matter where everybody passed", () => {
    expect(report({ comments: [{}], votes: [[0, 1, 0]] }).responses.pass).toBe(1);
  });
});

describe("the matrix beside the votes", () => {
  const comments = [
    { agrees: 2, disagrees: 0 },
    { agrees: 0, disagrees: 2 },
  ];
  const votes = [
    [0, 1, 1],
    [0, 2, 1],
    [1, 1, -1],
    [1, 2, -1],
  ] as const;

  it("says nothing where it equals the last votes", () => {
    expect(
      report({ comments, votes, matrix: [person(1, [1, -1]), person(2, [1, -1])] }).notes,
    ).toEqual([]);
  });

  it("has its differences counted, and the votes are taken", () => {
    const found = report({ comments, votes, matrix: [person(1, [1, 0])] });
    expect(found.responses).toEqual({ agree: 2, disagree: 2, pass: 0 });
    expect(found.notes.map(describePolisNote)).toEqual([
      "participants-votes.csv differs from the last votes of votes.csv in 3 cells, for example participant 1 on comment 1; votes.csv was taken",
    ]);
  });

  it("may be written with the opposite sign, which is told but is no difference", () => {
    const turned = [1, 2].map((id) => ({ ...person(id, [-1, 1]), agrees: 1, disagrees: 1 }));
    const found = report({ comments, votes, matrix: turned });
    expect(found.notes).toEqual([{ kind: "matrix-sign-is-opposite" }]);
    expect(found.agree).toBe(1);
  });

  it("must come after the votes", () => {
    const begun = survey({ comments, matrix: [person(1, [1, -1])] });
    expect(() => begun.vote({ commentId: 0, voterId: 1, value: 1, time: start })).toThrow(
      RangeError,
    );
  });
});

describe("an export without content", () => {
  it("is refused without comments, and without votes", () => {
    expect(() => report({ comments: [] })).toThrow(
      "comments.csv: the file must have at least one comment",
    );
    expect(() => report({ comments: [{}] })).toThrow(
      "votes.csv: the export must have votes.csv or",
    );
  });

  it("is told where summary.csv counts otherwise", () => {
    const summary = { topic: null, url: null, description: null, voters: 7, comments: 1 };
    const conversation = { comments: [{ agrees: 1, disagrees: 0 }], votes: [[0, 1, 1]] } as const;
    expect(report(conversation, { summary }).notes.map(describePolisNote)).toEqual([
      "summary.csv says 7 voters, the files hold 1",
    ]);
  });
});
