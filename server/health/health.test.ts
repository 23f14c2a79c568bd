import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addStatement } from "#shared/contract/statements.ts";
import { readHealth } from "#shared/contract/health.ts";
import { addDebate, type Scene } from "../decisions/testing-scene.ts";
import { runSql } from "../disputes/testing-scene.ts";
import { startTestServer, type TestServer } from "../testing/server.ts";

let server: TestServer;
let scene: Scene;

beforeAll(async () => {
  server = await startTestServer();
  scene = await addDebate(server);
});
afterAll(() => server.close());

const say = async (name: string, text: string) => {
  const { communityId, debateId } = scene;
  const person = await scene.join(name);
  await person.call(addStatement, { params: { communityId, debateId }, body: { text } });
};
const periods = async () => {
  const params = { communityId: scene.communityId };
  return (await server.visitor().call(readHealth, { params })).periods;
};

describe("the health of a community", () => {
  it("tells nothing of fewer than five people, and then who is new and who came back", async () => {
    for (const name of ["One", "Two", "Three"]) await say(name, `We should ask ${name}.`);
    expect((await periods()).at(-1)).toMatchObject({
      newVoices: null,
      agendaSetters: null,
      turnout: null,
      topTenth: null,
      promisesKept: null,
    });
    for (const name of ["Four", "Five", "Six"]) await say(name, `We should ask ${name}.`);
    // Those who proposed the positions wrote as well.
    expect((await periods()).at(-1)).toMatchObject({ newVoices: 7, returningVoices: 0 });
    await runSql(
      server,
      "update statements set created_at = created_at - interval '100 days' where community_id = $1",
      [scene.communityId],
    );
    const [before, ...later] = await periods();
    expect(before?.newVoices).toBe(6);
    expect(later.at(-1)).toMatchObject({ newVoices: null, returningVoices: 0 });
  });

  it("of a private community is told to nobody else", async () => {
    const { communityId } = await addDebate(server, { isPrivate: true });
    const refused = await scene.owner.refusal(readHealth, { params: { communityId } });
    expect(refused.status).toBe(404);
  });
});
