import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { editClaim, editPosition } from "#shared/contract/claims.ts";
import { readCommunity } from "#shared/contract/communities.ts";
import { listDebates, readDebate } from "#shared/contract/debates.ts";
import type { Endpoint } from "#shared/contract/endpoint.ts";
import { endpoints } from "#shared/contract/index.ts";
import { followDebate } from "#shared/contract/reading.ts";
import { bodyOf, type Input, pathOf } from "#shared/contract/request.ts";
import { addStatement, editStatement } from "#shared/contract/statements.ts";
import { debateIn, say, type Scene, setScene } from "../debates/testing-scene.ts";
import { givesVersion, takesVersion } from "../platform/versions.ts";
import type { Person } from "../testing/person.ts";
import { startTestServer, type TestServer } from "../testing/server.ts";
import { openApiDocument } from "./openapi.ts";

let server: TestServer;
let scene: Scene;
let ids: { readonly communityId: string; readonly debateId: string };
let positionId = "";

beforeAll(async () => {
  server = await startTestServer();
  scene = await setScene(server);
  const { positionIds, ...debate } = await debateIn(scene);
  ids = debate;
  [positionId] = positionIds;
});
afterAll(() => server.close());

let said = 0;
/** A statement that nobody has answered, at its first version. */
async function statement() {
  said += 1;
  const body = { text: `Statement number ${said}` };
  const { id } = await scene.member.call(addStatement, { params: ids, body });
  return { ...ids, statementId: id };
}

interface Sent {
  readonly ifMatch?: string;
  readonly key?: string;
}

/** Calls an operation with `If-Match`; the body may leave out what the contract wants in it. */
function send<E extends Endpoint>(
  person: Person,
  [contract, input]: readonly [E, { readonly params: Input<E>["params"]; readonly body?: object }],
  { ifMatch, key = crypto.randomUUID() }: Sent = {},
) {
  const body = bodyOf(contract, input as Input<E>);
  return person.send(pathOf(contract, input as Input<E>), {
    method: contract.method,
    headers: {
      "idempotency-key": key,
      ...(body === undefined ? {} : { "content-type": "application/json" }),
      ...(ifMatch === undefined ? {} : { "if-match": ifMatch }),
    },
    ...(body === undefined ? {} : { body }),
  });
}

const reword = (params: Awaited<ReturnType<typeof statement>>, body: object, sent: Sent) =>
  send(scene.member, [editStatement, { params, body }], sent);

describe("a reply that is one thing with a version", () => {
  it("has it as its ETag, read or written; a list has none", async () => {
    const { communityId } = ids;
    const { member, stranger } = scene;
    const tagOf = (response: Response) => response.headers.get("etag");
    expect(tagOf(await stranger.tryCall(readCommunity, { params: { communityId } }))).toBe('"1"');
    expect(tagOf(await stranger.tryCall(readDebate, { params: ids }))).toMatch(/^"\d+"$/);
    const list = await stranger.tryCall(listDebates, { params: { communityId }, query: {} });
    expect(tagOf(list)).toBeNull();
    const made = await member.tryCall(addStatement, { params: ids, body: { text: "It is so." } });
    expect(tagOf(made)).toBe('"1"');
  });
});

