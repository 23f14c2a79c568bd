import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createDebate, editDebate, listDebates, readDebate } from "#shared/contract/debates.ts";
import { communityRoom } from "#shared/contract/event.ts";
import { usualTopics } from "#shared/contract/phases.ts";
import * as contract from "#shared/contract/topics.ts";
import { extractClaim } from "#shared/contract/structure.ts";
import { debateIn, say, type Scene, setScene, until } from "../debates/testing-scene.ts";
import { addCommunity } from "../testing/community.ts";
import type { Person } from "../testing/person.ts";
import { startTestServer, type TestServer } from "../testing/server.ts";

let server: TestServer;
let scene: Scene;

beforeAll(async () => {
  server = await startTestServer();
  scene = await setScene(server);
});
afterAll(() => server.close());

/** A fresh community of the owner's, whose topics nobody has touched. */
const fresh = async () => (await addCommunity(server, scene.owner)).communityId;
const list = async (communityId: string, reader: Person = scene.stranger) =>
  reader.call(contract.listTopics, { params: { communityId } });
const idsIn = async (communityId: string) => (await list(communityId)).items.map(({ id }) => id);
const add = (communityId: string, name: string, person = scene.owner) =>
  person.call(contract.addTopic, { params: { communityId }, body: { name } });
const ask = (communityId: string, topic: string, person = scene.owner) =>
  person.call(createDebate, {
    params: { communityId },
    body: { question: "What shall we do about it?", topic, language: "en", phase: "framing" },
  });
const whyNot = async (refused: ReturnType<Person["refusal"]>) => {
  const { reason, errors } = await refused;
  return reason?.code ?? errors?.[0]?.reason?.code;
};

describe("the topics of a community", () => {
  it("are the usual ones under their usual names, until it says something of them", async () => {
    const { items } = await list(await fresh());
    expect(items.map(({ id }) => id)).toEqual(usualTopics);
    expect(items[0]).toEqual({
      id: "bias",
      name: null,
      description: "",
      isRetired: false,
      version: 1,
      debateCount: 0,
    });
  });

  it("are defined by its moderators and owners, and by nobody else", async () => {
    const { communityId, moderator, owner, member, foreigner, stranger } = scene;
    const params = { communityId };
    const { id: topicId, version } = await add(communityId, "Weather", moderator);
    const at = { communityId, topicId };
    const words = { name: "Wind", description: "And rain.", version };
    const ids = await idsIn(communityId);
    for (const [person, status] of [
      [stranger, 401],
      [foreigner, 403],
      [member, 403],
    ] as const) {
      expect((await list(communityId, person)).can.define).toBe(false);
      const tries = [
        person.tryCall(contract.addTopic, { params, body: { name: "Mine" } }),
        person.tryCall(contract.editTopic, { params: at, body: words }),
        person.tryCall(contract.orderTopics, { params, body: { ids: ids.toReversed() } }),
        person.tryCall(contract.retireTopic, { params: at }),
        person.tryCall(contract.restoreTopic, { params: at }),
      ];
      expect((await Promise.all(tries)).map((answer) => answer.status)).toEqual(
        tries.map(() => status),
      );
    }
    expect(await idsIn(communityId)).toEqual(ids);
    expect((await list(communityId, owner)).can.define).toBe(true);
    const edited = await owner.call(contract.editTopic, { params: at, body: words });
    expect(edited).toMatchObject({ name: "Wind", description: "And rain.", version: 2 });
  });

  it("stay its own: another community has none of them, and a hidden one shows none", async () => {
    const here = await fresh();
    const { id: topicId } = await add(here, "Harbour");
    const elsewhere = await fresh();
    const params = { communityId: elsewhere, topicId };
    const refused = await scene.owner.refusal(contract.retireTopic, { params });
    expect(refused.status).toBe(404);
    expect(await whyNot(scene.owner.refusal(createDebate, asked(elsewhere, topicId)))).toBe(
      "no-such-topic",
    );
    const hidden = (await addCommunity(server, scene.owner, { isPrivate: true })).communityId;
    const looked = await scene.foreigner.refusal(contract.listTopics, {
      params: { communityId: hidden },
    });
    expect(looked.status).toBe(404);
  });

  it("are told to everybody who looks, and each change is a public act", async () => {
    const communityId = await fresh();
    const { heard } = await scene.stranger.listen(communityRoom({ communityId }));
    const { id: topicId } = await add(communityId, "Harbour");
    const at = { communityId, topicId };
    const body = { name: "Port", description: "", version: 1 };
    await scene.owner.call(contract.editTopic, { params: at, body });
    await scene.owner.call(contract.retireTopic, { params: at });
    await scene.owner.call(contract.restoreTopic, { params: at });
    const ids = (await idsIn(communityId)).toReversed();
    await scene.owner.call(contract.orderTopics, { params: { communityId }, body: { ids } });
    await until(() => heard.filter(({ name }) => name === "topics.changed").length === 5);
    const { rows } = await server.deps.db.execute<{ kind: string }>(
      `select kind from ledger_acts where community_id = '${communityId}' order by id`,
    );
    expect(rows.map(({ kind }) => kind)).toEqual([
      "topic.added",
      "topic.changed",
      "topic.retired",
      "topic.restored",
      "topics.ordered",
    ]);
    // The same once more is done already.
    await scene.owner.call(contract.restoreTopic, { params: at });
    await scene.owner.call(contract.orderTopics, { params: { communityId }, body: { ids } });
    expect(heard.filter(({ name }) => name === "topics.changed")).toHaveLength(5);
  });
});

