import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { debates } from "#db/schema/debates.ts";
import { statements } from "#db/schema/statements.ts";
import type { Phase } from "#shared/contract/phases.ts";
import {
  addStatement,
  editStatement,
  listMyResponses,
  listStatements,
  nextStatements,
  readResponseTotals,
  readStatement,
  respond,
  withdrawStatement,
} from "#shared/contract/statements.ts";
import { startTestServer, type TestServer } from "../testing/server.ts";
import { addPastStatements } from "./public.ts";
import { addDebate } from "./testing.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

type Scene = Awaited<ReturnType<typeof addDebate>>;
const idsOf = ({ communityId, debateId }: Scene) => ({ communityId, debateId });
const propose = (scene: Scene, text: string, by = scene.member) =>
  by.call(addStatement, { params: idsOf(scene), body: { text } });
const movePhase = (scene: Scene, phase: Phase) =>
  server.deps.db.update(debates).set({ phase }).where(eq(debates.id, scene.debateId));

describe("statements that moderators hid", () => {
  it("are listed for moderators alone, and take no responses", async () => {
    const scene = await addDebate(server);
    const hidden = server.deps.random.id();
    await addPastStatements(server.deps.db, idsOf(scene), [
      {
        id: hidden,
        text: "An insult.",
        language: "en",
        authorId: scene.authorId,
        status: "hidden",
        sourceNumber: 7,
        createdAt: new Date("2016-08-30T10:21:58.501Z"),
      },
    ]);
    const query = { status: "hidden" } as const;
    const params = idsOf(scene);
    const { items } = await scene.moderator.call(listStatements, { params, query });
    expect(items).toMatchObject([{ id: hidden, sourceNumber: 7, can: { respond: false } }]);
    expect((await scene.member.refusal(listStatements, { params, query })).type).toBe(
      "/problems/not-allowed",
    );
    const one = { params: { ...params, statementId: hidden } };
    expect((await scene.member.refusal(readStatement, one)).status).toBe(404);
    expect((await scene.moderator.call(readStatement, one)).id).toBe(hidden);
    expect((await scene.member.refusal(respond, { ...one, body: { value: 1 } })).status).toBe(404);
    expect((await scene.member.call(nextStatements, { params })).progress.total).toBe(0);
  });
});

describe("who may do what", () => {
  const calls = (scene: Scene, statementId: string) => {
    const params = idsOf(scene);
    const one = { ...params, statementId };
    return [
      ["listStatements", listStatements, { params }, "reads"],
      ["readResponseTotals", readResponseTotals, { params }, "reads"],
      ["readStatement", readStatement, { params: one }, "reads"],
      ["addStatement", addStatement, { params, body: { text: "Another one." } }, "writes"],
      ["nextStatements", nextStatements, { params }, "writes"],
      ["respond", respond, { params: one, body: { value: 1 } }, "writes"],
      ["listMyResponses", listMyResponses, { params }, "writes"],
      [
        "editStatement",
        editStatement,
        { params: one, body: { text: "Not mine.", version: 1 } },
        "writes",
      ],
      ["withdrawStatement", withdrawStatement, { params: one }, "writes"],
    ] as const;
  };

  it("lets strangers and members of other communities read a public debate and write nothing", async () => {
    const scene = await addDebate(server);
    const foreign = await addDebate(server);
    const { id } = await propose(scene, "In public.");
    const rowsBefore = await server.deps.db.select().from(statements);
    for (const [name, contract, input, kind] of calls(scene, id)) {
      const stranger = await server.visitor().tryCall(contract as never, input as never);
      const other = await foreign.member.tryCall(contract as never, input as never);
      const expected = kind === "reads" ? [200, 200] : [401, 403];
      expect([name, stranger.status, other.status]).toEqual([name, ...expected]);
    }
    expect(await server.deps.db.select().from(statements)).toEqual(rowsBefore);
  });

  it("gives a stranger of a private community the 404 of a community that is not there", async () => {
    const scene = await addDebate(server, { isPrivate: true });
    const foreign = await addDebate(server);
    const { id } = await propose(scene, "In private.");
    const nowhere = { ...scene, communityId: server.deps.random.id() };
    const missing = calls(nowhere, id);
    for (const [at, [name, contract, input]] of calls(scene, id).entries()) {
      for (const person of [server.visitor(), foreign.owner]) {
        const found = await person.tryCall(contract as never, input as never);
        const none = await person.tryCall(contract as never, missing[at]?.[2] as never);
        expect([name, found.status, await found.text()]).toEqual([name, 404, await none.text()]);
      }
    }
  });

  it("keeps a draft's statements from other members, answers to them included", async () => {
    const scene = await addDebate(server);
    const { id } = await propose(scene, "Before it was hidden.", scene.owner);
    await movePhase(scene, "draft");
    for (const [name, contract, input] of calls(scene, id)) {
      const reply = await scene.member.tryCall(contract as never, input as never);
      expect([name, reply.status]).toEqual([name, 404]);
    }
    const params = { ...idsOf(scene), statementId: id };
    expect((await scene.owner.refusal(respond, { params, body: { value: 1 } })).type).toBe(
      "/problems/phase-forbids",
    );
  });

  it("finds a statement only under its own debate and community", async () => {
    const scene = await addDebate(server);
    const other = await addDebate(server);
    const { id } = await propose(scene, "At home.");
    const params = { ...idsOf(other), statementId: id };
    expect((await other.member.refusal(readStatement, { params })).status).toBe(404);
    expect((await other.member.refusal(respond, { params, body: { value: 1 } })).status).toBe(404);
  });
});
