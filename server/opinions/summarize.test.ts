import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { debates } from "#db/schema/debates.ts";
import { ledgerActs } from "#db/schema/platform.ts";
import { statements } from "#db/schema/statements.ts";
import { readOpinionMap } from "#shared/contract/opinions.ts";
import { draftSummary, readSummary, writeSummary } from "#shared/contract/summaries.ts";
import { campResponses, responsesOf } from "#shared/opinions/testing-conversation.ts";
import { addDebate } from "../statements/testing.ts";
import { createSummaryWriter } from "../platform/summary-writer.ts";
import { startTestServer, type TestServer } from "../testing/server.ts";
import { makeMap } from "./analyse-opinions.ts";
import { addOpinions, analyseSides } from "./testing.ts";

const key = "a-key-that-nobody-sees";

/** A service of somebody else that speaks the form of OpenAI, and what it was asked. */
const asked: { path: string | undefined; authorization: string | undefined; body: string }[] = [];
let answer = (_response: ServerResponse): void => undefined;
const say = (content: string) => (response: ServerResponse) =>
  void response.end(JSON.stringify({ choices: [{ message: { role: "assistant", content } }] }));
const elsewhere = createServer((request: IncomingMessage, response) => {
  let body = "";
  request.on("data", (chunk) => (body += String(chunk)));
  request.on("end", () => {
    asked.push({ path: request.url, authorization: request.headers.authorization, body });
    answer(response);
  });
});

