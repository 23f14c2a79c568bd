import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { markStatement } from "#shared/contract/statement-care.ts";
import { addStatement, listStatements } from "#shared/contract/statements.ts";
import { startTestServer, type TestServer } from "../testing/server.ts";
import { addDebate } from "./testing.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

describe("marks of statements", () => {
  it("are set by who looks after the debate, as they write it or later, and seen by all", async () => {
    const { communityId, debateId, moderator, member } = await addDebate(server);
    const params = { communityId, debateId };
    const seed = await moderator.call(addStatement, {
      params,
      body: { text: "We share our data.", isSeed: true },
    });
    const { id } = await member.call(addStatement, { params, body: { text: "This takes long." } });
    const body = { isSeed: false, isMeta: true };
    await moderator.call(markStatement, { params: { ...params, statementId: id }, body });
    const { items } = await member.call(listStatements, { params, query: { limit: 5 } });
    expect(items.find((one) => one.id === seed.id)).toMatchObject({ isSeed: true });
    expect(items.find((one) => one.id === id)).toMatchObject({ isMeta: true });
    const refused = await member.refusal(markStatement, {
      params: { ...params, statementId: seed.id },
      body,
    });
    expect(refused).toMatchObject({ status: 403, reason: { code: "statement-carers" } });
    const own = { params, body: { text: "I begin.", isSeed: true } };
    expect(await member.refusal(addStatement, own)).toMatchObject({ status: 403 });
  });
});
