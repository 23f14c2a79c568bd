import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { communities } from "#db/schema/communities.ts";
import { delegations } from "#db/schema/delegations.ts";
import { readCommunity } from "#shared/contract/communities.ts";
import * as contract from "#shared/contract/decisions.ts";
import { explainDelegation, setDelegations } from "#shared/contract/delegations.ts";
import type { Person } from "../testing/person.ts";
import { startTestServer, type TestServer } from "../testing/server.ts";
import { addDebate, closeEarly, rulesOf, type Scene } from "./testing-scene.ts";

let server: TestServer;
let scene: Scene;
let decision: contract.DecisionView;
let idOf: ReadonlyMap<Person, string>;

beforeAll(async () => {
  server = await startTestServer();
});
beforeEach(async () => {
  scene = await addDebate(server);
  await capAt(100);
  const { communityId, debateId, owner } = scene;
  const params = { communityId, debateId };
  const body = rulesOf({ settings: { method: "plurality" } });
  decision = await owner.call(contract.createDecision, { params, body });
  const people = [owner, scene.moderator, scene.member];
  const ids = people.map(async (person) => {
    const { me } = await person.call(readCommunity, { params: { communityId } });
    return [person, me?.participantId ?? ""] as const;
  });
  idOf = new Map(await Promise.all(ids));
});
afterAll(() => server.close());

async function capAt(delegationCapPercent: number) {
  const { id } = communities;
  await server.deps.db
    .update(communities)
    .set({ delegationCapPercent })
    .where(eq(id, scene.communityId));
}

const at = () => ({ communityId: scene.communityId, decisionId: decision.id });

/** Has people vote for somebody, with so much of the vote each. */
function delegate(from: Person, to: readonly (readonly [Person, number])[], more: object = {}) {
  const delegates = to.map(([person, percent]) => ({ to: idOf.get(person) ?? "", percent }));
  return from.call(setDelegations, {
    params: { communityId: scene.communityId },
    body: { scope: "community", delegates, version: 0, ...more },
  });
}
const vote = (who: Person, option: number) =>
  who.call(contract.castBallot, {
    params: at(),
    body: { ballot: { method: "plurality", choice: decision.options[option]?.id ?? "" } },
  });
const explained = (who: Person) => who.call(explainDelegation, { params: at() });
const partsOf = async (who: Person) =>
  (await explained(who)).parts.map(({ share, by, path, reason }) => [
    share,
    by?.name ?? reason,
    path.map(({ name }) => name).join(" "),
  ]);

/** What the votes that are listed count with what was delegated, by whose they are. */
async function carried() {
  const { items } = await scene.owner.call(contract.listBallots, { params: at(), query: {} });
  return Object.fromEntries(items.map(({ voter, carried: of }) => [voter.name, of]));
}

/** What was counted: votes for each option in order, and how many people's votes a delegate cast. */
async function counted() {
  await closeEarly(server, at());
  const { result } = await scene.owner.call(contract.readDecision, { params: at() });
  const scores = new Map(result?.tally.scores.map(({ option, score }) => [option, score]));
  return {
    votes: decision.options.map(({ id }) => Number(scores.get(id) ?? "0") / Number(result?.unit)),
    delegated: result?.delegated,
  };
}

