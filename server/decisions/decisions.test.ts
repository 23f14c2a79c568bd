import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { ballotsCounted } from "#shared/contract/decision-events.ts";
import * as contract from "#shared/contract/decisions.ts";
import { debateRoom } from "#shared/contract/event.ts";
import type { Envelope } from "#shared/contract/rooms.ts";
import { settleDecision } from "./settle.ts";
import { startTestServer, type TestServer } from "../testing/server.ts";
import { addDebate, closeEarly, rulesOf, type Scene, until } from "./testing-scene.ts";

let server: TestServer;
let scene: Scene;
beforeAll(async () => {
  server = await startTestServer();
});
beforeEach(async () => {
  scene = await addDebate(server);
});
afterAll(() => server.close());

const at = (id: string) => ({ communityId: scene.communityId, decisionId: id });
const open = (more: object = {}) =>
  scene.owner.call(contract.createDecision, {
    params: { communityId: scene.communityId, debateId: scene.debateId },
    body: rulesOf(more),
  });

const countsIn = (heard: readonly Envelope[]) =>
  heard
    .filter(({ name }) => name === ballotsCounted.name)
    .map(({ payload }) => ballotsCounted.payload.parse(payload));

describe("a decision", () => {
  it("is voted on, changed, closed in the database's time, and counted", async () => {
    const decision = await open();
    const [a, b, c] = decision.options.map(({ id }) => [id]);
    if (!a || !b || !c) throw new Error("three options");
    expect(decision).toMatchObject({ status: "open", electorate: { size: 3 }, ballotCount: 0 });
    const rank = (who: (typeof scene)["owner"], ranking: string[][]) =>
      who.call(contract.castBallot, {
        params: at(decision.id),
        body: { ballot: { method: "schulze", ranking } },
      });
    await rank(scene.owner, [a, b, c]);
    await rank(scene.moderator, [b, a, c]);
    await rank(scene.member, [c, b, a]);
    const again = await rank(scene.member, [b, c, a]);
    expect(again.revision).toBe(2);
    await closeEarly(server, at(decision.id));
    const closed = await scene.member.call(contract.readDecision, { params: at(decision.id) });
    expect(closed.status).toBe("closed");
    expect(closed.result?.tally.winners).toEqual(b);
    expect(closed.result?.outcome).toMatchObject({
      result: "passed",
      turnout: { persons: { cast: 3, of: 3 } },
    });
    expect(closed.mine.ballot).toMatchObject({ ranking: [b, c, a] });
  });

  it("tells the count of each of two that are voted on at the same time", async () => {
    const both = [await open(), await open()];
    const { communityId, debateId } = scene;
    const { heard } = await scene.moderator.listen(debateRoom({ communityId, debateId }));
    await Promise.all(
      both.map(({ id }) =>
        scene.owner.call(contract.castBallot, {
          params: at(id),
          body: { ballot: { method: "schulze", ranking: [] } },
        }),
      ),
    );
    const told = () => countsIn(heard).map(({ decisionId }) => decisionId);
    await expect.poll(told).toEqual(expect.arrayContaining(both.map(({ id }) => id)));
  });

  it("tells who joins its room late of the ballots that were counted while they read the page", async () => {
    const decision = await open();
    await scene.owner.call(contract.castBallot, {
      params: at(decision.id),
      body: { ballot: { method: "schulze", ranking: [] } },
    });
    const { communityId, debateId } = scene;
    // What is told at once is over: nothing of it can come to who joins only now.
    await new Promise((resolve) => setTimeout(resolve, 400));
    const late = server.visitor();
    const { heard } = await late.listen(debateRoom({ communityId, debateId }));
    const counts = () =>
      countsIn(heard)
        .filter(({ decisionId }) => decisionId === decision.id)
        .map(({ ballotCount }) => ballotCount);
    await expect.poll(counts).toContain(1);
    late.leave();
  });

  it("takes no ballot after its deadline, though no worker has closed it", async () => {
    const decision = await open();
    await closeEarly(server, at(decision.id), { settle: false });
    const refused = await scene.member.refusal(contract.castBallot, {
      params: at(decision.id),
      body: { ballot: { method: "schulze", ranking: [] } },
    });
    expect(refused).toMatchObject({ type: "/problems/decision-closed", status: 409 });
  });

  it("takes no ballot from somebody who joined after it opened", async () => {
    const decision = await open();
    const late = await scene.join("Late");
    const refused = await late.refusal(contract.castBallot, {
      params: at(decision.id),
      body: { ballot: { method: "schulze", ranking: [] } },
    });
    expect(refused.type).toBe("/problems/not-an-elector");
    const view = await late.call(contract.readDecision, { params: at(decision.id) });
    expect(view.can.vote).toBe(false);
    await scene.removeMember("Late");
  });

  it("says which part of a ballot breaks which rule, and keeps nothing of it", async () => {
    const decision = await open();
    const [first] = decision.options;
    const refused = await scene.member.refusal(contract.castBallot, {
      params: at(decision.id),
      body: { ballot: { method: "schulze", ranking: [[first?.id ?? ""], [first?.id ?? ""]] } },
    });
    expect(refused).toMatchObject({ type: "/problems/ballot-invalid", status: 422 });
    expect(refused.errors).toEqual([
      {
        pointer: "#/body/ballot/ranking/1/0",
        detail: "This option is named twice.",
        reason: { code: "duplicate-option", values: { option: first?.id } },
      },
    ]);
    const other = await scene.member.refusal(contract.castBallot, {
      params: at(decision.id),
      body: { ballot: { method: "plurality", choice: first?.id ?? "" } },
    });
    expect(other.type).toBe("/problems/ballot-invalid");
    const view = await scene.member.call(contract.readDecision, { params: at(decision.id) });
    expect(view.ballotCount).toBe(0);
  });

  it("counts one ballot for sixteen identical requests with one key", async () => {
    const decision = await open();
    const input = {
      params: at(decision.id),
      body: { ballot: { method: "schulze" as const, ranking: [] } },
    };
    const answers = await Promise.all(
      Array.from({ length: 16 }, () =>
        scene.member.call(contract.castBallot, input, "one-key-1234"),
      ),
    );
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]?.revision).toBe(1);
    const ranking = [[decision.options[0]?.id ?? ""]];
    const other = await scene.member.tryCall(
      contract.castBallot,
      { ...input, body: { ballot: { method: "schulze", ranking } } },
      "one-key-1234",
    );
    expect(other.status).toBe(422);
    const neighbour = await scene.owner.call(contract.castBallot, input, "one-key-1234");
    expect(neighbour.revision).toBe(1);
  });

  it("is changed before it opens, not after", async () => {
    const later = new Date(Date.now() + 3_600_000).toISOString();
    const end = new Date(Date.now() + 7_200_000).toISOString();
    const planned = await open({ opensAt: later, closesAt: end });
    expect(planned.status).toBe("scheduled");
    const body = { ...rulesOf({ opensAt: later, closesAt: end }), title: "Another title" };
    const changed = await scene.owner.call(contract.changeDecision, {
      params: at(planned.id),
      body: { ...body, version: planned.version },
    });
    expect(changed.title).toBe("Another title");
    const stale = await scene.owner.refusal(contract.changeDecision, {
      params: at(planned.id),
      body: { ...body, version: planned.version },
    });
    expect(stale.type).toBe("/problems/stale-version");
    const opened = await scene.owner.call(contract.openDecision, { params: at(planned.id) });
    expect(opened.status).toBe("open");
    const tooLate = await scene.owner.refusal(contract.changeDecision, {
      params: at(planned.id),
      body: { ...body, version: opened.version },
    });
    expect(tooLate.type).toBe("/problems/decision-opened");
    const reason = { reason: "We changed our minds." };
    const uncancelled = await scene.owner.refusal(contract.cancelDecision, {
      params: at(planned.id),
      body: reason,
    });
    expect(uncancelled.type).toBe("/problems/decision-opened");
    const annulled = await scene.moderator.call(contract.annulDecision, {
      params: at(planned.id),
      body: reason,
    });
    expect(annulled).toMatchObject({ status: "annulled", endReason: reason.reason });
    const refused = await scene.member.refusal(contract.castBallot, {
      params: at(planned.id),
      body: { ballot: { method: "schulze", ranking: [] } },
    });
    expect(refused.type).toBe("/problems/decision-closed");
  });

  it("opens and closes by itself when its times come", async () => {
    const decision = await open({ opensAt: new Date(Date.now() + 1_500).toISOString() });
    const state = async () =>
      (await scene.owner.call(contract.readDecision, { params: at(decision.id) })).status;
    expect(await state()).toBe("scheduled");
    await until(async () => (await state()) === "open");
    await closeEarly(server, at(decision.id), { settle: false, reschedule: true });
    await until(async () => (await state()) === "closed");
  });

  it("shows how many voted to everybody live, and never what they chose", async () => {
    const decision = await open({ secrecy: "secret-until-close" });
    const { heard } = await server.visitor().listen(debateRoom(scene));
    const [first] = decision.options;
    await scene.member.call(contract.castBallot, {
      params: at(decision.id),
      body: { ballot: { method: "schulze", ranking: [[first?.id ?? ""]] } },
    });
    await until(async () => heard.some(({ name }) => name === "ballots.counted"));
    expect(heard.find(({ name }) => name === "ballots.counted")?.payload).toMatchObject({
      ballotCount: 1,
    });
    expect(JSON.stringify(heard)).not.toContain(first?.id);
    for (const reader of [scene.owner, scene.moderator, server.visitor()]) {
      const view = await reader.call(contract.readDecision, { params: at(decision.id) });
      expect([view.result, view.mine.ballot]).toEqual([null, null]);
      const hidden = await reader.refusal(contract.listBallots, { params: at(decision.id) });
      expect(hidden.type).toBe("/problems/not-allowed");
    }
    await closeEarly(server, at(decision.id));
    const shown = await server.visitor().call(contract.listBallots, { params: at(decision.id) });
    expect(shown.items).toMatchObject([{ voter: { name: "Mem" }, weight: "1" }]);
  });

  it("does not pass without its quorum: half of three is two", async () => {
    const quorum = { persons: { num: 1, den: 2 } };
    const decision = await open({ quorum });
    await scene.member.call(contract.castBallot, {
      params: at(decision.id),
      body: { ballot: { method: "schulze", ranking: [[decision.options[0]?.id ?? ""]] } },
    });
    await closeEarly(server, at(decision.id));
    const { result } = await scene.owner.call(contract.readDecision, { params: at(decision.id) });
    expect(result?.outcome).toMatchObject({
      result: "no-quorum",
      quorum: { persons: { needed: 2, cast: 1, of: 3, isMet: false } },
    });
  });

  it("counts each acknowledged ballot and no other when closing races with voting", async () => {
    for (let round = 0; round < 10; round += 1) {
      scene = await addDebate(server);
      const decision = await open();
      const ballot = { method: "schulze" as const, ranking: [[decision.options[0]?.id ?? ""]] };
      const voters = [scene.owner, scene.moderator, scene.member];
      const [, ...answers] = await Promise.all([
        closeEarly(server, at(decision.id)),
        ...voters.map((voter) =>
          voter.tryCall(contract.castBallot, { params: at(decision.id), body: { ballot } }),
        ),
      ]);
      await settleDecision(server.deps, at(decision.id));
      const taken = answers.filter(({ status }) => status === 200).length;
      const { result } = await scene.owner.call(contract.readDecision, { params: at(decision.id) });
      expect(result?.tally.ballots).toBe(taken);
      expect(answers.every(({ status }) => status === 200 || status === 409)).toBe(true);
    }
  });

  it("puts its outcome in words after closing, by its author or moderators", async () => {
    const decision = await open();
    const early = await scene.owner.refusal(contract.writeOutcome, {
      params: at(decision.id),
      body: { text: "We will.", version: decision.version },
    });
    expect(early.type).toBe("/problems/not-allowed");
    await closeEarly(server, at(decision.id));
    const { version } = await scene.owner.call(contract.readDecision, { params: at(decision.id) });
    const body = { text: "We will.", version };
    const denied = await scene.member.refusal(contract.writeOutcome, {
      params: at(decision.id),
      body,
    });
    expect(denied.status).toBe(403);
    const written = await scene.moderator.call(contract.writeOutcome, {
      params: at(decision.id),
      body,
    });
    expect(written.outcome).toBe("We will.");
  });
});
