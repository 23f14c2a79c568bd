import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { endpoints } from "#shared/contract/index.ts";
import { startTestServer, type TestServer } from "../testing/server.ts";
import { fillMatrix, type Matrix, renderMatrix } from "./testing-matrix.ts";

/*
 * Renew the list once the change of rights is meant, and read what changed in it:
 * npx vitest run --update --project integration server/operations/matrix.test.ts
 */

let server: TestServer;
let matrix: Matrix;
beforeAll(async () => {
  server = await startTestServer();
  matrix = await fillMatrix(server);
}, 480_000);
afterAll(() => server.close());

describe("who may do what", () => {
  it("is as it was reviewed", async () => {
    await expect(`${introduction}\n\n${renderMatrix(matrix)}`).toMatchFileSnapshot("matrix.md");
  });

  it("is known of every operation, and each is done by somebody", () => {
    const undone = endpoints.filter(
      ({ name }) => matrix.lines.get(name)?.get("who did it") !== "✓",
    );
    expect(undone.map(({ name }) => [name, matrix.lines.get(name)?.get("who did it")])).toEqual([]);
  });

  it("never makes the server fail", () => {
    const failed = [...matrix.lines].filter(([, line]) =>
      [...line.values()].some((outcome) => outcome.startsWith("5")),
    );
    expect(failed.map(([name]) => name)).toEqual([]);
  });
});

describe("whoever is refused", () => {
  it("has changed nothing", () => {
    expect(matrix.changes).toEqual([]);
  });
});

describe("a private community", () => {
  it("answers people from outside like none at all, before what they send is looked at", () => {
    const below = endpoints.filter(({ path }) => path.includes(":communityId"));
    const told = below.flatMap(({ name }) =>
      [...(matrix.hidden.get(name) ?? [])]
        .filter(([, outcome]) => outcome !== "404")
        .map(([role, outcome]) => `${name} as ${role}: ${outcome}`),
    );
    expect(told).toEqual([]);
  });
});

describe("an id of what is not there for who names it", () => {
  it("is refused like one of nothing at all, and tells nothing", () => {
    const { faults, taken } = matrix.exchange;
    expect(faults).toEqual([]);
    // What one marks as read is one's own, whichever it is; of many items each is answered by itself.
    expect(taken).toEqual(["readNotices.upTo", "readNotices.ids[]", "moderateMany.items[].id"]);
  });

  it("is tried wherever a contract takes one", () => {
    expect(matrix.exchange.untried(endpoints)).toEqual([]);
    // All topics are in one order, and options are told by their own decision alone.
    const ofOptions = /^(?:castBallot|settleTie)\./;
    const others = matrix.exchange.alone.filter((place) => !ofOptions.test(place));
    expect(others).toEqual(["orderTopics.ids[]"]);
  });
});

describe("whoever is blocked", () => {
  it("reaches who blocked them only where a case or a vote takes its course, or somebody asks to join", () => {
    const { tried, heard } = matrix.blocked;
    expect(tried).toBeGreaterThan(100);
    expect([...heard].toSorted()).toEqual(inDueCourse);
  });
});

/** By these somebody is told what they must know, and never what another member has to say to them. */
const inDueCourse = [
  "answerCommitment",
  "answerSummons",
  "appealRuling",
  "askParties",
  "commitVote",
  "openDecision",
  "openDispute",
  "proposeRecommendation",
  "reportIncident",
  "requestToJoin",
  "tellNonce",
  "tellVote",
  "voteOnRecommendation",
  "withdrawDispute",
  "writeOutcome",
];

const introduction = `# Who may do what

Every operation, as it is first used by somebody in a public community, and what becomes of it if somebody else tries the
same in their place. ✓ is done; 401 is told to sign in; 403 may know of it, not do it; 404 is told that nothing is there;
422 and 409 are about what was sent, and when. None of those in the columns wrote anything or has a part in it, but for
"who did it". "Visit" responds without an account. "From elsewhere" owns another community, and puts that one's id in
place of this one's, so that every other id is of a community that is not theirs. "Newcomer" joined a moment ago;
"suspended" may read; "facilitator" looks after the debate.

A test makes this list and compares; \`npx vitest run --update --project integration server/operations/matrix.test.ts\`
renews it.`;
