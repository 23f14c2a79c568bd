import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { electorGroups } from "#db/schema/elector-groups.ts";
import { readOutline } from "#shared/contract/claims.ts";
import { moveDebate, readDebate } from "#shared/contract/debates.ts";
import * as contract from "#shared/contract/decisions.ts";
import type { Bundle, BundleElector } from "#shared/recount/bundle.ts";
import { recount } from "#shared/recount/recount.ts";
import { analyseSides } from "../opinions/testing.ts";
import { addMember } from "../testing/community.ts";
import type { Person } from "../testing/person.ts";
import { startTestServer, type TestServer } from "../testing/server.ts";
import { groupsAmong } from "./groups-store.ts";
import { addDebate, closeEarly, rulesOf, type Scene } from "./testing-scene.ts";

let server: TestServer;
let scene: Awaited<ReturnType<typeof divided>>;
beforeAll(async () => {
  server = await startTestServer();
  scene = await divided();
}, 60_000);
afterAll(() => server.close());

async function join({ communityId }: Scene, count: number) {
  const all: { person: Person; id: string }[] = [];
  for (let at = 0; at < count; at += 1) {
    const person = await server.person(`P${at}`);
    all.push({ person, id: await addMember(server, communityId, { person }) });
  }
  return all;
}

/** A debate whose members are of two groups of ten, besides three who are of none. */
async function divided() {
  const made = await addDebate(server);
  const { communityId, debateId } = made;
  const sides = [await join(made, 10), await join(made, 10)] as const;
  const ids = { communityId, debateId };
  const idsOf = (side: readonly { id: string }[]) => side.map(({ id }) => id);
  const numbers = await analyseSides(server, ids, sides.map(idsOf));
  const { positions } = await made.owner.call(readOutline, { params: ids });
  return { ...made, ids, sides, numbers, positionIds: [positions[0]?.id ?? ""] };
}

const share = { kind: "simple-majority" } as const;

/** A decision ends the debate; before the next one it goes on. */
async function goOn() {
  const { phase } = await scene.owner.call(readDebate, { params: scene.ids });
  if (phase === "decided") {
    const body = { from: phase, to: "deliberation" as const, reason: "And again." };
    await scene.owner.call(moveDebate, { params: scene.ids, body });
  }
}

async function decide(more: object = {}) {
  await goOn();
  const body = rulesOf({
    settings: { method: "yes-no" },
    positionIds: scene.positionIds,
    groupMajority: share,
    ...more,
  });
  const decision = await scene.owner.call(contract.createDecision, { params: scene.ids, body });
  return { decision, params: { communityId: scene.communityId, decisionId: decision.id } };
}

/** The first of a side say yes, the others no. */
async function voteOf(
  params: { communityId: string; decisionId: string },
  side: readonly { person: Person }[],
  yes: number,
) {
  for (const [at, { person }] of side.entries()) {
    const ballot = {
      method: "yes-no" as const,
      answer: at < yes ? ("yes" as const) : ("no" as const),
    };
    await person.call(contract.castBallot, { params, body: { ballot } });
  }
}

const read = (params: { communityId: string; decisionId: string }) =>
  scene.owner.call(contract.readDecision, { params });

async function bundleOf(params: { communityId: string; decisionId: string }): Promise<Bundle> {
  const response = await server.visitor().tryCall(contract.readBundle, { params });
  return (await response.json()) as Bundle;
}

const faultsOf = (bundle: unknown, rulesHash: string | null) =>
  recount(bundle, { rulesHash: rulesHash ?? undefined }).checks.flatMap(({ id, faults }) =>
    faults.map(({ code }) => `${id} ${code}`),
  );

/** One of the second group is said to be of the first. */
function moveOne(electors: readonly BundleElector[]): BundleElector[] {
  const [first = 0, second] = scene.numbers;
  const isSecond = ({ opinionGroup }: BundleElector) =>
    opinionGroup !== undefined && "group" in opinionGroup && opinionGroup.group === second;
  const one = electors.find(isSecond);
  return electors.map((elector) => {
    const { opinionGroup } = elector;
    if (elector !== one || !opinionGroup || "seal" in opinionGroup) return elector;
    return { ...elector, opinionGroup: { ...opinionGroup, group: first } };
  });
}

