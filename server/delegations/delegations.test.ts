import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { delegations } from "#db/schema/delegations.ts";
import { blockPerson } from "#shared/contract/blocks.ts";
import { editCommunity, readCommunity } from "#shared/contract/communities.ts";
import { createDebate } from "#shared/contract/debates.ts";
import * as contract from "#shared/contract/delegations.ts";
import { leaveCommunity, removeMember } from "#shared/contract/memberships.ts";
import type { Person } from "../testing/person.ts";
import { startTestServer, type TestServer } from "../testing/server.ts";
import { tellEndings } from "./tell-endings.ts";
import { choiceOf, choose, type Member, type Scene, setScene, toldTo } from "./testing-scene.ts";

let server: TestServer;
let scene: Scene;
let people: readonly [Person, ...Person[]];
let olga: Member;
let ann: Member;
let ben: Member;
let cleo: Member;

beforeAll(async () => {
  server = await startTestServer();
  people = [
    await server.person("Olga"),
    await server.person("Ann"),
    await server.person("Ben"),
    await server.person("Cleo"),
  ];
});
beforeEach(async () => {
  scene = await setScene(server, people);
  [olga, ann, ben, cleo] = scene.members as [Member, Member, Member, Member];
});
afterAll(() => server.close());

const params = () => ({ communityId: scene.communityId });
const mine = ({ person }: Member) => person.call(contract.listMyDelegations, { params: params() });
const flows = (query: object = {}, reader: Person = server.visitor()) =>
  reader.call(contract.readDelegationFlows, { params: params(), query });
const refusal = async ({ person }: Member, choice: Parameters<typeof choiceOf>[0]) => {
  const body = choiceOf(choice);
  const said = await person.refusal(contract.setDelegations, { params: params(), body });
  const [{ pointer, reason } = { pointer: "", reason: undefined }] = said.errors ?? [];
  return [pointer.replace("#/body/", ""), (reason ?? said.reason)?.code];
};
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();

