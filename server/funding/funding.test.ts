import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { answerCommitment, readCommitment } from "#shared/contract/commitments.ts";
import * as contract from "#shared/contract/funding.ts";
import { listLedgerEntries } from "#shared/contract/ledger.ts";
import { leaveCommunity } from "#shared/contract/memberships.ts";
import { listNotices } from "#shared/contract/notifications.ts";
import { recountBundle, type RoundBundle } from "#shared/funding/bundle.ts";
import { readPabulib } from "#shared/funding/pabulib.ts";
import { type Scene, setScene } from "../debates/testing-scene.ts";
import { addMember } from "../testing/community.ts";
import type { Person } from "../testing/person.ts";
import { startTestServer, type TestServer } from "../testing/server.ts";
import { countEndedRound, fundedProjects, settleRound } from "./public.ts";
import { endVotingNow } from "./testing-clock.ts";

let server: TestServer;
let scene: Scene;

beforeAll(async () => {
  server = await startTestServer();
  scene = await setScene(server);
});
afterAll(() => server.close());

const inAnHour = () => new Date(Date.now() + 3_600_000).toISOString();
const plan = (change: object = {}) => ({
  title: "Open tools",
  currency: "EUR",
  budget: 100_000,
  settings: { rule: "equal-shares", form: "approval", most: 3 } as const,
  closesAt: inAnHour(),
  ...change,
});
const begin = async (change: object = {}) => {
  const { communityId, moderator } = scene;
  const body = plan(change) as contract.FundingPlan;
  const { id } = await moderator.call(contract.beginFundingRound, {
    params: { communityId },
    body,
  });
  return { communityId, roundId: id };
};
type Ids = Awaited<ReturnType<typeof begin>>;
const propose = (params: Ids, [title, cost]: readonly [string, number], person = scene.member) =>
  person.call(contract.proposeProject, {
    params,
    body: { title, cost, least: cost, milestones: [{ title: "A draft", weeks: 4 }] },
  });
const open = (params: Ids) => scene.moderator.call(contract.openFundingRound, { params });
const approve = (params: Ids, person: Person, ...projects: string[]) =>
  person.call(contract.castFundingBallot, {
    params,
    body: { ballot: { form: "approval", projects } },
  });
const read = (params: Ids, person: Person = scene.stranger) =>
  person.call(contract.readFundingRound, { params });
const close = async (ids: Ids) => {
  await endVotingNow(server, ids);
  await settleRound(server.deps, ids);
  await countEndedRound(server.deps, ids);
};
const whyNot = async (refused: ReturnType<Person["refusal"]>) => {
  const { reason, errors } = await refused;
  return errors?.map((error) => [error.pointer, error.reason?.code]) ?? reason?.code;
};

