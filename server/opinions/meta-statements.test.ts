import { afterAll, beforeAll, expect, it } from "vitest";
import { readOpinionMap } from "#shared/contract/opinions.ts";
import { markStatement } from "#shared/contract/statement-care.ts";
import { addStatement, nextStatements, respond } from "#shared/contract/statements.ts";
import { addDebate } from "../statements/testing.ts";
import { startTestServer, type TestServer } from "../testing/server.ts";
import { makeMap } from "./analyse-opinions.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

it("what is marked as about the conversation leaves the analysis, is asked all the same, and comes back", async () => {
  const { communityId, debateId, moderator, member } = await addDebate(server);
  const params = { communityId, debateId };
  const texts = ["We share our data.", "This takes long."];
  const ids: string[] = [];
  for (const text of texts) {
    const { id } = await moderator.call(addStatement, { params, body: { text } });
    await member.call(respond, { params: { ...params, statementId: id }, body: { value: 1 } });
    ids.push(id);
  }
  const [, about = ""] = ids;
  const mark = (isMeta: boolean) =>
    moderator.call(markStatement, {
      params: { ...params, statementId: about },
      body: { isSeed: false, isMeta },
    });
  const inMap = async () => {
    await makeMap(server.deps, params);
    const { map } = await member.call(readOpinionMap, { params });
    return map?.statements.map(({ statementId }) => statementId) ?? [];
  };
  expect(await inMap()).toContain(about);
  const marked = await mark(true);
  expect(await inMap()).not.toContain(about);
  // It is asked and answered all the same.
  expect(marked.can.respond).toBe(true);
  const { items } = await moderator.call(nextStatements, { params, query: { count: 5 } });
  expect(items.map(({ id }) => id)).toContain(about);
  await mark(false);
  expect(await inMap()).toContain(about);
});