describe("a delegation", () => {
  it("is seen by its owner, by whom it trusts, and by whoever reads the community", async () => {
    const choice = await choose(scene, ann, {
      to: [
        [ben, 60],
        [cleo, 40],
      ],
    });
    expect(choice).toMatchObject({
      subject: { scope: "community", about: null },
      version: 1,
      delegates: [
        { to: { id: ben.id, name: "Ben" }, percent: 60 },
        { to: { name: "Cleo" }, percent: 40 },
      ],
      cycle: [],
    });
    expect((await mine(ann)).given).toEqual([choice]);
    const { received, receivedCount, capPercent } = await mine(ben);
    expect(received).toMatchObject([{ from: { name: "Ann" }, percent: 60 }]);
    expect([receivedCount, capPercent]).toEqual([1, 10]);
    expect(await flows()).toMatchObject({
      memberCount: 4,
      delegating: 1,
      carriers: [
        { person: { name: "Ben" }, weight: 60, isOverCap: true },
        { person: { name: "Cleo" }, weight: 40, isOverCap: false },
      ],
      flows: [
        { from: { name: "Ann" }, to: { name: "Ben" }, percent: 60, weight: 60 },
        { from: { name: "Ann" }, to: { name: "Cleo" }, percent: 40, weight: 40 },
      ],
    });
    expect(await toldTo(scene, ben)).toEqual([["received", "Ann"]]);
  });

  it("is chosen as a whole: the same again changes nothing, an older view of it is a conflict", async () => {
    const first = await choose(scene, ann, { to: [[ben, 100]] });
    expect(await choose(scene, ann, { to: [[ben, 100]] })).toEqual(first);
    const late = { params: params(), body: choiceOf({ to: [[cleo, 100]] }) };
    const refused = await ann.person.refusal(contract.setDelegations, late);
    expect(refused.type).toBe("/problems/stale-version");
    const second = await choose(scene, ann, { to: [[cleo, 100]], version: 1 });
    expect(second).toMatchObject({ version: 2, delegates: [{ to: { name: "Cleo" } }] });
    expect(await toldTo(scene, ben)).toEqual([
      ["revoked", "Ann"],
      ["received", "Ann"],
    ]);
    const none = await choose(scene, ann, { to: [], version: 2 });
    expect(none).toMatchObject({ version: 3, delegates: [] });
    expect(await choose(scene, ann, { to: [[ben, 100]] })).toMatchObject({ version: 4 });
  });

  it("to the same person with the same share keeps its age, however long it is to last", async () => {
    const before = await choose(scene, ann, { to: [[ben, 50]] });
    const after = await choose(scene, ann, {
      to: [
        [ben, 50],
        [cleo, 50],
      ],
      version: 1,
      expiresAt: inDays(30),
    });
    const [kept, added] = after.delegates;
    expect(kept?.madeAt).toBe(before.delegates[0]?.madeAt);
    expect(kept?.expiresAt).toBe(added?.expiresAt);
  });

  it("is refused with the field and the way out, and nothing is stored", async () => {
    const outside = await server.person("Otto");
    const stranger = { person: outside, id: crypto.randomUUID() };
    const [whole, half] = [100, 50];
    expect(await refusal(ann, { to: [[ann, whole]] })).toEqual([
      "delegates/0/to",
      "delegate-yourself",
    ]);
    expect(
      await refusal(ann, {
        to: [
          [ben, half],
          [stranger, half],
        ],
      }),
    ).toEqual(["delegates/1/to", "delegate-no-member"]);
    expect(
      await refusal(ann, {
        to: [
          [ben, half],
          [ben, half],
        ],
      }),
    ).toEqual(["delegates/1/to", "delegate-twice"]);
    expect(
      await refusal(ann, {
        to: [
          [ben, whole],
          [cleo, 1],
        ],
      }),
    ).toEqual(["delegates", "delegated-too-much"]);
    const to = [[ben, whole]] as const;
    expect(await refusal(ann, { to, expiresAt: inDays(-1) })).toEqual([
      "expiresAt",
      "delegation-ends-early",
    ]);
    expect(await refusal(ann, { to, expiresAt: inDays(400) })).toEqual([
      "expiresAt",
      "delegation-ends-late",
    ]);
    expect(await refusal(ann, { to, scope: "topic" })).toEqual(["about", "delegation-about"]);
    expect(await refusal(ann, { to, scope: "topic", about: "weather" })).toEqual([
      "about",
      "no-such-topic",
    ]);
    expect(await refusal(ann, { to: [[ben, 0]] })).toEqual(["delegates/0/percent", undefined]);
    expect((await mine(ann)).given).toMatchObject([{ version: 0, delegates: [] }]);
  });

  it("is not made in a debate that only its author knows", async () => {
    const draft = await ann.person.call(createDebate, {
      params: params(),
      body: { question: "What if we did?", topic: "bias", language: "en", phase: "draft" },
    });
    for (const about of [draft.id, crypto.randomUUID()]) {
      const to = [[cleo, 100]] as const;
      expect(await refusal(ben, { scope: "debate", about, to })).toEqual([
        "about",
        "no-such-debate",
      ]);
      const query = { scope: "debate" as const, about };
      const hidden = server.visitor().refusal(contract.readDelegationFlows, {
        params: params(),
        query,
      });
      expect((await hidden).status).toBe(404);
    }
  });

  it("is taken back at once by its owner, and by nobody else", async () => {
    const { delegates } = await choose(scene, ann, {
      to: [
        [ben, 60],
        [cleo, 40],
      ],
    });
    const at = { ...params(), delegationId: delegates[0]?.id ?? "" };
    const foreign = await ben.person.refusal(contract.revokeDelegation, { params: at });
    expect(foreign.status).toBe(404);
    const left = await ann.person.call(contract.revokeDelegation, { params: at });
    expect(left).toMatchObject({ version: 2, delegates: [{ to: { name: "Cleo" }, percent: 40 }] });
    expect((await mine(ben)).receivedCount).toBe(0);
    const again = await ann.person.refusal(contract.revokeDelegation, { params: at });
    expect(again.status).toBe(404);
  });

  it("never adds up to more than one vote, however many choose at the same time", async () => {
    const wanted = [ben, cleo, olga];
    for (let round = 0; round < 12; round += 1) {
      const { given } = await mine(ann);
      const version = given[0]?.version ?? 0;
      const tries = wanted.map((to, at) => {
        const body = choiceOf({ to: [[to, 40 + 3 * round + at]], version });
        return ann.person.tryCall(contract.setDelegations, { params: params(), body });
      });
      const statuses = (await Promise.all(tries)).map(({ status }) => status);
      expect(statuses.filter((status) => status === 200)).toHaveLength(1);
      const { given: after } = await mine(ann);
      const sum = after.flatMap(({ delegates }) => delegates).reduce((a, b) => a + b.percent, 0);
      expect(sum).toBeLessThanOrEqual(100);
    }
  });
});

describe("a circle of delegations", () => {
  it("may be made, is said in the reply, and everybody in it is told", async () => {
    await choose(scene, ann, { to: [[ben, 100]] });
    await choose(scene, ben, { to: [[cleo, 100]] });
    const closing = await choose(scene, cleo, { to: [[ann, 100]] });
    expect(closing.cycle.map(({ name }) => name).toSorted()).toEqual(["Ann", "Ben", "Cleo"]);
    for (const member of [ann, ben, cleo]) {
      expect((await toldTo(scene, member)).map(([kind]) => kind)).toContain("cycle");
    }
    expect((await flows()).flows.every(({ isCycle }) => isCycle)).toBe(true);
    await choose(scene, ann, { to: [], version: 1 });
    expect((await mine(ben)).given[0]?.cycle).toEqual([]);
  });
});

