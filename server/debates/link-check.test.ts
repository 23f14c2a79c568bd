import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { readOutline } from "#shared/contract/claims.ts";
import { debateRoom } from "#shared/contract/event.ts";
import { addEvidence, type Evidence, editEvidence } from "#shared/contract/evidence.ts";
import { addDebate } from "../decisions/testing-scene.ts";
import { FetchProblem, type FetchedPage } from "../platform/safe-fetch.ts";
import { startTestServer, type TestServer } from "../testing/server.ts";
import { addClaim } from "#shared/contract/claims.ts";

const asked: string[] = [];
let server: TestServer;
let scene: Awaited<ReturnType<typeof addDebate>>;
let params: { communityId: string; debateId: string; claimId: string };

/** The web of this test: one page, one that is gone, and nothing else. */
async function fetchPage(url: string): Promise<FetchedPage> {
  asked.push(url);
  const page = (status: number, text: string) => ({
    url,
    status,
    contentType: "text/html; charset=utf-8",
    body: Buffer.from(text),
  });
  if (url.endsWith("/there")) return page(200, "<html><title>\n A study </title></html>");
  if (url.endsWith("/gone")) return page(404, "");
  throw new FetchProblem("private-address");
}

beforeAll(async () => {
  server = await startTestServer({ env: { LINK_CHECK: "on" }, given: { fetchPage } });
  scene = await addDebate(server);
  const { communityId, debateId, owner } = scene;
  const at = { communityId, debateId };
  const { positions } = await owner.call(readOutline, { params: at });
  const target = { kind: "position" as const, id: positions[0]?.id ?? "" };
  const body = { target, side: "pro" as const, text: "What is said rests on sources." };
  const { claim } = await owner.call(addClaim, { params: at, body });
  params = { ...at, claimId: claim.id };
});
afterAll(() => server.close());
beforeEach(() => void asked.splice(0));

const draft = (page: string) => ({
  kind: "study" as const,
  url: `https://example.org/${page}`,
  title: page,
});

async function sourceOf(id: string): Promise<Evidence | undefined> {
  const { evidence } = await scene.owner.call(readOutline, { params });
  return evidence.find((one) => one.id === id);
}

it("looks an address up once, says so live, and keeps status, title and a hash", async () => {
  const { heard } = await scene.owner.listen(debateRoom(params));
  const source = await scene.owner.call(addEvidence, { params, body: draft("there") });
  expect(source.check).toBeUndefined();
  await expect
    .poll(async () => (await sourceOf(source.id))?.check, { timeout: 30_000 })
    .toMatchObject({
      status: 200,
      title: "A study",
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  await expect.poll(() => heard.filter(({ name }) => name === "evidence.changed").length).toBe(1);
  expect(asked).toEqual(["https://example.org/there"]);
});

it("says what is gone, and what may not be called, without losing the source", async () => {
  const gone = await scene.owner.call(addEvidence, { params, body: draft("gone") });
  const inside = await scene.owner.call(addEvidence, { params, body: draft("inside") });
  const check = async (id: string) => (await sourceOf(id))?.check;
  await expect.poll(() => check(gone.id), { timeout: 30_000 }).toMatchObject({ status: 404 });
  await expect
    .poll(() => check(inside.id), { timeout: 30_000 })
    .toMatchObject({ status: null, hash: null });
});

it("forgets what it found when the address is corrected, and looks up the new one", async () => {
  const wrong = { ...draft("gone"), quote: "Another passage." };
  const source = await scene.owner.call(addEvidence, { params, body: wrong });
  await expect
    .poll(async () => (await sourceOf(source.id))?.check?.status, { timeout: 30_000 })
    .toBe(404);
  const { communityId, debateId } = params;
  const corrected = await scene.owner.call(editEvidence, {
    params: { communityId, debateId, evidenceId: source.id },
    body: {
      ...wrong,
      publisher: "",
      publishedOn: null,
      url: "https://example.org/there",
      version: source.version,
    },
  });
  expect(corrected.check).toBeUndefined();
  await expect
    .poll(async () => (await sourceOf(source.id))?.check?.status, { timeout: 30_000 })
    .toBe(200);
});

it("asks nobody where the installation does not look things up", async () => {
  const quiet = await startTestServer({ given: { fetchPage } });
  const other = await addDebate(quiet);
  const at = { communityId: other.communityId, debateId: other.debateId };
  const { positions } = await other.owner.call(readOutline, { params: at });
  const target = { kind: "position" as const, id: positions[0]?.id ?? "" };
  const evidence = [draft("there")];
  const body = { target, side: "con" as const, text: "Nobody looks here.", evidence };
  await other.owner.call(addClaim, { params: at, body });
  await new Promise((go) => setTimeout(go, 1_500));
  expect(asked).toEqual([]);
  await quiet.close();
});