const asked = (communityId: string, topic: string) => ({
  params: { communityId },
  body: { question: "What shall we do about it?", topic, language: "en" as const },
});

describe("the name of a topic", () => {
  it("of a usual one can be another, and the usual one again", async () => {
    const communityId = await fresh();
    const at = { communityId, topicId: "funding" };
    const named = (name: string | null, version: number) =>
      scene.owner.call(contract.editTopic, { params: at, body: { name, version } });
    const debate = await ask(communityId, "funding");
    expect(debate).toMatchObject({ topic: "funding", topicName: null });
    await named("Money", 1);
    const { items } = await scene.stranger.call(listDebates, { params: { communityId } });
    expect(items[0]).toMatchObject({ topic: "funding", topicName: "Money" });
    expect((await named(null, 2)).name).toBeNull();
  });

  it("is no other topic's, and one's own topics have one", async () => {
    const communityId = await fresh();
    const { id: topicId } = await add(communityId, "Harbour");
    const { owner } = scene;
    const again = { params: { communityId }, body: { name: "HARBOUR" } };
    expect(await whyNot(owner.refusal(contract.addTopic, again))).toBe("topic-named");
    const usual = { params: { communityId }, body: { name: "Bias" } };
    expect(await whyNot(owner.refusal(contract.addTopic, usual))).toBe("topic-named");
    const nameless = { params: { communityId, topicId }, body: { name: null, version: 1 } };
    expect(await whyNot(owner.refusal(contract.editTopic, nameless))).toBe("text-missing");
  });

  it("is not overwritten by who has not seen what it is", async () => {
    const communityId = await fresh();
    const params = { communityId, topicId: "bias" };
    const name = (to: string) => ({ params, body: { name: to, version: 1 } });
    await scene.owner.call(contract.editTopic, name("Fairness"));
    const late = await scene.owner.refusal(contract.editTopic, name("Slant"));
    expect(late.type).toBe("/problems/stale-version");
    expect((await scene.owner.call(contract.editTopic, name("Fairness"))).version).toBe(2);
  });
});