describe("a share in every opinion group", () => {
  it("turns down what most want but one group does not, and everybody counts that again", async () => {
    const { decision, params } = await decide();
    expect(new Set(decision.frozenGroups?.groups)).toEqual(new Set(scene.numbers));
    const [a, b] = scene.sides;
    await voteOf(params, a, 10);
    await voteOf(params, b.slice(0, 9), 4);
    await closeEarly(server, params);
    const { result, rulesHash, groupSupport } = await read(params);
    expect(result?.tally.winners).toEqual(["yes"]);
    expect(result?.outcome).toMatchObject({ result: "failed", carried: [] });
    // Groups are published with the count: nothing of how they voted is kept.
    expect(groupSupport?.kept).toEqual([]);
    expect(groupSupport?.rows.map(({ voters }) => voters).toSorted((x, y) => x - y)).toEqual([
      9, 10,
    ]);
    expect(result?.outcome.groups?.shares.filter(({ isMet }) => !isMet)).toEqual([
      { option: "yes", group: scene.numbers[1], votes: 4, of: 9, isMet: false },
    ]);

    const bundle = await bundleOf(params);
    expect(faultsOf(bundle, rulesHash)).toEqual([]);
    const told = bundle.electors?.flatMap(({ opinionGroup }) => opinionGroup ?? []) ?? [];
    // The tenth of the second group, and three of none, did not vote: which group they are in is told to nobody.
    expect(told.filter((one) => "seal" in one)).toHaveLength(4);
    const kept = await server.deps.db
      .select({ group: electorGroups.groupNumber, salt: electorGroups.salt })
      .from(electorGroups)
      .where(eq(electorGroups.decisionId, params.decisionId));
    expect(kept.filter(({ group, salt }) => group === null && salt === null)).toHaveLength(4);

    const moved = { ...bundle, electors: moveOne(bundle.electors ?? []) };
    expect(faultsOf(moved, rulesHash)).toContain("groups groups-changed");
  });

  it("is refused where votes are secret, with the way out", async () => {
    await goOn();
    const problem = await scene.owner.refusal(contract.createDecision, {
      params: scene.ids,
      body: rulesOf({ secrecy: "secret", groupMajority: share }),
    });

    expect(problem).toMatchObject({
      status: 422,
      errors: [
        { pointer: "#/body/groupMajority", reason: { code: "secret-without-group-majority" } },
      ],
    });
  });

  it("is asked of nobody where there are no clear groups as voting opens", async () => {
    const other = await addDebate(server);
    const params = { communityId: other.communityId, debateId: other.debateId };
    const decision = await other.owner.call(contract.createDecision, {
      params,
      body: rulesOf({ settings: { method: "plurality" }, groupMajority: share }),
    });
    expect(decision.frozenGroups).toBeNull();
    const ids = { communityId: other.communityId, decisionId: decision.id };
    const choice = decision.options[0]?.id ?? "";
    const body = { ballot: { method: "plurality" as const, choice } };
    await other.member.call(contract.castBallot, { params: ids, body });
    await closeEarly(server, ids);
    const { result, groupSupport } = await other.owner.call(contract.readDecision, { params: ids });
    expect(result?.outcome).toMatchObject({
      result: "passed",
      groups: { shares: [], small: [] },
    });
    expect(groupSupport).toBeNull();
    const response = await server.visitor().tryCall(contract.readBundle, { params: ids });
    expect(faultsOf(await response.json(), decision.rulesHash)).toEqual([]);
  });
});

describe("how opinion groups voted", () => {
  it("is told of every decision with names, and who is in which group is forgotten", async () => {
    const { params } = await decide({ groupMajority: null });
    await voteOf(params, scene.sides[0], 5);
    await voteOf(params, scene.sides[1], 5);
    await closeEarly(server, params);
    const { groupSupport, result } = await read(params);
    expect(result?.outcome.groups).toBeUndefined();
    expect(groupSupport?.rows).toHaveLength(2);
    expect(groupSupport?.rows[0]).toMatchObject({
      voters: 10,
      backing: [
        { option: "yes", count: 5 },
        { option: "no", count: 5 },
        { option: "abstain", count: 0 },
      ],
    });
    const bundle = await bundleOf(params);
    expect(bundle.electors?.every((elector) => elector.opinionGroup === undefined)).toBe(true);
    const left = await server.deps.db
      .select()
      .from(electorGroups)
      .where(eq(electorGroups.decisionId, params.decisionId));
    expect(left).toEqual([]);
  });

  it("is not told where few in a group vote otherwise", async () => {
    const { params } = await decide({ groupMajority: null });
    await voteOf(params, scene.sides[0], 9);
    await voteOf(params, scene.sides[1], 5);
    await closeEarly(server, params);
    expect((await read(params)).groupSupport).toMatchObject({
      rows: [],
      kept: ["yes", "no"],
    });
  });

  it("is in secret votes no more than how many of each group voted", async () => {
    const { decision, params } = await decide({
      settings: { method: "plurality" },
      positionIds: null,
      secrecy: "secret",
      groupMajority: null,
    });
    const choice = decision.options[0]?.id ?? "";
    const body = { ballot: { method: "plurality" as const, choice } };
    for (const side of scene.sides) {
      for (const { person } of side.slice(0, 5)) {
        await person.call(contract.castBallot, { params, body });
      }
    }
    await closeEarly(server, params);
    const { groupSupport } = await read(params);
    expect(groupSupport?.of).toBe("turnout");
    // The three who are in no group are too few to be told of by themselves.
    expect(groupSupport?.rows).toMatchObject([
      { isRest: false, voters: 10, backing: [{ option: "voted", count: 5 }] },
      { isRest: true, voters: 13, backing: [{ option: "voted", count: 5 }] },
    ]);
  });
});

describe("who is in which group", () => {
  it("is read of those alone who are asked for", async () => {
    const { params } = await decide();
    const [one, other] = scene.sides.map(([first]) => first?.id ?? "");
    const { db } = server.deps;
    const found = await groupsAmong(db, params, [one ?? "", other ?? "", crypto.randomUUID()]);
    expect(found).toEqual(new Map([one, other].map((id, at) => [id, scene.numbers[at]])));
  });
});
