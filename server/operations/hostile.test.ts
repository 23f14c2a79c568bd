import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { endpoints } from "#shared/contract/index.ts";
import { SubjectKind } from "#shared/contract/moderated.ts";
import { readHearing } from "#shared/contract/panel-hearing.ts";
import { isFormula, linesOf } from "../commands/conformance/hostile/files.ts";
import { markdownProblems } from "../commands/conformance/hostile/page.ts";
import { addMember } from "../testing/community.ts";
import type { Person } from "../testing/person.ts";
import { startTestServer, type TestServer } from "../testing/server.ts";
import { type Outlet, outletsOf, readings } from "./testing-outlets.ts";
import {
  follow,
  hideAll,
  mark,
  numbersIn,
  outOfSight,
  saidInHearings,
  votedOn,
} from "./testing-out-of-sight.ts";
import { canary, Rewording } from "./testing-hostile.ts";
import { takeTour, type Toured } from "./testing-tour.ts";

/** Places for words that the tour leaves empty, and what is tried in place of each. */
const elsewhere: Readonly<Record<string, string>> = {
  // The tour finds people by their names.
  "createCommunity.myName": "renameMyself.name",
  "acceptInvitation.name": "joinCommunity.name",
  "createDebate.positions[].title": "addPosition.title",
  "createDebate.positions[].text": "addPosition.text",
  "createDecision.settings.words[]": "createDecision.title",
  "changeDecision.settings.words[]": "changeDecision.title",
  "enterPaperBallot.ballot.reason": "castBallot.ballot.reason",
  "moderate.split.texts[]": "splitClaim.texts[]",
  "editCommitment.budget": "proposeCommitment.budget",
  "editProject.milestones[].title": "proposeProject.milestones[].title",
  "editProject.team": "editProject.title",
  "proposeProject.team": "proposeProject.title",
  "volunteer.household": "createPanel.title",
};

let server: TestServer;
let toured: Toured;
const all: Outlet[] = [];
const rewording = new Rewording(Object.keys(elsewhere));
beforeAll(async () => {
  server = await startTestServer();
  toured = await takeTour(server, { mark, reword: rewording.reword });
  await toured.comeBack();
  for (const step of readings(toured.steps)) all.push(...(await outletsOf(step)));
}, 240_000);
afterAll(() => server.close());

const unseen = /[^\P{Cc}\r\n\t]|[\u202A-\u202E\u2066-\u2069]/u;

/** Letters, digits and dashes, whatever a title has. */
const safeName = /^(?:|inline|attachment; filename="[\w.-]+"(?:; filename\*=UTF-8''[\w.%-]+)?)$/;

/** What a reply must not be, whatever is in it. */
function faultsOf({ step, type, headers, packedAs = "", text }: Outlet): string[] {
  const { name } = step.contract;
  const how = headers.get("content-disposition") ?? "";
  const faults = {
    "may be taken for another kind": headers.get("x-content-type-options") !== "nosniff",
    "is of a kind that runs": /html|svg|xml|javascript/.test(type),
    "opens in place of a page": /csv|markdown|calendar/.test(type) && !how.startsWith("attachment"),
    "has a name that is more than a name": !safeName.test(how),
    "is unpacked elsewhere": !/^[\w.-]*(?:\/[\w.-]+)*$/.test(packedAs) || packedAs.includes(".."),
    "has signs that nobody sees": !/webp/.test(type) && unseen.test(text),
  };
  const found = Object.entries(faults).filter(([, isSo]) => isSo);
  return found.map(([what]) => `${name} (${type}, ${how}) ${what}`);
}

/** As the votes of a Polis export are: -1 is calculated by no table. */
const isNumber = (cell: string) => /^-?\d+(?:\.\d+)?$/.test(cell);