describe("the picture of flows", () => {
  it("shows for a debate the narrowest choice of each, and for a topic no debate's", async () => {
    const { debateId } = scene;
    await choose(scene, ann, { to: [[ben, 100]] });
    await choose(scene, ann, { scope: "topic", about: "governance", to: [[cleo, 100]] });
    await choose(scene, ann, { scope: "debate", about: debateId, to: [[olga, 100]] });
    const toIn = async (query: object) => (await flows(query)).flows.map(({ to }) => to.name);
    expect(await toIn({})).toEqual(["Ben"]);
    expect(await toIn({ scope: "topic", about: "governance" })).toEqual(["Cleo"]);
    expect(await toIn({ scope: "debate", about: debateId })).toEqual(["Olga"]);
    expect((await flows({ scope: "debate", about: debateId })).subject.name).toBe(
      "Who keeps the harbour?",
    );
  });

  it("names the largest and says how many more there are", async () => {
    await choose(scene, ann, { to: [[olga, 100]] });
    await choose(scene, ben, { to: [[olga, 100]] });
    await choose(scene, cleo, { to: [[ann, 100]] });
    const { carriers, carrierCount, flows: shown, flowCount } = await flows({ limit: 1 });
    expect([carrierCount, flowCount]).toEqual([1, 3]);
    expect(carriers).toMatchObject([{ person: { name: "Olga" }, weight: 300 }]);
    expect(shown).toMatchObject([{ from: { name: "Ann" }, weight: 200 }]);
  });
});

describe("delegations end", () => {
  it("when either leaves or is removed; who delegated to them is told", async () => {
    await choose(scene, ann, { to: [[ben, 100]] });
    await choose(scene, ben, { to: [[cleo, 100]] });
    await ben.person.call(leaveCommunity, { params: params() });
    expect(await flows()).toMatchObject({ delegating: 0, flowCount: 0 });
    expect((await toldTo(scene, ann))[0]).toEqual(["delegate-left", "Ben"]);
    await choose(scene, ann, { to: [[cleo, 100]], version: 2 });
    await olga.person.call(removeMember, {
      params: { ...params(), participantId: cleo.id },
      body: {},
    });
    expect((await mine(ann)).given[0]?.delegates).toEqual([]);
  });

  it("by themselves on their day, of which their owner is told a week before and then", async () => {
    await choose(scene, ann, { to: [[ben, 100]] });
    const moveTo = async (expiresAt: string) => {
      await server.deps.db
        .update(delegations)
        .set({ expiresAt: new Date(expiresAt) })
        .where(eq(delegations.fromId, ann.id));
      await tellEndings(server.deps);
      await tellEndings(server.deps);
    };
    await moveTo(inDays(8));
    expect(await toldTo(scene, ann)).toEqual([]);
    await moveTo(inDays(6));
    expect(await toldTo(scene, ann)).toEqual([["ending", "Ben"]]);
    await moveTo(inDays(-1));
    expect((await toldTo(scene, ann))[0]).toEqual(["ended", "Ben"]);
    expect(await toldTo(scene, ann)).toHaveLength(2);
    expect((await flows()).flowCount).toBe(0);
    const again = await choose(scene, ann, { to: [[ben, 100]], version: 1 });
    expect(again.version).toBe(2);
  });

  it("where owners allow none: nobody can be chosen, and what stands can be taken back", async () => {
    const { delegates } = await choose(scene, ann, { to: [[ben, 100]] });
    const { person } = olga;
    const community = await person.call(readCommunity, { params: params() });
    const { name, description, language, isPrivate, joinPolicy, version } = community;
    expect(community).toMatchObject({ allowsDelegation: true, delegationCapPercent: 10 });
    const settings = { name, description, language, isPrivate, joinPolicy };
    const changed = await person.call(editCommunity, {
      params: params(),
      body: { ...settings, allowsDelegation: false, delegationCapPercent: 25, version },
    });
    expect(changed).toMatchObject({ allowsDelegation: false, delegationCapPercent: 25 });
    expect(await refusal(cleo, { to: [[ben, 100]] })).toEqual(["", "delegation-off"]);
    expect((await mine(ann)).capPercent).toBe(null);
    const at = { ...params(), delegationId: delegates[0]?.id ?? "" };
    await ann.person.call(contract.revokeDelegation, { params: at });
  });
});

it("whoever blocked somebody hears nothing of their delegations", async () => {
  await ben.person.call(blockPerson, { params: { ...params(), participantId: ann.id } });
  await choose(scene, ann, { to: [[ben, 100]] });
  expect(await toldTo(scene, ben)).toEqual([]);
});