describe("the order of topics", () => {
  it("names all that are in use, or somebody has changed them meanwhile", async () => {
    const communityId = await fresh();
    const order = (ids: string[]) => ({ params: { communityId }, body: { ids } });
    const ids = usualTopics.toReversed();
    const after = await scene.owner.call(contract.orderTopics, order(ids));
    expect(after.items.map(({ id }) => id)).toEqual(ids);
    const { id } = await add(communityId, "Harbour");
    expect(await idsIn(communityId)).toEqual([...ids, id]);
    const late = await scene.owner.refusal(contract.orderTopics, order(ids));
    expect(late.type).toBe("/problems/stale-version");
  });

  it("holds when two people add topics at the same time", async () => {
    const communityId = await fresh();
    await Promise.all(["One", "Two", "Three", "Four"].map((name) => add(communityId, name)));
    const names = (await list(communityId)).items.slice(-4).map(({ name }) => name);
    expect(new Set(names)).toEqual(new Set(["One", "Two", "Three", "Four"]));
  });
});

describe("a retired topic", () => {
  it("keeps its debates and gets no new ones, until it is used again", async () => {
    const communityId = await fresh();
    const { id: topicId } = await add(communityId, "Harbour");
    const params = { communityId, topicId };
    const debate = await ask(communityId, topicId);
    await scene.owner.call(contract.retireTopic, { params });
    expect((await list(communityId)).items.at(-1)).toMatchObject({
      id: topicId,
      isRetired: true,
      debateCount: 1,
    });
    expect(await whyNot(scene.owner.refusal(createDebate, asked(communityId, topicId)))).toBe(
      "topic-retired",
    );
    const ids = { communityId, debateId: debate.id };
    const edit = (topic: string, version: number) =>
      ({ params: ids, body: { topic, version, context: `${version}` } }) as const;
    await scene.owner.call(editDebate, edit(topicId, 1));
    await scene.owner.call(editDebate, edit("bias", 2));
    expect(await whyNot(scene.owner.refusal(editDebate, edit(topicId, 3)))).toBe("topic-retired");
    await scene.owner.call(contract.restoreTopic, { params });
    await scene.owner.call(editDebate, edit(topicId, 3));
    const read = await scene.stranger.call(readDebate, { params: ids });
    expect(read).toMatchObject({ topic: topicId, topicName: "Harbour" });
  });

  it("goes with what is taken out of a debate that is filed under it", async () => {
    const { positionIds, ...ids } = await debateIn(scene);
    const { claim } = await say(scene.member, ids, { under: positionIds[0], text: "They knew." });
    const at = { communityId: ids.communityId, topicId: "accountability" };
    await scene.owner.call(contract.retireTopic, { params: at });
    const extract = (topic: string) => ({
      params: { ...ids, claimId: claim.id },
      body: {
        question: "Did they know of it?",
        topic,
        titles: ["They did", "They did not"] as [string, string],
      },
    });
    expect(await whyNot(scene.moderator.refusal(extractClaim, extract(crypto.randomUUID())))).toBe(
      "no-such-topic",
    );
    await scene.moderator.call(extractClaim, extract("accountability"));
    await scene.owner.call(contract.restoreTopic, { params: at });
  });

  it("is never the last one, and comes back under a name that is free", async () => {
    const communityId = await fresh();
    const retire = (topicId: string) => ({ params: { communityId, topicId } });
    for (const id of usualTopics.slice(1)) {
      await scene.owner.call(contract.retireTopic, retire(id));
    }
    expect(await whyNot(scene.owner.refusal(contract.retireTopic, retire("bias")))).toBe(
      "last-topic",
    );
    await add(communityId, "Security");
    const refused = scene.owner.refusal(contract.restoreTopic, retire("security"));
    expect(await whyNot(refused)).toBe("topic-named");
  });
});

describe("the list of debates", () => {
  it("is narrowed to a topic, the community's own too; drafts are not counted", async () => {
    const communityId = await fresh();
    const { id: topic } = await add(communityId, "Harbour");
    const { id } = await ask(communityId, topic);
    await ask(communityId, "bias");
    await scene.owner.call(createDebate, asked(communityId, topic));
    const params = { communityId };
    const { items } = await scene.stranger.call(listDebates, { params, query: { topic } });
    expect(items.map((debate) => debate.id)).toEqual([id]);
    const counted = (await list(communityId)).items.find((one) => one.id === topic);
    expect(counted?.debateCount).toBe(1);
  });
});
