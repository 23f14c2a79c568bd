import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  addDefinition,
  agreeToDefinition,
  definitionChanged,
  editDefinition,
  listDefinitionRevisions,
  listDefinitions,
  takeBackAgreement,
  withdrawDefinition,
} from "#shared/contract/definitions.ts";
import { debateRoom } from "#shared/contract/event.ts";
import type { Person } from "../../testing/person.ts";
import { startTestServer, type TestServer } from "../../testing/server.ts";
import { debateIn, moveTo, type Scene, setScene, statusesOf, until } from "../testing-scene.ts";

let server: TestServer;
let scene: Scene;

beforeAll(async () => {
  server = await startTestServer();
  scene = await setScene(server);
});
afterAll(() => server.close());

async function debated() {
  const { communityId, debateId } = await debateIn(scene);
  return { communityId, debateId };
}
const harm = { term: "Harm", text: "What somebody suffers from a model's answer." };

describe("the glossary of a debate", () => {
  it("says what a word means, once, whatever its case, even when two say so at once", async () => {
    const params = await debated();
    const { heard } = await scene.stranger.listen(debateRoom(params));
    const define = (person: Person, term: string) =>
      person.tryCall(addDefinition, { params, body: { ...harm, term } });
    const answers = await Promise.all([define(scene.member, "Harm"), define(scene.author, "harm")]);
    expect(statusesOf(answers)).toEqual([200, 409]);
    expect((await define(scene.stranger, "Model")).status).toBe(401);
    expect((await define(scene.foreigner, "Model")).status).toBe(403);
    await scene.author.call(addDefinition, { params, body: { ...harm, term: "Answer" } });
    const { items } = await scene.stranger.call(listDefinitions, { params });
    expect(items.map(({ term }) => term.toLowerCase())).toEqual(["answer", "harm"]);
    await until(() => heard.filter(({ name }) => name === definitionChanged.name).length === 2);
  });

  it("is reworded by any member, with its history and who worded what", async () => {
    const ids = await debated();
    const { id: definitionId } = await scene.member.call(addDefinition, {
      params: ids,
      body: harm,
    });
    const params = { ...ids, definitionId };
    const body = { ...harm, version: 1, text: "A loss that an answer causes." };
    const answers = await Promise.all([
      scene.author.tryCall(editDefinition, { params, body }),
      scene.moderator.tryCall(editDefinition, { params, body: { ...body, text: "A loss." } }),
    ]);
    expect(statusesOf(answers)).toEqual([200, 409]);
    const { items } = await scene.stranger.call(listDefinitionRevisions, { params });
    expect(items.map(({ version }) => version)).toEqual([2, 1]);
    expect(items[1]).toMatchObject({ text: `Harm: ${harm.text}`, editor: { name: "Ben" } });
    expect(["Ada", "Mona"]).toContain(items[0]?.editor.name);
  });

  it("counts who agrees with the present wording, and asks anew when it changes", async () => {
    const ids = await debated();
    const { id: definitionId } = await scene.member.call(addDefinition, {
      params: ids,
      body: harm,
    });
    const params = { ...ids, definitionId };
    const agree = (person: Person, version: number) =>
      person.tryCall(agreeToDefinition, { params, body: { version } });
    for (const person of [scene.member, scene.author, scene.author]) await agree(person, 1);
    const list = (person: Person) => person.call(listDefinitions, { params: ids });
    expect((await list(scene.author)).items[0]?.agreed).toBe(2);
    expect((await list(scene.author)).mine).toEqual([definitionId]);
    expect((await list(scene.moderator)).mine).toEqual([]);
    await scene.author.call(takeBackAgreement, { params });
    expect((await list(scene.author)).items[0]?.agreed).toBe(1);
    await scene.author.call(editDefinition, {
      params,
      body: { ...harm, version: 1, term: "Damage" },
    });
    expect(await list(scene.member)).toMatchObject({ items: [{ agreed: 0 }], mine: [] });
    expect((await agree(scene.member, 1)).status).toBe(409);
    expect((await agree(scene.member, 2)).status).toBe(200);
  });

  it("is cleared by authors and those who steer, and closed with the arguments", async () => {
    const ids = await debated();
    const one = await scene.member.call(addDefinition, { params: ids, body: harm });
    const params = { ...ids, definitionId: one.id };
    const other = await scene.author.call(addDefinition, {
      params: ids,
      body: { ...harm, term: "Loss" },
    });
    const foreign = { params: { ...ids, definitionId: other.id } };
    expect((await scene.member.tryCall(withdrawDefinition, foreign)).status).toBe(403);
    await scene.moderator.call(withdrawDefinition, { params });
    await scene.moderator.call(withdrawDefinition, { params });
    expect(
      (await scene.member.tryCall(editDefinition, { params, body: { ...harm, version: 1 } }))
        .status,
    ).toBe(409);
    await moveTo(scene.author, ids, "voting");
    const late = await scene.member.tryCall(addDefinition, { params: ids, body: harm });
    expect(late.status).toBe(409);
    const { can } = await scene.moderator.call(listDefinitions, { params: ids });
    expect(can).toEqual({ define: false, withdrawAll: false });
  });
});
