import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { endpoints } from "#shared/contract/index.ts";
import { pathOf } from "#shared/contract/request.ts";
import { isFormula, linesOf } from "../commands/conformance/hostile/files.ts";
import { markdownProblems } from "../commands/conformance/hostile/page.ts";
import { startTestServer, type TestServer } from "../testing/server.ts";
import { canary, Rewording } from "./testing-hostile.ts";
import type { Step } from "./testing-tour-guide.ts";
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
};

let server: TestServer;
let toured: Toured;
let all: readonly Read[];
const rewording = new Rewording(Object.keys(elsewhere));
beforeAll(async () => {
  server = await startTestServer();
  toured = await takeTour(server, { reword: rewording.reword });
  all = await readAll();
}, 90_000);
afterAll(() => server.close());

interface Read {
  readonly step: Step;
  readonly type: string;
  readonly headers: Headers;
  readonly text: string;
}

/** All that can be read, as whoever read it first. */
async function readAll(): Promise<Read[]> {
  await toured.comeBack();
  const steps = new Map(
    toured.steps
      .filter(({ contract }) => contract.method === "GET")
      .map((step) => [pathOf(step.contract, step.input as never), step]),
  );
  const read: Read[] = [];
  for (const [path, step] of steps) {
    const response = await step.person.send(path);
    const { headers } = response;
    const [type = ""] = headers.get("content-type")?.split(";") ?? [];
    read.push({ step, type, headers, text: await response.text() });
  }
  return read;
}

const unseen = /[^\P{Cc}\r\n\t]|[\u202A-\u202E\u2066-\u2069]/u;

/** Letters, digits and dashes, whatever a title has. */
const safeName = /^(?:|inline|attachment; filename="[\w.-]+"(?:; filename\*=UTF-8''[\w.%-]+)?)$/;

/** What a reply must not be, whatever is in it. */
function faultsOf({ step, type, headers, text }: Read): string[] {
  const { name } = step.contract;
  const how = headers.get("content-disposition") ?? "";
  const isPacked = /zip|webp/.test(type);
  const faults = {
    "may be taken for another kind": headers.get("x-content-type-options") !== "nosniff",
    "is of a kind that runs": /html|svg|xml|javascript/.test(type),
    "opens in place of a page":
      /csv|markdown|calendar|zip/.test(type) && !how.startsWith("attachment"),
    "has a name that is more than a name": !safeName.test(how),
    "has signs that nobody sees": !isPacked && unseen.test(text),
  };
  const found = Object.entries(faults).filter(([, isSo]) => isSo);
  return found.map(([what]) => `${name} (${type}, ${how}) ${what}`);
}

describe("hostile words", () => {
  it("are taken wherever people write, as words", () => {
    // Whoever adds words to a contract has the tour say some.
    const untried = rewording.untried(endpoints);
    expect(untried.toSorted()).toEqual(Object.keys(elsewhere).toSorted());
    expect(Object.values(elsewhere).filter((place) => untried.includes(place))).toEqual([]);
  });

  it("come out of every address as the words that they are, in replies that no browser runs", () => {
    expect(all.filter(({ text }) => text.includes(canary)).length).toBeGreaterThan(60);
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
      expect((parse(table) as string[][]).flat().filter(isFormula)).toEqual([]);
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
