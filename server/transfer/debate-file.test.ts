import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, it } from "vitest";
import { debates } from "#db/schema/debates.ts";
import { eq } from "drizzle-orm";
import { addClaim, readOutline } from "#shared/contract/claims.ts";
import { addComment } from "#shared/contract/comments.ts";
import { readDebate } from "#shared/contract/debates.ts";
import { saveSummary, tagClaim } from "#shared/contract/curation.ts";
import { addDefinition } from "#shared/contract/definitions.ts";
import { addTopic, editTopic, retireTopic } from "#shared/contract/topics.ts";
import { exportDebate, type ExportFormat, type Import } from "#shared/contract/transfer.ts";
import { DebateBundle } from "#shared/transfer/bundle.ts";
import { startTestServer, type TestServer } from "../testing/server.ts";
import { addPlace, begin, ended, type Files, rowCounts, smallExport, upload } from "./testing.ts";

let server: TestServer;
let place: Awaited<ReturnType<typeof addPlace>>;
beforeAll(async () => {
  server = await startTestServer();
  place = await addPlace(server);
});
afterAll(() => server.close());

async function bring(files: Files, fields = {}): Promise<Import> {
  const { moderator, communityId } = place;
  return ended(moderator, await begin(moderator, communityId, { files, fields }));
}

async function take({ debateId }: Import, format: ExportFormat): Promise<string> {
  const params = { communityId: place.communityId, debateId: debateId ?? "", format };
  const response = await place.member.tryCall(exportDebate, { params });
  expect(response.status).toBe(200);
  return response.text();
}

const kialo = `Discussion Title: Who answers for a shared model?

1. Those who run it
1.1. Pro: They choose what it does.
1.1.1. Con: -> See 2.1.
2. Those who trained it
2.1. Con: They cannot know every use.
`;
const argdown = `===
title: "Who answers for a shared model?"
===

[Those who run it]: They hold it.
  + <C1>: They choose what it does.
    _ That is beside the point.

[Those who trained it]
  - <C1>
`;

it("an outline of Kialo becomes a debate, and is the same text when it is taken away", async () => {
  const done = await bring({ "outline.txt": kialo });
  expect(done.problem).toBeNull();
  expect(done).toMatchObject({
    kind: "kialo",
    status: "done",
    title: "Who answers for a shared model?",
  });
  expect(done.report).toMatchObject({ positions: 2, claims: 2 });
  const again = await bring({ "again.txt": await take(done, "kialo") });
  expect(await take(again, "kialo")).toBe(await take(done, "kialo"));
  const params = { communityId: place.communityId, debateId: done.debateId ?? "" };
  const { edges, positions } = await place.member.call(readOutline, { params });
  expect(edges).toHaveLength(3);
  expect(positions.map(({ title }) => title)).toEqual(["Those who run it", "Those who trained it"]);
});

it("Argdown becomes a debate, and is the same text when it is taken away", async () => {
  const done = await bring({ "map.argdown": argdown });
  expect(done.problem).toBeNull();
  expect(await take(done, "argdown")).toBe(argdown);
});

it("a bundle becomes the same debate again, with the same counts of everything", async () => {
  const first = await bring(smallExport, { question: "What shall wages be?" });
  const { db } = server.deps;
  await db
    .update(debates)
    .set({ phase: "decided" })
    .where(eq(debates.id, first.debateId ?? ""));
  const before = DebateBundle.parse(JSON.parse(await take(first, "bundle")));
  const again = await bring({ "debate.json": JSON.stringify(before) });
  expect(again.problem).toBeNull();
  const { statements, hiddenStatements, people, responses, events, agrees, disagrees, passes } =
    first.report ?? {};
  expect(again.report).toMatchObject({
    statements,
    hiddenStatements,
    people,
    responses,
    events,
    agrees,
    disagrees,
    passes,
  });
  const params = { communityId: place.communityId, debateId: again.debateId ?? "" };
  expect((await place.member.call(readDebate, { params })).phase).toBe("decided");
  const after = DebateBundle.parse(JSON.parse(await take(again, "bundle")));
  expect(after.responses?.history.length).toBe(before.responses?.history.length);
});

