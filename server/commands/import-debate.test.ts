import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readOutline } from "#shared/contract/claims.ts";
import { readDebate } from "#shared/contract/debates.ts";
import { exportDebate, listImports } from "#shared/contract/transfer.ts";
import { DebateBundle } from "#shared/transfer/bundle.ts";
import { setScene } from "../debates/testing-scene.ts";
import type { Person } from "../testing/person.ts";
import { startTestServer, type TestServer } from "../testing/server.ts";
import { addPlace, rowCounts } from "../transfer/testing.ts";
import { countsIn, wholeDebate } from "../transfer/testing-argument.ts";
import { runImport } from "./testing-import.ts";

let server: TestServer;
let empty: TestServer;
let place: Awaited<ReturnType<typeof addPlace>>;
let folder: string;
beforeAll(async () => {
  [server, empty] = await Promise.all([startTestServer(), startTestServer()]);
  place = await addPlace(empty);
  folder = await mkdtemp(path.join(tmpdir(), "folkmoot-debate-"));
});
afterAll(async () => {
  await Promise.all([server.close(), empty.close()]);
  await rm(folder, { recursive: true, force: true });
});

/** Imports a file into the community of the server that has nothing yet. */
async function bring(kind: string, files: Record<string, string | Buffer>, ...more: string[]) {
  const [[name, content] = ["", ""]] = Object.entries(files);
  const file = path.join(folder, name);
  await writeFile(file, content);
  const done = await runImport(empty, [kind, file, "--community", place.slug, ...more]);
  const debateId = /\/d\/([0-9a-f-]{36})/.exec(done.text)?.[1] ?? "";
  return { ...done, ids: { communityId: place.communityId, debateId } };
}

async function bundleOf(person: Person, ids: { communityId: string; debateId: string }) {
  const params = { ...ids, format: "bundle" as const };
  return (await person.tryCall(exportDebate, { params })).text();
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

[Those who trained it]
  - <C1>
`;

/** A bundle without what is drawn anew each time. */
function plain(text: string) {
  const bundle = DebateBundle.parse(JSON.parse(text));
  const { claims, edges, evidence, definitions, statements, responses, comments, ...rest } = bundle;
  return {
    question: rest.debate.question,
    phase: rest.debate.phase,
    people: rest.people,
    summary: rest.summary?.text,
    curation: { pins: rest.pins, order: rest.order, strongest: rest.strongest },
    positions: rest.positions.map(({ title, text: said }) => [title, said]),
    claims: claims.map(({ text: said, kind, tags, truth, wellPut }) => {
      return { said, kind, tags, truth, wellPut };
    }),
    comments: comments.map(({ claim, text: said, wellPut }) => {
      return { claim, said: said.replaceAll(/\d+/g, "some"), wellPut };
    }),
    edges,
    evidence: evidence.map(({ claim, url, reviews }) => ({ claim, url, reviews })),
    definitions: definitions.map(({ term }) => term),
    statements: statements.map(({ text: said, isSeed, isMeta }) => ({ said, isSeed, isMeta })),
    responses: responses?.history.length,
  };
}

describe("npm run import", () => {
  it("carries a whole debate to another server: the same counts of everything, and the same bundle again", async () => {
    const scene = await setScene(server);
    const original = await wholeDebate(scene);
    const text = await bundleOf(scene.stranger, original);
    const done = await bring("bundle", { "debate.json": text });
    expect(done.text).toContain("2 positions, 6 claims and 1 sources came in, with 17 ratings");
    expect(done.text).toContain("2 statements came in");
    expect(done.code).toBe(0);
    const counts = await countsIn(server, original);
    expect(await countsIn(empty, done.ids)).toEqual(counts);
    expect(counts).toMatchObject({ truth: [5, 11], relevance: [4, 8], reviews: 3, pins: 2 });
    expect(counts).toMatchObject({
      order: 2,
      strongest: [1, 0],
      tags: 1,
      summaries: 1,
      summaryRatings: [3, 2],
    });
    expect(plain(await bundleOf(place.member, done.ids))).toEqual(plain(text));
    expect(plain(text).statements).toEqual([
      { said: "They should be asked.", isSeed: undefined, isMeta: undefined },
      { said: "We talk about the right thing.", isSeed: true, isMeta: true },
    ]);
    const [before, after] = await Promise.all([
      scene.stranger.call(readDebate, { params: original }),
      place.member.call(readDebate, { params: done.ids }),
    ]);
    expect(after.counts).toEqual(before.counts);
    const { edges } = await place.member.call(readOutline, { params: done.ids });
    // Where else it stood when it was rated is not told, but that it did is.
    expect(edges.find(({ relevance }) => relevance)?.relevance).toEqual({
      count: 3,
      sum: 8,
      unknown: 1,
      former: 3,
    });
  }, 60_000);

  it("brings text of Kialo and Argdown, packed too, in the name of the community's owner", async () => {
    const [outline, map] = await Promise.all([
      bring("kialo", { "outline.txt": kialo }, "--language", "es"),
      bring("argdown", { "map.argdown.gz": gzipSync(argdown) }, "--question", "Who else?"),
    ]);
    expect(outline.text).toContain("2 positions, 2 claims and 0 sources came in.");
    expect(map.text).toContain("2 positions, 1 claims and 0 sources came in.");
    expect(map.text).not.toContain("statements came in");
    const [first, second] = await Promise.all(
      [outline, map].map(({ ids }) => place.member.call(readDebate, { params: ids })),
    );
    expect(first).toMatchObject({ question: "Who answers for a shared model?", language: "es" });
    expect(second).toMatchObject({ question: "Who else?", phase: "deliberation" });
    const params = { communityId: place.communityId };
    const { items } = await place.owner.call(listImports, { params, query: {} });
    expect(items.filter(({ kind }) => kind === "kialo")).toMatchObject([
      { status: "done", by: { name: "Olu" } },
    ]);
  }, 60_000);

  it("names file and line of what is wrong, and stores nothing", async () => {
    const before = await rowCounts(empty);
    const [outline, bundle] = await Promise.all([
      bring("kialo", { "wrong.txt": `${kialo}3.1. Pro: Nobody said that.\n` }),
      bring("bundle", { "wrong.json": '{"format":"folkmoot-debate","version":1}' }),
    ]);
    expect(outline.text).toMatch(/^wrong\.txt, line 8: .*nothing was stored\.$/m);
    expect(bundle.text).toMatch(/^wrong\.json: .*\(found: debate: .*nothing was stored\.$/m);
    expect([outline.code, bundle.code]).toEqual([1, 1]);
    expect(await rowCounts(empty)).toEqual(before);
  }, 60_000);
});