describe("delegations in a decision", () => {
  it("are followed through others to who votes, and the way is told while voting goes on", async () => {
    const { owner, moderator, member } = scene;
    await delegate(member, [[moderator, 100]]);
    await delegate(moderator, [[owner, 100]]);
    expect(await partsOf(member)).toEqual([[100, "nobody-votes", "Mem Mod Own"]]);
    expect((await explained(owner)).carries).toEqual({ people: 2, weight: "2", unit: "1" });
    await vote(owner, 0);
    expect(await partsOf(member)).toEqual([[100, "Own", "Mem Mod Own"]]);
    expect(await counted()).toEqual({ votes: [3, 0, 0], delegated: 2 });
    expect(await carried()).toEqual({ Own: { people: 2, weight: "3", unit: "1" } });
    // What they choose later changes nothing of what was counted.
    await delegate(moderator, [], { version: 1 });
    expect(await partsOf(member)).toEqual([[100, "Own", "Mem Mod Own"]]);
  });

  it("give way to a ballot of one's own, even to a late one", async () => {
    const { owner, moderator, member } = scene;
    await delegate(member, [[moderator, 100]]);
    await delegate(moderator, [[owner, 100]]);
    await vote(owner, 0);
    await vote(moderator, 1);
    expect(await partsOf(member)).toEqual([[100, "Mod", "Mem Mod"]]);
    await vote(member, 2);
    expect(await explained(member)).toMatchObject({ hasVoted: true, given: [{ percent: 100 }] });
    expect(await carried()).toEqual({ Own: null, Mod: null, Mem: null });
    expect(await counted()).toEqual({ votes: [1, 1, 1], delegated: 0 });
  });

  it("that lead in a circle are abstentions", async () => {
    const { owner, moderator, member } = scene;
    await delegate(member, [[moderator, 100]]);
    await delegate(moderator, [[member, 100]]);
    await vote(owner, 0);
    expect(await partsOf(member)).toMatchObject([[100, "cycle", "Mem Mod"]]);
    expect(await counted()).toEqual({ votes: [1, 0, 0], delegated: 0 });
  });

  it("are split, and in force for a debate before its topic, and there before the community", async () => {
    const { owner, moderator, member } = scene;
    const { debateId } = scene;
    await delegate(member, [[owner, 100]]);
    await delegate(member, [[moderator, 100]], { scope: "topic", about: "governance" });
    await vote(owner, 0);
    await vote(moderator, 1);
    expect(await partsOf(member)).toMatchObject([[100, "Mod", "Mem Mod"]]);
    const split = [
      [owner, 70],
      [moderator, 30],
    ] as const;
    await delegate(member, split, { scope: "debate", about: debateId });
    expect(await partsOf(member)).toMatchObject([
      [70, "Own", "Mem Own"],
      [30, "Mod", "Mem Mod"],
    ]);
    expect(await carried()).toEqual({
      Own: { people: 1, weight: "170", unit: "100" },
      Mod: { people: 1, weight: "130", unit: "100" },
    });
    expect(await counted()).toEqual({ votes: [1.7, 1.3, 0], delegated: 1 });
  });

  it("do not count once they are over", async () => {
    const { owner, moderator, member } = scene;
    await delegate(moderator, [[owner, 100]]);
    await delegate(member, [[owner, 100]]);
    const expiresAt = new Date(Date.now() - 1_000);
    const own = eq(delegations.fromId, idOf.get(moderator) ?? "");
    await server.deps.db.update(delegations).set({ expiresAt }).where(own);
    await vote(owner, 0);
    expect((await explained(moderator)).given).toEqual([]);
    expect(await counted()).toEqual({ votes: [2, 0, 0], delegated: 1 });
  });
});

it("the cap that holds is that of the opening; what is above it goes back, the latest first", async () => {
  await capAt(34);
  const { owner, moderator, member, communityId, debateId } = scene;
  const params = { communityId, debateId };
  const body = rulesOf({ settings: { method: "plurality" } });
  decision = await owner.call(contract.createDecision, { params, body });
  expect(decision.delegationCap).toBe(34);
  await capAt(100);
  await delegate(moderator, [[owner, 100]]);
  await delegate(member, [[owner, 100]]);
  await vote(owner, 0);
  expect(await partsOf(moderator)).toMatchObject([[100, "Own", "Mod Own"]]);
  expect(await partsOf(member)).toMatchObject([[100, "cap", "Mem Own"]]);
  expect(await counted()).toEqual({ votes: [2, 0, 0], delegated: 1 });
});