it("a bundle says what a panel recommended, and of the debate that it becomes that this was elsewhere", async () => {
  const first = await bring({ "outline.txt": kialo });
  const bundle = DebateBundle.parse(JSON.parse(await take(first, "bundle")));
  const [one, ...others] = bundle.positions;
  const marked = (yes: number) =>
    JSON.stringify({ ...bundle, positions: [{ ...one, byPanel: { yes, seats: 9 } }, ...others] });
  expect((await bring({ "wrong.json": marked(10) })).problem).not.toBeNull();
  const again = await bring({ "right.json": marked(6) });
  expect(again.problem).toBeNull();
  const params = { communityId: place.communityId, debateId: again.debateId ?? "" };
  const { positions } = await place.member.call(readOutline, { params });
  expect(positions.map(({ byPanel }) => byPanel)).toEqual([
    { panelId: null, yes: 6, seats: 9 },
    undefined,
  ]);
  const carried = DebateBundle.parse(JSON.parse(await take(again, "bundle")));
  expect(carried.positions[0]?.byPanel).toEqual({ yes: 6, seats: 9 });
  expect(await take(again, "markdown")).toContain("panel drawn by lot: 6 of 9 seats said yes");
});

it("a bundle finds its topic again by the name, and where there is none, that of whoever imports", async () => {
  const { communityId, moderator } = place;
  const topicOf = async ({ debateId }: Import) => {
    const params = { communityId, debateId: debateId ?? "" };
    return (await place.member.call(readDebate, { params })).topic;
  };
  const body = { name: "Harbour" };
  const { id: topic } = await moderator.call(addTopic, { params: { communityId }, body });
  const first = await bring({ "outline.txt": kialo }, { topic });
  expect(await topicOf(first)).toBe(topic);
  const bundle = { "debate.json": await take(first, "bundle") };
  expect(DebateBundle.parse(JSON.parse(bundle["debate.json"])).debate.topic).toBe("Harbour");
  expect(await topicOf(await bring(bundle, { topic: "privacy" }))).toBe(topic);
  const at = { communityId, topicId: topic };
  await moderator.call(editTopic, { params: at, body: { name: "Port", version: 1 } });
  expect(await topicOf(await bring(bundle, { topic: "privacy" }))).toBe("privacy");
  await moderator.call(retireTopic, { params: at });
  expect((await upload(moderator, communityId, { files: bundle, fields: { topic } })).status).toBe(
    422,
  );
  await moderator.call(retireTopic, { params: { communityId, topicId: "governance" } });
  expect(await topicOf(await bring({ "outline.txt": kialo }))).toBe("bias");
});

it("a bundle keeps what is argued: claims at all their places, sources, assumptions and words", async () => {
  const first = await bring({ "outline.txt": kialo });
  const ids = { communityId: place.communityId, debateId: first.debateId ?? "" };
  const { positions, claims } = await place.member.call(readOutline, { params: ids });
  await place.member.call(addClaim, {
    params: ids,
    body: {
      target: { kind: "position", id: positions[0]?.id ?? "" },
      side: "pro",
      text: "Somebody always runs it.",
      kind: "assumption",
      evidence: [{ kind: "law", url: "https://example.org/law", title: "A law" }],
    },
  });
  await place.member.call(addDefinition, {
    params: ids,
    body: { term: "Model", text: "A set of weights." },
  });
  const claimId = claims[0]?.id ?? "";
  const tagging = { params: { ...ids, claimId }, body: { tags: ["law", "who pays"] } };
  await place.moderator.call(tagClaim, tagging);
  const summary = { version: 0, text: `We agree on [this](claim:${claimId}).` };
  await place.moderator.call(saveSummary, { params: ids, body: summary });
  const before = DebateBundle.parse(JSON.parse(await take(first, "bundle")));
  expect(before.claims).toHaveLength(claims.length + 1);
  expect(before.summary?.text).toMatch(/^We agree on \[this\]\(claim:\d+\)\.$/);
  const document = await take(first, "markdown");
  expect(document).toContain(`We agree on this (“${claims[0]?.text}”).`);
  expect(document).toContain("  - Tags: law, who pays");
  const again = await bring({ "debate.json": JSON.stringify(before) });
  expect(again.report).toMatchObject({ positions: 2, claims: 3, evidence: 1 });
  const after = DebateBundle.parse(JSON.parse(await take(again, "bundle")));
  // Numbers of people are drawn anew, and ids too: what is in no order may come in another.
  const plain = ({ claims: said, edges, evidence, definitions, summary: sum }: DebateBundle) => ({
    summary: sum?.text,
    said: said.map(({ text, kind, language, tags }) => ({ text, kind, language, tags })),
    edges: edges.map((edge) => JSON.stringify(edge)).toSorted(),
    evidence: evidence.map(({ claim, url, kind }) => ({ claim, url, kind })),
    definitions: definitions.map(({ term, text }) => ({ term, text })),
  });
  expect(plain(after)).toEqual(plain(before));
  expect(await take(again, "markdown")).toBe(await take(first, "markdown"));
});