describe("hostile words", () => {
  it("are taken wherever people write, as words", () => {
    // Whoever adds words to a contract has the tour say some.
    const untried = rewording.untried(endpoints);
    expect(untried.toSorted()).toEqual(Object.keys(elsewhere).toSorted());
    expect(Object.values(elsewhere).filter((place) => untried.includes(place))).toEqual([]);
  });

  it("come out of every address as the words that they are, in replies that no browser runs", () => {
    expect(all.filter(({ text }) => text.includes(canary)).length).toBeGreaterThan(60);
    // Of archives what is packed is read, as what a Polis export says.
    const packed = all.flatMap(({ packedAs, text }) => (text.includes(canary) ? packedAs : []));
    expect(packed).toEqual(expect.arrayContaining(["claims.csv", "comments.csv", "summary.csv"]));
    expect(all.flatMap(faultsOf)).toEqual([]);
  });

  it("are no formulas in tables, no elements or links in documents, and no lines of a calendar", () => {
    const of = (type: string) => all.filter((one) => one.type === type).map(({ text }) => text);
    const [tables, documents, calendars] = ["csv", "markdown", "calendar"].map((kind) =>
      of(`text/${kind}`),
    );
    for (const files of [tables, documents, calendars]) {
      expect(files?.some((file) => file.includes(canary))).toBe(true);
    }
    for (const table of tables ?? []) {
      const cells = (parse(table) as string[][]).flat().filter((cell) => !isNumber(cell));
      expect(cells.filter(isFormula)).toEqual([]);
    }
    for (const document of documents ?? []) expect(markdownProblems(document)).toEqual([]);
    for (const calendar of calendars ?? []) {
      const names = linesOf(calendar).map(([name]) => name);
      expect(names.filter((name) => !/^[A-Z-]*(?:;[A-Z]+=[\w/-]+)*$/.test(name))).toEqual([]);
      expect(names).not.toContain("BCC");
    }
  });

  it("stand in no entry of a ledger, which holds commitments to them: they go beside it, and can be forgotten", () => {
    const [file = ""] = all.flatMap(({ step, text }) =>
      step.contract.name === "exportLedger" ? text : [],
    );
    const entries = file.split("\n").flatMap((line) => {
      const read = line === "" ? {} : (JSON.parse(line) as { entry?: unknown });
      return read.entry === undefined ? [] : JSON.stringify(read.entry);
    });
    expect(entries.length).toBeGreaterThan(20);
    expect(entries.filter((entry) => entry.includes(canary))).toEqual([]);
    expect(file).toContain(canary);
  });
});

/** Where the rules stand that a vote was opened by, with what could be chosen. */
const ofVotes = /^(readDecision|listDecisions|readBundle|readBallotProofs|exportLedger)$/;

describe("what is out of sight", () => {
  let member: Person;
  beforeAll(async () => {
    member = await server.person("Vera Reader");
    await addMember(server, toured.communityId, { person: member });
  });

  it("comes out of no address, be it hidden by moderators or in a draft", async () => {
    const { communityId, cast } = toured;
    const readers = { member, outsider: cast.outsider, visitor: server.visitor() };
    const moderator = await server.person("Uma Moderator");
    await addMember(server, communityId, { person: moderator, role: "moderator" });
    const steps = [...readings(toured.steps), ...(await follow(toured, member))];
    const hidden = await hideAll(server, communityId, moderator);
    expect(Object.keys(hidden)).toEqual(SubjectKind.options);
    const numbers = await outOfSight(server, communityId);
    expect(numbers.size).toBeGreaterThan(100);
    const onRecord = await votedOn(server, communityId);
    // The outsider is who said it, and reads it on their own page.
    const own = await saidInHearings(server, communityId);
    expect(own.size).toBeGreaterThan(0);
    const toldBy = ({ step: { contract }, text }: Outlet) => {
      const told = numbersIn(text).filter((n) => numbers.has(n));
      if (contract.name === readHearing.name) return told.filter((n) => !own.has(n));
      return ofVotes.test(contract.name) ? told.filter((n) => !onRecord.has(n)) : told;
    };
    const leaks: string[] = [];
    for (const [who, person] of Object.entries(readers)) {
      for (const step of steps) {
        const told = (await outletsOf(step, person)).flatMap(toldBy);
        if (told.length > 0) leaks.push(`${step.contract.name} to the ${who}: ${told.join()}`);
      }
    }
    expect(leaks).toEqual([]);
  });

  it("is like nothing at all where it is in a draft, whatever one would do there", async () => {
    const { draftId: debateId } = toured;
    const distinct = new Map(toured.steps.map((step) => [step.contract.name, step])).values();
    const told: string[] = [];
    let tried = 0;
    for (const { contract, input } of distinct) {
      const { params = {} } = input;
      if (!("debateId" in params) || contract.access === "moderator") continue;
      tried += 1;
      const there = { ...input, params: { ...params, debateId } };
      const response = await member.tryCall(contract, there as never);
      if (response.status !== 404) told.push(`${contract.name}: ${response.status}`);
    }
    expect(tried).toBeGreaterThan(60);
    expect(told).toEqual([]);
  });
});
