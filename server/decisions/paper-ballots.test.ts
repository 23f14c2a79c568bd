import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { readCommunity } from "#shared/contract/communities.ts";
import * as contract from "#shared/contract/decisions.ts";
import * as paper from "#shared/contract/paper-ballots.ts";
import type { Person } from "../testing/person.ts";
import { startTestServer, type TestServer } from "../testing/server.ts";
import { addDebate, closeEarly, rulesOf, type Scene } from "./testing-scene.ts";

let server: TestServer;
let scene: Scene;
beforeAll(async () => {
  server = await startTestServer();
});
beforeEach(async () => {
  scene = await addDebate(server);
});
afterAll(() => server.close());

const at = (decisionId: string) => ({ communityId: scene.communityId, decisionId });
const create = (more: object) =>
  scene.owner.call(contract.createDecision, {
    params: { communityId: scene.communityId, debateId: scene.debateId },
    body: rulesOf({ settings: { method: "plurality" }, takesPaper: true, ...more }),
  });
const idOf = async (who: Person) => {
  const { communityId } = scene;
  const { me } = await who.call(readCommunity, { params: { communityId } });
  return me?.participantId ?? "";
};
const vote = (choice: string) => ({ ballot: { method: "plurality" as const, choice } });

describe("a vote on paper", () => {
  it("counts once somebody else than who entered it has confirmed it, marked and counted apart", async () => {
    const decision = await create({});
    const [a = "", b = ""] = decision.options.map(({ id }) => id);
    const participantId = await idOf(scene.member);
    const params = { ...at(decision.id), participantId };
    await scene.owner.call(contract.castBallot, { params: at(decision.id), body: vote(a) });
    const entered = await scene.moderator.call(paper.enterPaperBallot, { params, body: vote(b) });
    expect(entered).toMatchObject({ confirmedBy: null, can: { confirm: false, drop: true } });
    const own = await scene.moderator.refusal(paper.confirmPaperBallot, { params });
    expect(own.reason?.code).toBe("second-person-confirms");
    const count = async () =>
      (await scene.owner.call(contract.readDecision, { params: at(decision.id) })).ballotCount;
    expect(await count()).toBe(1);
    await scene.owner.call(paper.confirmPaperBallot, { params });
    expect(await count()).toBe(2);
    await closeEarly(server, at(decision.id));
    const closed = await scene.member.call(contract.readDecision, { params: at(decision.id) });
    expect(closed.result?.tally.ballots).toBe(2);
    expect(closed.paperTally).toMatchObject({ ballots: 1, winners: [b] });
    const list = { params: at(decision.id), query: {} };
    const { items } = await scene.member.call(contract.listBallots, list);
    const onPaper = items.filter(({ isOnPaper }) => isOnPaper).map(({ voter }) => voter.id);
    expect([items.length, onPaper]).toEqual([2, [participantId]]);
  });

  it("gives way to what its voter casts online, and is refused after that", async () => {
    const decision = await create({});
    const [a = "", b = ""] = decision.options.map(({ id }) => id);
    const params = { ...at(decision.id), participantId: await idOf(scene.member) };
    await scene.moderator.call(paper.enterPaperBallot, { params, body: vote(b) });
    await scene.owner.call(paper.confirmPaperBallot, { params });
    await scene.member.call(contract.castBallot, { params: at(decision.id), body: vote(a) });
    const late = await scene.moderator.refusal(paper.enterPaperBallot, { params, body: vote(b) });
    expect(late.reason?.code).toBe("voted-online");
    await closeEarly(server, at(decision.id));
    const closed = await scene.member.call(contract.readDecision, { params: at(decision.id) });
    expect(closed.result?.tally.winners).toEqual([a]);
    expect(closed.paperTally?.ballots).toBe(0);
  });

  it("is checked as any other, and refused for who is no elector, where none is taken, and where votes are secret", async () => {
    const decision = await create({});
    const wrong = await scene.moderator.refusal(paper.enterPaperBallot, {
      params: { ...at(decision.id), participantId: await idOf(scene.member) },
      body: vote(crypto.randomUUID()),
    });
    expect(wrong.type).toBe("/problems/ballot-invalid");
    const [a = ""] = decision.options.map(({ id }) => id);
    const enter = (decisionId: string, participantId: string) =>
      scene.moderator.refusal(paper.enterPaperBallot, {
        params: { ...at(decisionId), participantId },
        body: vote(a),
      });
    const late = await scene.join("Late");
    expect((await enter(decision.id, await idOf(late))).type).toBe("/problems/not-an-elector");
    const none = await create({ takesPaper: false });
    const refused = await scene.moderator.refusal(paper.enterPaperBallot, {
      params: { ...at(none.id), participantId: await idOf(scene.member) },
      body: vote(none.options[0]?.id ?? ""),
    });
    expect(refused.reason?.code).toBe("no-paper-here");
    const secret = await scene.owner.refusal(contract.createDecision, {
      params: { communityId: scene.communityId, debateId: scene.debateId },
      body: rulesOf({ secrecy: "secret", takesPaper: true }),
    });
    expect(secret.errors).toMatchObject([{ pointer: "#/body/takesPaper" }]);
  });
});