describe("a funding round", () => {
  it("goes from projects to what is funded, with why, on record, and to be counted again by anybody", async () => {
    const { owner, author, member, stranger } = scene;
    const ids = await begin();
    const docs = await propose(ids, ["Good docs", 40_000]);
    const audit = await propose(ids, ["An audit", 60_000], author);
    const party = await propose(ids, ["A party", 50_000], owner);
    await open(ids);
    await approve(ids, owner, docs.id, audit.id);
    await approve(ids, author, docs.id, audit.id);
    await approve(ids, member, party.id);
    const hidden = await read(ids);
    expect(hidden).toMatchObject({ outcome: null, ballot: null });
    expect(hidden.round).toMatchObject({ phase: "voting", ballotCount: 3, electorateSize: 4 });
    expect((await read(ids, member)).ballot).toEqual({ form: "approval", projects: [party.id] });
    await close(ids);

    const { round, outcome } = await read(ids);
    expect(round).toMatchObject({ phase: "closed", spent: 100_000, ballotCount: 3 });
    const told = outcome?.projects.map(({ id, amount, why }) => [id, amount, why.code]);
    expect(told).toEqual([
      [docs.id, 40_000, "bought"],
      [audit.id, 60_000, "filled"],
      [party.id, 0, "unpayable"],
    ]);
    expect((await read(ids, member)).ballot).toBeNull();

    const response = await stranger.tryCall(contract.downloadFundingBundle, { params: ids });
    const bundle = (await response.json()) as RoundBundle;
    const right = { projects: true, seed: true, ballots: true, outcome: true };
    expect(recountBundle(bundle)).toEqual(right);
    expect(JSON.stringify(bundle)).not.toContain("Ada");
    const [first, ...others] = bundle.ballots;
    const changed = { ...bundle, ballots: [{ ...first, heads: 9 }, ...others] } as RoundBundle;
    expect(recountBundle(changed)).toMatchObject({ ballots: false, outcome: false });
    const file = await stranger.tryCall(contract.downloadPabulib, { params: ids });
    expect(readPabulib(await file.text())).toMatchObject({ ok: true, round: { budget: 100_000 } });

    const funded = await fundedProjects(server.deps.db, ids);
    expect(funded?.map(({ title, amount, milestones }) => [title, amount, milestones])).toEqual([
      ["Good docs", 40_000, [{ title: "A draft", weeks: 4 }]],
      ["An audit", 60_000, [{ title: "A draft", weeks: 4 }]],
    ]);
    const { items: notices } = await member.call(listNotices, {});
    expect(notices.map(({ kind }) => kind).slice(0, 3)).toEqual([
      "funding.closed",
      "commitments.asked",
      "funding.opened",
    ]);
    const query = { subject: ids.roundId };
    await expect
      .poll(async () => {
        const { items } = await stranger.call(listLedgerEntries, { params: ids, query });
        return items.map(({ entry }) => entry.kind).toSorted();
      })
      .toEqual(["funding.begun", "funding.closed", "funding.opened"]);
  });

  it("asks those who proposed what it funds to commit to it, in parts as they named them", async () => {
    const { owner, author, member } = scene;
    const ids = await begin();
    const docs = await propose(ids, ["Good docs", 40_000], author);
    const party = await propose(ids, ["A party", 90_000], owner);
    await open(ids);
    await approve(ids, author, docs.id);
    await approve(ids, member, docs.id);
    expect((await read(ids)).commitments).toEqual([]);
    await close(ids);
    const { commitments } = await read(ids);
    expect(commitments.map(({ source }) => source.id)).not.toContain(party.id);
    const [asked] = commitments;
    expect(asked).toMatchObject({
      source: { kind: "project", id: docs.id, title: "Good docs", roundId: ids.roundId },
      budget: "400 EUR",
      owner: { id: docs.proposer.id },
      state: "open",
      partCount: 1,
    });
    const params = { communityId: ids.communityId, commitmentId: asked?.id ?? "" };
    const { parts, version } = await author.call(readCommitment, { params });
    expect(parts.map(({ title, dueAt }) => [title, dueAt])).toEqual([["A draft", asked?.dueAt]]);
    await author.call(answerCommitment, { params, body: { accept: true, version } });
    expect((await read(ids)).commitments[0]?.state).toBe("accepted");
  });

  it("waits for somebody to take on what is funded where its proposer has left", async () => {
    const own = await setScene(server);
    const { communityId, moderator, member } = own;
    const params = { communityId };
    const leaver = await server.person("Lee");
    await addMember(server, communityId, { person: leaver });
    const { id: roundId } = await moderator.call(contract.beginFundingRound, {
      params,
      body: plan() as contract.FundingPlan,
    });
    const ids = { communityId, roundId };
    const { id } = await propose(ids, ["Good docs", 40_000], leaver);
    await moderator.call(contract.openFundingRound, { params: ids });
    await approve(ids, member, id);
    await leaver.call(leaveCommunity, { params });
    await close(ids);
    const [asked] = (await read(ids)).commitments;
    const at = { communityId, commitmentId: asked?.id ?? "" };
    const found = await moderator.call(readCommitment, { params: at });
    expect(found).toMatchObject({ hasOwner: false, can: { edit: true } });
  });

  it("matches credits, never beyond the budget, and asks for ballots of its own form", async () => {
    const { owner, author, member } = scene;
    const settings = { rule: "quadratic", form: "pledges", most: 100, pairBound: 20 } as const;
    const ids = await begin({ settings });
    const docs = await propose(ids, ["Good docs", 80_000]);
    const audit = await propose(ids, ["An audit", 80_000]);
    await open(ids);
    const pledge = (person: Person, credits: Record<string, number>) =>
      person.call(contract.castFundingBallot, {
        params: ids,
        body: { ballot: { form: "pledges", credits } },
      });
    await pledge(owner, { [docs.id]: 40, [audit.id]: 60 });
    await pledge(author, { [docs.id]: 40 });
    await pledge(member, { [docs.id]: 10, [audit.id]: 10 });
    const tooMuch = { form: "pledges", credits: { [docs.id]: 101 } } as const;
    const refused = member.refusal(contract.castFundingBallot, {
      params: ids,
      body: { ballot: tooMuch },
    });
    expect(await whyNot(refused)).toEqual([["#/body/ballot", "credits-exceeded"]]);
    const other = member.refusal(contract.castFundingBallot, {
      params: ids,
      body: { ballot: { form: "approval", projects: [] } },
    });
    expect(await whyNot(other)).toEqual([["#/body/ballot/form", "wrong-form"]]);
    await close(ids);
    const { outcome } = await read(ids);
    // What is left when the first has all that it asks for is of no use to the second.
    expect(outcome?.projects.map(({ amount, why }) => [amount, why.code])).toEqual([
      [80_000, "capped"],
      [0, "too-little"],
    ]);
    expect(outcome?.compared.map(({ rule }) => rule)).toEqual([
      "quadratic",
      "quadratic-pairwise",
      "proportional",
    ]);
    const none = await scene.stranger.tryCall(contract.downloadPabulib, { params: ids });
    expect(none.status).toBe(403);
  });

  it("takes nothing that asks for less than nothing, or for more than there is", async () => {
    const ids = await begin();
    const tried = (cost: number, least: number) =>
      scene.member.refusal(contract.proposeProject, {
        params: ids,
        body: { title: "Too much", cost, least },
      });
    expect((await tried(-5, 1)).errors?.[0]?.pointer).toBe("#/body/cost");
    expect(await whyNot(tried(100_001, 1))).toEqual([["#/body/cost", "cost-over-budget"]]);
    expect(await whyNot(tried(500, 600))).toEqual([["#/body/least", "least-over-cost"]]);
    expect((await read(ids)).projects).toEqual([]);
    const params = { communityId: ids.communityId };
    const below = scene.moderator.refusal(contract.beginFundingRound, {
      params,
      body: plan({ budget: -1 }) as contract.FundingPlan,
    });
    expect((await below).errors?.[0]?.pointer).toBe("#/body/budget");
    await propose(ids, ["Good docs", 90_000]);
    const less = scene.moderator.refusal(contract.changeFundingRound, {
      params: ids,
      body: { ...(plan({ budget: 80_000 }) as contract.FundingPlan), version: 1 },
    });
    expect(await whyNot(less)).toEqual([["#/body/budget", "budget-below-project"]]);
  });

  it("is fixed once voting opens; votes count until its end, once for each who was a member then", async () => {
    const { member, author, moderator, communityId } = scene;
    const ids = await begin();
    const empty = moderator.refusal(contract.openFundingRound, { params: ids });
    expect(await whyNot(empty)).toBe("funding-no-projects");
    const { id: projectId, version } = await propose(ids, ["Good docs", 40_000]);
    const early = member.refusal(contract.castFundingBallot, {
      params: ids,
      body: { ballot: { form: "approval", projects: [projectId] } },
    });
    expect(await whyNot(early)).toBe("funding-not-open");
    await open(ids);
    const late = await server.person("Lea");
    await addMember(server, communityId, { person: late });
    const body = { title: "Dear docs", cost: 90_000, least: 90_000 };
    for (const refused of [
      member.refusal(contract.editProject, {
        params: { ...ids, projectId },
        body: { ...body, version },
      }),
      member.refusal(contract.proposeProject, { params: ids, body }),
      member.refusal(contract.withdrawProject, { params: { ...ids, projectId } }),
      moderator.refusal(contract.withdrawFundingRound, { params: ids }),
    ]) {
      expect(await whyNot(refused)).toBe("funding-projects-fixed");
    }
    const key = crypto.randomUUID();
    const ballot = { form: "approval" as const, projects: [projectId] };
    const cast = () =>
      member.call(contract.castFundingBallot, { params: ids, body: { ballot } }, key);
    expect(await cast()).toEqual(await cast());
    expect((await approve(ids, member)).revision).toBe(2);
    await author.call(contract.castFundingBallot, { params: ids, body: { ballot } });
    await author.call(contract.takeBackFundingBallot, { params: ids });
    expect((await read(ids)).round.ballotCount).toBe(1);
    const outside = late.refusal(contract.castFundingBallot, { params: ids, body: { ballot } });
    expect(await whyNot(outside)).toBe("electorate-frozen");
    await endVotingNow(server, ids);
    const over = author.refusal(contract.castFundingBallot, { params: ids, body: { ballot } });
    expect(await whyNot(over)).toBe("funding-time-over");
  });

  it("is steered by moderators; projects are changed by those who proposed them alone", async () => {
    const { member, author, owner, moderator } = scene;
    const ids = await begin();
    const { id: projectId, version } = await propose(ids, ["Good docs", 40_000]);
    const body = { title: "Better docs", cost: 30_000, least: 30_000, version };
    const params = { ...ids, projectId };
    expect(await author.tryCall(contract.editProject, { params, body })).toMatchObject({
      status: 403,
    });
    expect(await author.tryCall(contract.withdrawProject, { params })).toMatchObject({
      status: 403,
    });
    expect(await member.tryCall(contract.openFundingRound, { params: ids })).toMatchObject({
      status: 403,
    });
    await member.call(contract.editProject, { params, body });
    const stale = await member.refusal(contract.editProject, { params, body });
    expect(stale.type).toContain("stale-version");
    expect((await read(ids, member)).projects[0]).toMatchObject({
      title: "Better docs",
      isMine: true,
    });
    await moderator.call(contract.withdrawProject, { params });
    expect((await read(ids, owner)).projects).toEqual([]);
    await moderator.call(contract.withdrawFundingRound, { params: ids });
    expect((await read(ids)).round.phase).toBe("withdrawn");
  });

  it("is brought in from a Pabulib file, or not at all with line and column of the fault", async () => {
    const { communityId, moderator } = scene;
    const params = { communityId };
    const text = (header: string) =>
      `META\nkey;value\ndescription;Paths\nbudget;100\nvote_type;approval\nPROJECTS\n${header}\na;60;A path\nb;70;A tree\nVOTES\nvoter_id;vote\n1;a,b\n2;a\n`;
    const count = async () =>
      (await moderator.call(contract.listFundingRounds, { params })).items.length;
    const before = await count();
    const refused = await moderator.refusal(contract.importPabulib, {
      params,
      body: { text: text("project_id;price;name") },
    });
    expect(refused.errors?.[0]).toMatchObject({
      pointer: "#/body/text",
      reason: { code: "pb-column", values: { line: 7, section: "PROJECTS", column: "cost" } },
    });
    expect(await count()).toBe(before);
    const round = await moderator.call(contract.importPabulib, {
      params,
      body: { text: text("project_id;cost;name") },
    });
    expect(round).toMatchObject({
      title: "Paths",
      phase: "closed",
      isImported: true,
      spent: 6_000,
    });
    expect(await fundedProjects(server.deps.db, { communityId, roundId: round.id })).toBeNull();
  });
});
