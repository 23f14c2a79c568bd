import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import * as contract from "#shared/contract/decisions.ts";
import { readCommunityPower, readPower, readTally, readVotes } from "#shared/contract/power.ts";
import { powerReport } from "#shared/power-report/report.ts";
import type { NamedCase } from "#shared/power-report/decided-case.ts";
import { addDebate, closeEarly, rulesOf, type Scene } from "../decisions/testing-scene.ts";
import type { Person } from "../testing/person.ts";
import { startTestServer, type TestServer } from "../testing/server.ts";
import { createLiveReports } from "./live-reports.ts";
import { reportMissing, reportPower } from "./report-power.ts";
import { findClosed, findOpened } from "./store.ts";
import { workOutApart } from "./work-out.ts";

let server: TestServer;
let scene: Scene;
beforeAll(async () => {
  server = await startTestServer();
});
beforeEach(async () => {
  scene = await addDebate(server);
});
afterAll(() => server.close());

const at = ({ id }: { id: string }) => ({ communityId: scene.communityId, decisionId: id });
const byRole = { kind: "role", weights: { owner: 5, moderator: 1, member: 1 } } as const;

const open = (more: object = {}) =>
  scene.owner.call(contract.createDecision, {
    params: { communityId: scene.communityId, debateId: scene.debateId },
    body: rulesOf({ settings: { method: "plurality" }, weighting: byRole, ...more }),
  });
type Decision = Awaited<ReturnType<typeof open>>;

const vote = (who: Person, decision: Decision, place: number) =>
  who.call(contract.castBallot, {
    params: at(decision),
    body: { ballot: { method: "plurality", choice: decision.options[place]?.id ?? "" } },
  });
const read = (who: Person, decision: Decision) => who.call(readPower, { params: at(decision) });

/** The owner, who weighs five, for the first option; the two others for the second. */
async function captured(more: object = {}) {
  const decision = await open(more);
  await vote(scene.owner, decision, 0);
  await vote(scene.moderator, decision, 1);
  await vote(scene.member, decision, 1);
  return decision;
}

const keptOf = ({ id }: Decision) =>
  server.sql("select report from power_reports where decision_id = $1", [id]);

describe("the power report of a decision", () => {
  it("says who decided alone, and that with one vote each another option had won", async () => {
    const decision = await captured();
    await closeEarly(server, at(decision));
    const { report, isFinal, people } = await read(server.visitor(), decision);
    const [first, second] = decision.options.map(({ id }) => id);
    expect(isFinal).toBe(true);
    expect(report?.weightings).toMatchObject([
      { kind: "role", isInForce: true, winners: [first], lead: { by: "3", of: "7" } },
      { kind: "one-person", winners: [second], differs: "winner" },
    ]);
    expect(report?.warnings.map(({ code }) => code)).toEqual([
      "winner-differs",
      "few-decide-alone",
      "few-can-flip",
    ]);
    expect(report?.indices?.top[0]).toMatchObject({ weight: "5", banzhaf: 1 });
    expect(people.find(({ id }) => id === report?.indices?.top[0]?.id)?.name).toBe("Own");
  });

  it("is what the kernel makes of the published votes, kept once and the same in a thread", async () => {
    const decision = await captured();
    await closeEarly(server, at(decision));
    const votes = await server.visitor().call(readVotes, { params: at(decision) });
    const published: NamedCase = {
      poll: {
        options: decision.options.map(({ id }) => id),
        settings: decision.settings,
        quorum: null,
        threshold: null,
        unit: 1n,
      },
      weighting: decision.weighting,
      electors: votes.electors.map(({ weight, ...elector }) => {
        return { ...elector, tokens: null, weight: BigInt(weight) };
      }),
      ballots: votes.ballots,
      delegations: votes.delegations,
      capPercent: votes.capPercent,
    };
    const expected = powerReport(published);
    expect((await read(scene.member, decision)).report).toEqual(expected);
    const { db } = server.deps;
    const closed = await findClosed(db, at(decision));
    expect(closed && (await workOutApart(db, closed))).toEqual(expected);
    await reportPower(server.deps, at(decision));
    await reportPower(server.deps, at(decision));
    expect(await keptOf(decision)).toEqual([{ report: expected }]);
    expect((await read(scene.member, decision)).report).toEqual(expected);
  });

  it("is worked out for decisions that have none, whatever became of their jobs", async () => {
    const decision = await captured();
    await closeEarly(server, at(decision));
    await server.sql("delete from power_reports");
    await reportMissing(server.deps);
    expect(await keptOf(decision)).toHaveLength(1);
  });

  it("is not told before closing, nor how votes stand, unless results are live", async () => {
    for (const secrecy of ["public", "secret-until-close"]) {
      const decision = await open({ secrecy });
      await vote(scene.member, decision, 0);
      for (const who of [scene.owner, scene.member]) {
        for (const hidden of [readPower, readTally, readVotes]) {
          const refused = await who.refusal(hidden, { params: at(decision) });
          expect(refused).toMatchObject({ status: 403, reason: { code: "results-not-live" } });
        }
      }
    }
  });

  it("tells nothing of any one voter where votes are secret: counts alone, once it has closed", async () => {
    const decision = await captured({ secrecy: "secret", weighting: { kind: "one-person" } });
    const refused = await scene.owner.refusal(readPower, { params: at(decision) });
    expect(refused.reason).toMatchObject({ code: "results-not-live" });
    await closeEarly(server, at(decision));
    const { report, people } = await read(scene.owner, decision);
    expect(people).toEqual([]);
    expect(report).toMatchObject({
      indices: null,
      delegation: null,
      turnout: { persons: { cast: 3, of: 3 } },
      weightings: [{ kind: "one-person", isInForce: true }],
      flip: { voters: 1, isExact: true },
    });
    const text = JSON.stringify(report);
    const everybody = await server.sql("select id from participants");
    expect(everybody.filter(({ id }) => text.includes(String(id)))).toEqual([]);
    const hidden = await scene.owner.refusal(readVotes, { params: at(decision) });
    expect(hidden.reason).toMatchObject({ code: "votes-without-names" });
  });

  it("is not worked out for more electors than can be looked at, and says so", async () => {
    const decision = await captured();
    await closeEarly(server, at(decision));
    await server.sql("update decisions set electorate_size = 100001 where id = $1", [decision.id]);
    const refused = await scene.member.refusal(readPower, { params: at(decision) });
    expect(refused).toMatchObject({ status: 403, reason: { code: "too-many-for-report" } });
  });

  it("is a secret of those who may see the community", async () => {
    const hidden = await addDebate(server, { isPrivate: true });
    scene = hidden;
    const decision = await captured();
    await closeEarly(server, at(decision));
    for (const one of [readPower, readTally, readVotes]) {
      const refused = await server.visitor().refusal(one, { params: at(decision) });
      expect(refused.status).toBe(404);
    }
  });
});