it("words that look like a bundle's mention of somebody are words in the next one, too", async () => {
  const first = await bring({ "outline.txt": kialo });
  const ids = { communityId: place.communityId, debateId: first.debateId ?? "" };
  const { claims } = await place.member.call(readOutline, { params: ids });
  const params = { ...ids, claimId: claims[0]?.id ?? "" };
  const body = { text: "What is @{author:9999999}, and @{author:0}?" };
  await place.member.call(addComment, { params, body });
  const again = await bring({ "debate.json": await take(first, "bundle") });
  expect(again.problem).toBeNull();
  const { comments } = DebateBundle.parse(JSON.parse(await take(again, "bundle")));
  expect(comments.map(({ text }) => text)).toEqual([
    "What is @{ author:9999999}, and @{ author:0}?",
  ]);
});

it("numbers of people of whom there is nothing make nobody", async () => {
  const first = await bring({ "outline.txt": kialo });
  const bundle = DebateBundle.parse(JSON.parse(await take(first, "bundle")));
  const people = { ...bundle.people, responders: 1_000_000 };
  const responses = { latest: [], history: [] };
  const [, , before = 0] = await rowCounts(server);
  await bring({ "debate.json": JSON.stringify({ ...bundle, people, responses }) });
  const [, , after = 0] = await rowCounts(server);
  expect(after - before).toBe(bundle.people.authors);
});

it("a few words that ask for very many ratings, or for very many who gave them, make none", async () => {
  const first = await bring({ "outline.txt": kialo });
  const bundle = DebateBundle.parse(JSON.parse(await take(first, "bundle")));
  const rated = (count: number) => ({
    ...bundle,
    claims: bundle.claims.map((claim) => ({ ...claim, truth: { count, sum: count } })),
  });
  const before = await rowCounts(server);
  for (const count of [100_001, 9_000_000]) {
    const { problem } = await bring({ "debate.json": JSON.stringify(rated(count)) });
    expect(problem).toMatchObject({ rule: "no-bundle", file: "debate.json" });
    expect(JSON.stringify(problem)).toContain("are the most");
  }
  expect(await rowCounts(server)).toEqual(before);
});

it("a small file that unpacks to very many values keeps nobody else waiting", async () => {
  const packed = gzipSync(`[${"{},".repeat(1_000_000)}0]`);
  expect(packed.length).toBeLessThan(5_000);
  let longest = 0;
  let last = performance.now();
  const timer = setInterval(() => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
  }, 10);
  const { problem } = await bring({ "debate.json": packed });
  clearInterval(timer);
  expect(problem).toMatchObject({ rule: "no-bundle", file: "debate.json" });
  // Parsed beside all else it would be two seconds and more.
  expect(longest).toBeLessThan(1_000);
});

it.each([
  ["outline.txt", "1. A\n1.2.1. Pro: b", "no-parent", 2],
  ["map.argdown", "[A]\n  + b <!--", "open-comment", 2],
  ["debate.json", "{", "no-json", null],
  ["debate.json", '{"format":"folkmoot-debate","version":2}', "no-bundle", null],
  ["outline.txt", "1. A thesis without a question", "no-question", null],
])(
  "%s that says %j is refused by the rule %s, and nothing is stored",
  async (...[name, text, rule, row]) => {
    const before = await rowCounts(server);
    const { status, problem } = await bring({ [name]: text });
    expect(status).toBe("failed");
    expect(problem).toMatchObject({ rule, row, file: name });
    expect(await rowCounts(server)).toEqual(before);
  },
);

it("a debate and other files together are refused at once", async () => {
  const files = { "debate.json": "{}", "comments.csv": "a" };
  const { moderator, communityId } = place;
  expect((await upload(moderator, communityId, { files })).status).toBe(422);
});