let server: TestServer;
let base = "";
beforeAll(async () => {
  await once(elsewhere.listen(0, "127.0.0.1"), "listening");
  base = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/v1`;
  const env = { SUMMARY_URL: base, SUMMARY_MODEL: "small-model", SUMMARY_KEY: key };
  server = await startTestServer({ env });
});
afterAll(async () => {
  await server.close();
  elsewhere.close().closeAllConnections();
});
beforeEach(() => {
  asked.length = 0;
});

/** A debate that is decided, with a map of two groups. */
async function decided(phase: "decided" | "deliberation" = "decided") {
  const scene = await addDebate(server);
  const { communityId, debateId, owner } = scene;
  const ids = { communityId, debateId };
  await analyseSides(server, ids, [[], []]);
  await server.deps.db.update(debates).set({ phase }).where(eq(debates.id, debateId));
  const { map } = await owner.call(readOpinionMap, { params: ids });
  return { ...scene, params: { ...ids, runId: map?.runId ?? "" }, map };
}

describe("a summary by a machine", () => {
  it("is written of the very text that a moderator saw, cites statements only, and is kept once for all to read", async () => {
    const scene = await decided();
    const { moderator, params, map } = scene;
    const draft = await moderator.call(draftSummary, { params });
    expect(draft).toMatchObject({ model: "small-model", host: new URL(base).host });
    expect(draft.text).toContain("[1] ");
    expect(draft.text).not.toContain("Person 1");
    expect(asked).toEqual([]);
    answer = say(
      "All share this [1]. Nothing rests here. And this is made up [99]. They differ. [2][3]",
    );
    const input = { params, body: { hash: draft.hash } };
    const view = await moderator.call(writeSummary, input);
    const idOf = (number: number) => map?.statements[number - 1]?.statementId;
    expect(view.summary).toMatchObject({
      model: "small-model",
      dropped: 2,
      sentences: [
        { text: "All share this.", statementIds: [idOf(1)] },
        { text: "They differ.", statementIds: [idOf(2), idOf(3)] },
      ],
    });
    expect(asked).toHaveLength(1);
    expect(asked[0]).toMatchObject({
      path: "/v1/chat/completions",
      authorization: `Bearer ${key}`,
    });
    expect(JSON.parse(asked[0]?.body ?? "")).toEqual({
      model: "small-model",
      messages: [{ role: "user", content: draft.text }],
    });
    // Once: asked again, nothing is sent, and everybody reads the same.
    answer = say("Another one [1].");
    expect((await moderator.call(writeSummary, input)).summary).toEqual(view.summary);
    expect(asked).toHaveLength(1);
    const stranger = server.visitor();
    expect(await stranger.call(readSummary, { params })).toEqual({
      summary: view.summary,
      can: { write: false },
    });
    const acts = await server.deps.db
      .select()
      .from(ledgerActs)
      .where(
        and(eq(ledgerActs.subject, params.debateId), eq(ledgerActs.kind, "debate.summary-written")),
      );
    expect(acts).toHaveLength(1);
    expect(server.logged.join("\n")).not.toContain(key);
    // What it rests on is put out of sight: so is the sentence.
    const mark = { state: "hidden", rule: null, actionId: crypto.randomUUID() } as const;
    await server.deps.db
      .update(statements)
      .set({ moderation: mark })
      .where(eq(statements.id, idOf(1) ?? ""));
    const later = await stranger.call(readSummary, { params });
    expect(later.summary?.sentences.map(({ text }) => text)).toEqual(["They differ."]);
  });

  it("is not sent what nobody may read, nor anything that changed since it was shown", async () => {
    const { moderator, params, map } = await decided();
    const before = await moderator.call(draftSummary, { params });
    const [first] = map?.statements ?? [];
    await server.deps.db
      .update(statements)
      .set({ text: "A secret.", status: "hidden" })
      .where(eq(statements.id, first?.statementId ?? ""));
    const { text } = await moderator.call(draftSummary, { params });
    expect(text).not.toContain("A secret.");
    const refused = await moderator.refusal(writeSummary, { params, body: { hash: before.hash } });
    expect(refused).toMatchObject({ status: 409, reason: { code: "summary-changed" } });
    expect(asked).toEqual([]);
  });

  it("is not sent what only a few answered, in all or in a group", async () => {
    const all = campResponses({ sizes: [6, 6], statements: 12, loyalty: 1 });
    // Of the second statement three of a group say something, of the third four of all.
    const few = new Map([
      [1, 9],
      [2, 4],
    ]);
    const rows = Array.from(all.person, (person, at) => {
      return { person, statement: all.statement[at] ?? 0, value: all.value[at] ?? 0 };
    }).filter(({ person, statement }) => person < (few.get(statement) ?? all.people));
    const scene = await addOpinions(server, responsesOf(all.people, all.statements, rows), {
      phase: "decided",
    });
    const { ids, moderator } = scene;
    await makeMap(server.deps, ids);
    const { map } = await moderator.call(readOpinionMap, { params: ids });
    const params = { ...ids, runId: map?.runId ?? "" };
    const { text } = await moderator.call(draftSummary, { params });
    const lineOf = (number: number) =>
      text.split("\n").find((line) => line.startsWith(`[${number}] `));
    const groupsIn = (line: string | undefined) => line?.match(/Group [A-Z]/g)?.length;
    expect([1, 2, 4].map((number) => groupsIn(lineOf(number)))).toEqual([2, 1, 2]);
    expect(lineOf(3)).toBeUndefined();
  });

  it("is for moderators to have written, once everybody sees how everything was answered", async () => {
    const { moderator, member, owner, params } = await decided();
    expect((await member.refusal(draftSummary, { params })).status).toBe(403);
    expect((await server.visitor().refusal(draftSummary, { params })).status).toBe(401);
    expect((await owner.call(readSummary, { params })).can.write).toBe(true);
    expect((await member.call(readSummary, { params })).can.write).toBe(false);
    const open = await decided("deliberation");
    const early = await open.moderator.refusal(draftSummary, { params: open.params });
    expect(early.type).toBe("/problems/phase-forbids");
    const other = { ...params, runId: open.params.runId };
    expect((await moderator.refusal(draftSummary, { params: other })).status).toBe(404);
  });

  it("is refused in plain words where the machine fails, and nothing is kept", async () => {
    const { moderator, params } = await decided();
    const { hash } = await moderator.call(draftSummary, { params });
    const faults: [string, typeof answer][] = [
      ["summary-refused", (response) => void response.writeHead(500).end(`${key} is wrong`)],
      ["summary-refused", (response) => void response.writeHead(302, { location: "/v2" }).end()],
      ["summary-refused", (response) => void response.destroy()],
      ["summary-unreadable", (response) => void response.end("<html>")],
      ["summary-unreadable", (response) => void response.end("x".repeat(600_000))],
      ["summary-uncited", say("Everybody is happy.")],
    ];
    for (const [code, fault] of faults) {
      answer = fault;
      const problem = await moderator.refusal(writeSummary, { params, body: { hash } });
      expect([code, problem.reason?.code, JSON.stringify(problem).includes(key)]).toEqual([
        code,
        code,
        false,
      ]);
    }
    expect((await moderator.call(readSummary, { params })).summary).toBeNull();
  });

  it("is not waited for for ever", async () => {
    answer = () => undefined;
    const env = { SUMMARY_URL: base, SUMMARY_MODEL: "small-model", SUMMARY_KEY: undefined };
    await expect(createSummaryWriter(env, 50)?.write("Well?")).rejects.toMatchObject({
      fault: "summary-slow",
    });
  });

  it("is nowhere where no model is set", async () => {
    const env = { SUMMARY_URL: undefined, SUMMARY_MODEL: undefined, SUMMARY_KEY: undefined };
    expect(createSummaryWriter(env)).toBeUndefined();
  });
});