describe("an edit with If-Match", () => {
  it("needs no version in its body, and answers with the next ETag", async () => {
    const params = await statement();
    const first = await reword(params, { text: "Said better" }, { ifMatch: '"1"' });
    expect([first.status, first.headers.get("etag")]).toEqual([200, '"2"']);
    const packed = await reword(params, { text: "Said best" }, { ifMatch: 'W/"2"' });
    expect([packed.status, packed.headers.get("etag")]).toEqual([200, '"3"']);
  });

  it("from a version that was overtaken is a conflict, as by the body", async () => {
    const params = await statement();
    await reword(params, { text: "Said better, first" }, { ifMatch: '"1"' });
    for (const [body, sent] of [
      [{ text: "Too late" }, { ifMatch: '"1"' }],
      [{ text: "Too late", version: 1 }, {}],
      [{ text: "Too late", version: 1 }, { ifMatch: '"1"' }],
    ] as const) {
      const answer = await reword(params, body, sent);
      expect(answer.status).toBe(409);
      expect(await answer.json()).toMatchObject({ type: "/problems/stale-version" });
    }
  });

  it("that names another version than its body is refused, and says both", async () => {
    const params = await statement();
    const answer = await reword(params, { text: "Which?", version: 1 }, { ifMatch: '"2"' });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({
      type: "/problems/if-match-unusable",
      detail: "If-Match names version 2, the body 1: send one of them.",
    });
  });

  it("that names no version, or any, or several is refused", async () => {
    const params = await statement();
    for (const ifMatch of ["*", "1", '"1", "2"', '"abc"', '"-1"', '"01"']) {
      expect((await reword(params, { text: "Any of them" }, { ifMatch })).status).toBe(400);
    }
    expect((await reword(params, { text: "None of them" }, { ifMatch: '"0"' })).status).toBe(422);
    expect((await reword(params, { text: "None of them" }, {})).status).toBe(422);
  });

  it("is refused where the operation looks at no version, rather than not looked at", async () => {
    const params = ids;
    const body = { stance: "muted" };
    const answer = await send(scene.member, [followDebate, { params, body }], { ifMatch: '"1"' });
    expect(answer.status).toBe(400);
  });

  it("of another version is another request, for who repeats one", async () => {
    const params = await statement();
    const key = crypto.randomUUID();
    const body = { text: "Said once" };
    expect((await reword(params, body, { ifMatch: '"1"', key })).status).toBe(200);
    const again = await reword(params, body, { ifMatch: '"1"', key });
    expect([again.status, again.headers.get("etag")]).toEqual([200, '"2"']);
    expect((await reword(params, body, { ifMatch: '"2"', key })).status).toBe(422);
  });

  it("works for claims and positions alike, and tells nothing to who may not know", async () => {
    const { member, author, stranger } = scene;
    const { claim } = await say(member, ids, { under: positionId, text: "They choose." });
    const params = { ...ids, claimId: claim.id };
    const sent = { ifMatch: '"1"' };
    const body = { text: "They choose the settings." };
    expect((await send(stranger, [editClaim, { params, body }], { ifMatch: "*" })).status).toBe(
      401,
    );
    expect((await send(member, [editClaim, { params, body }], sent)).headers.get("etag")).toBe(
      '"2"',
    );
    const words = { title: "Those who run it", text: "And nobody else." };
    const position = { ...ids, positionId };
    const answer = await send(author, [editPosition, { params: position, body: words }], sent);
    expect(answer.headers.get("etag")).toBe('"2"');
  });
});

describe("the description of the API", () => {
  interface Described {
    readonly operationId: string;
    readonly parameters: readonly { readonly name: string }[];
    readonly requestBody?: { content: Record<string, { schema: { required?: string[] } }> };
    readonly responses: Record<string, { readonly headers?: object }>;
  }
  const { paths } = openApiDocument() as { paths: Record<string, Record<string, Described>> };
  const described = new Map(
    Object.values(paths).flatMap((methods) =>
      Object.values(methods).map((one) => [one.operationId, one] as const),
    ),
  );

  it("names both headers at the operations that know them, and asks for one version only", () => {
    const edits = endpoints.filter(takesVersion);
    const versioned = endpoints.filter(givesVersion);
    expect(edits.map(({ name }) => name)).toContain("editDebate");
    expect(versioned.map(({ name }) => name)).toContain("readDecision");
    for (const endpoint of endpoints) {
      const one = described.get(endpoint.name);
      const names = one?.parameters.map(({ name }) => name) ?? [];
      expect(names.includes("If-Match")).toBe(takesVersion(endpoint));
      expect(Boolean(one?.responses["200"]?.headers)).toBe(givesVersion(endpoint));
      const { required = [] } = one?.requestBody?.content["application/json"]?.schema ?? {};
      expect(takesVersion(endpoint) && required.includes("version")).toBe(false);
    }
  });
});