describe("live results", () => {
  it("are counted as votes come in, and end as the result", async () => {
    const decision = await captured({ liveResults: true });
    expect(decision.liveResults).toBe(true);
    const tally = await server.visitor().call(readTally, { params: at(decision) });
    expect(tally).toMatchObject({ ballotCount: 3, isFinal: false });
    expect(tally.result.tally.scores.map(({ score }) => score)).toEqual(["5", "2", "0"]);
    const power = await read(scene.member, decision);
    expect(power).toMatchObject({ isFinal: false, report: { turnout: { persons: { cast: 3 } } } });
    await vote(scene.owner, decision, 2);
    await new Promise((go) => setTimeout(go, 1_050));
    const later = await server.visitor().call(readTally, { params: at(decision) });
    expect(later.result.tally.scores.map(({ score }) => score)).toEqual(["0", "2", "5"]);
    await closeEarly(server, at(decision));
    const { result } = await scene.member.call(contract.readDecision, { params: at(decision) });
    expect(await server.visitor().call(readTally, { params: at(decision) })).toEqual({
      ballotCount: 3,
      isFinal: true,
      isBehind: false,
      result,
    });
    expect(result).toEqual(later.result);
  });

  it("are counted at most once a second, however many ask", async () => {
    const decision = await captured({ liveResults: true });
    const ask = () => scene.member.call(readTally, { params: at(decision) });
    await ask();
    await vote(scene.owner, decision, 2);
    const { result } = await ask();
    expect(result.tally.scores.map(({ score }) => score)).toEqual(["5", "2", "0"]);
  });

  it("of many votes are counted in a thread, to the same as in place", async () => {
    const decision = await captured({ liveResults: true });
    const row = await findOpened(server.deps.db, at(decision));
    if (!row) throw new Error("the decision has opened");
    const ofFew = await createLiveReports(server.deps).tally(row);
    const many = createLiveReports({ ...server.deps, mostCountedAtOnce: 2 });
    expect(await many.tally(row)).toEqual(ofFew);
    await closeEarly(server, at(decision));
    const { result } = await scene.member.call(contract.readDecision, { params: at(decision) });
    expect(result).toEqual(ofFew.result);
  });

  it("are refused where votes are not public, with the field named", async () => {
    const refused = await scene.owner.refusal(contract.createDecision, {
      params: { communityId: scene.communityId, debateId: scene.debateId },
      body: rulesOf({ secrecy: "secret-until-close", liveResults: true }),
    });
    expect(refused.errors).toMatchObject([
      { pointer: "#/body/liveResults", reason: { code: "live-results-need-public" } },
    ]);
  });
});

describe("the power page of a community", () => {
  it("tells of each decision that has closed, and who sets the agenda", async () => {
    const decision = await captured();
    await open();
    await closeEarly(server, at(decision));
    await reportPower(server.deps, at(decision));
    const { decisions, agenda } = await server
      .visitor()
      .call(readCommunityPower, { params: { communityId: scene.communityId } });
    expect(decisions).toMatchObject([
      {
        decisionId: decision.id,
        weighting: byRole,
        figures: {
          turnout: { cast: 3, of: 3 },
          nakamoto: 1,
          differs: "winner",
          largestDelegate: 0,
        },
      },
    ]);
    expect(agenda).toMatchObject({
      debates: { total: 1, people: 1, top: [{ person: { name: "Own" }, count: 1 }] },
      positions: { total: 3, people: 1 },
      decisions: { total: 2, people: 1 },
    });
  });

  it("says nothing of debates that are drafts", async () => {
    const { communityId, debateId } = scene;
    await server.sql("update debates set phase = 'draft' where community_id = $1 and id = $2", [
      communityId,
      debateId,
    ]);
    const { agenda } = await scene.owner.call(readCommunityPower, { params: { communityId } });
    expect([agenda.debates.total, agenda.positions.total]).toEqual([0, 0]);
  });
});
