import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as contract from "#shared/contract/commitments.ts";
import { createDecision } from "#shared/contract/decisions.ts";
import { readDebate } from "#shared/contract/debates.ts";
import { communityRoom } from "#shared/contract/event.ts";
import { addDebate, rulesOf } from "../decisions/testing-scene.ts";
import { until } from "../debates/testing-scene.ts";
import { toldTo } from "../disputes/testing-scene.ts";
import type { Person } from "../testing/person.ts";
import { startTestServer, type TestServer } from "../testing/server.ts";
import { tellDue } from "./tell-due.ts";
import * as scenes from "./testing-scene.ts";

const { answer, ask, asking, inDays, passTime, promise, read, report, reportOf, review } = scenes;

let server: TestServer;
let scene: scenes.Scene;

beforeAll(async () => {
  server = await startTestServer();
  scene = await scenes.setScene(server);
});
afterAll(() => server.close());

const whyNot = async (refused: ReturnType<Person["refusal"]>) => {
  const { type, reason, errors } = await refused;
  return reason?.code ?? errors?.[0]?.reason?.code ?? type;
};
const phaseOf = async ({ owner, communityId, debateId }: scenes.Scene) =>
  (await owner.call(readDebate, { params: { communityId, debateId } })).phase;
const actsOf = async (subject: string) => {
  const { rows } = await server.deps.db.execute<{ kind: string }>(
    `select kind from ledger_acts where subject = '${subject}' order by id`,
  );
  return rows.map(({ kind }) => kind);
};

describe("a commitment", () => {
  it("is asked for by those who look after a debate that was decided, and by nobody else", async () => {
    const { communityId, member, promiser, moderator } = scene;
    const params = { communityId };
    const body = asking(scene);
    for (const person of [member, promiser]) {
      const refused = person.refusal(contract.proposeCommitment, { params, body });
      expect(await whyNot(refused)).toBe("commitment-carers");
    }
    const stranger = await server.visitor().refusal(contract.proposeCommitment, { params, body });
    expect(stranger.status).toBe(401);
    await ask(scene);
    const of = { params, query: { sourceId: scene.decisionId } };
    expect((await moderator.call(contract.listCommitments, of)).can.propose).toBe(true);
    expect((await member.call(contract.listCommitments, of)).can.propose).toBe(false);
  });

  it("follows from a decision that has ended", async () => {
    const { communityId, moderator, debateId } = await addDebate(server);
    const open = await moderator.call(createDecision, {
      params: { communityId, debateId },
      body: rulesOf({ opensAt: inDays(1), closesAt: inDays(2) }),
    });
    const body = { ...asking(scene), source: { kind: "decision" as const, id: open.id } };
    const input = { params: { communityId }, body };
    const refused = moderator.refusal(contract.proposeCommitment, input);
    expect(await whyNot(refused)).toBe("decision-undecided");
  });

  it("is nobody's before they say yes, and a yes begins the follow-up of the debate", async () => {
    const own = await scenes.setScene(server);
    const ids = await ask(own);
    expect(await toldTo(own.promiser)).toContain("commitments.asked");
    expect(await read(own.member, ids)).toMatchObject({ state: "open", answer: null });
    const { version } = await read(own.member, ids);
    const yes = { params: ids, body: { accept: true, version } };
    expect(await whyNot(own.member.refusal(contract.answerCommitment, yes))).toBe("promise-owner");
    expect(await whyNot(own.moderator.refusal(contract.answerCommitment, yes))).toBe(
      "promise-owner",
    );
    const early = { params: ids, body: reportOf(10) };
    expect(await whyNot(own.promiser.refusal(contract.reportProgress, early))).toBe(
      "promise-first",
    );
    expect(await phaseOf(own)).toBe("decided");
    await own.promiser.call(contract.answerCommitment, yes);
    await own.promiser.call(contract.answerCommitment, yes);
    expect(await read(own.member, ids)).toMatchObject({ state: "accepted" });
    expect(await phaseOf(own)).toBe("followup");
    expect(await toldTo(own.promiser)).not.toContain("commitments.asked");
    expect(await toldTo(own.moderator)).toContain("commitments.accepted");
    expect(await actsOf(ids.commitmentId)).toEqual(["commitment.proposed", "commitment.accepted"]);
  });

  it("can be declined, asked of another one in other words, and withdrawn, until there is a yes", async () => {
    const ids = await ask(scene);
    await answer(scene.promiser, ids, false);
    const { version, state } = await read(scene.moderator, ids);
    expect(state).toBe("declined");
    const ownerId = await scenes.idOf(scene.member, scene.communityId);
    const edit = { params: ids, body: { ownerId, title: "Publish some minutes", version } };
    const edited = await scene.moderator.call(contract.editCommitment, edit);
    expect(edited).toMatchObject({ state: "open", owner: { id: ownerId }, answer: null });
    const late = { params: ids, body: { accept: true, version } };
    expect(await whyNot(scene.member.refusal(contract.answerCommitment, late))).toBe(
      "/problems/stale-version",
    );
    await scene.moderator.call(contract.withdrawCommitment, { params: ids });
    const gone = await scene.moderator.call(contract.withdrawCommitment, { params: ids });
    expect(gone.state).toBe("withdrawn");
    const promised = await promise(scene);
    const refused = scene.moderator.refusal(contract.withdrawCommitment, { params: promised });
    expect(await whyNot(refused)).toBe("promise-stands");
  });

  it("is handed on only where its owner is no member any more", async () => {
    const own = await scenes.setScene(server);
    const ids = await promise(own);
    const { version } = await read(own.moderator, ids);
    const ownerId = await scenes.idOf(own.member, own.communityId);
    const edit = { params: ids, body: { ownerId, version } };
    expect(await whyNot(own.moderator.refusal(contract.editCommitment, edit))).toBe(
      "promise-stands",
    );
    await own.removeMember("Pia");
    expect((await read(own.moderator, ids)).hasOwner).toBe(false);
    const handed = await own.moderator.call(contract.editCommitment, edit);
    expect(handed).toMatchObject({ state: "open", hasOwner: true });
  });

  it("names days that can be kept and an owner who is there", async () => {
    const { communityId, moderator } = scene;
    const part = { title: "One", criterion: "It is there.", ownerId: scene.promiserId };
    const wrong: readonly [object, string][] = [
      [{ dueAt: inDays(-1) }, "time-passed"],
      [{ dueAt: inDays(5_000), reviewAt: inDays(5_001) }, "promise-too-far"],
      [{ reviewAt: inDays(29) }, "review-before-due"],
      [{ ownerId: crypto.randomUUID() }, "choose-another-member"],
      [{ parts: [{ ...part, dueAt: inDays(31) }] }, "part-after-whole"],
    ];
    for (const [more, reason] of wrong) {
      const input = { params: { communityId }, body: asking(scene, more) };
      expect(await whyNot(moderator.refusal(contract.proposeCommitment, input))).toBe(reason);
    }
  });

  it("of a private community is as good as none to others", async () => {
    const hidden = await scenes.setScene(server, { isPrivate: true });
    const ids = await ask(hidden);
    const refused = await scene.member.refusal(contract.readCommitment, { params: ids });
    expect(refused.status).toBe(404);
    const elsewhere = { ...ids, communityId: scene.communityId };
    const looked = await scene.owner.refusal(contract.readCommitment, { params: elsewhere });
    expect(looked.status).toBe(404);
  });
});

describe("progress", () => {
  it("is reported by the owner alone, each time with evidence, and told to everybody", async () => {
    const ids = await promise(scene);
    const { heard } = await server.visitor().listen(communityRoom(scene));
    const { moderator, promiser } = scene;
    const body = reportOf(30);
    const refused = moderator.refusal(contract.reportProgress, { params: ids, body });
    expect(await whyNot(refused)).toBe("promise-owner");
    const bare = { ...body, evidence: { title: "", url: "ftp://example.org" } };
    const wrong = await promiser.refusal(contract.reportProgress, { params: ids, body: bare });
    expect(wrong.status).toBe(422);
    expect((await report(promiser, ids, 30)).state).toBe("underway");
    const done = await report(promiser, ids, 100);
    expect(done).toMatchObject({ state: "done", progress: 100 });
    expect(done.updates.map(({ percent }) => percent)).toEqual([100, 30]);
    await until(() => heard.filter(({ name }) => name === "commitment.changed").length >= 2);
  });

  it("of a whole is that of its parts by their weights", async () => {
    const part = { criterion: "It is there.", ownerId: scene.promiserId, dueAt: inDays(10) };
    const parts = [
      { ...part, title: "The old minutes", weight: 2 },
      { ...part, title: "The new minutes", weight: 3 },
    ];
    const ids = await promise(scene, { parts });
    const at = { communityId: ids.communityId };
    const { parts: asked } = await read(scene.promiser, ids);
    expect(asked.map(({ state }) => state)).toEqual(["accepted", "accepted"]);
    const [old, young] = asked.map(({ id }) => ({ ...at, commitmentId: id }));
    if (!old || !young) throw new Error("two parts");
    const direct = scene.promiser.refusal(contract.reportProgress, {
      params: ids,
      body: reportOf(50),
    });
    expect(await whyNot(direct)).toBe("report-on-parts");
    await report(scene.promiser, old, 50);
    await report(scene.promiser, young, 100);
    const whole = await read(scene.promiser, ids);
    expect(whole).toMatchObject({ progress: 80, state: "underway", partCount: 2, doneAt: null });
    await report(scene.promiser, old, 100);
    expect(await read(scene.promiser, ids)).toMatchObject({ progress: 100, state: "done" });
  });
});

describe("the clock", () => {
  it("reminds the owner a week before, and marks what is overdue in public, each once", async () => {
    const own = await scenes.setScene(server);
    const ids = await promise(own);
    await passTime(own, ids, { due: -3, reviewed: -60 });
    expect(await toldTo(own.promiser)).toContain("commitments.due-soon");
    await passTime(own, ids, { due: 1 });
    await tellDue(server.deps);
    expect(await read(server.visitor(), ids)).toMatchObject({ state: "overdue" });
    const told = await toldTo(own.promiser);
    expect(told.filter((kind) => kind === "commitments.overdue")).toHaveLength(1);
    expect((await actsOf(ids.commitmentId)).at(-1)).toBe("commitment.overdue");
  });

  it("says nothing of what is done, and asks others than the owner to review it", async () => {
    const own = await scenes.setScene(server);
    const ids = await promise(own);
    await report(own.promiser, ids, 100);
    await passTime(own, ids, { due: 2, reviewed: 1 });
    expect(await read(own.member, ids)).toMatchObject({ state: "done" });
    const kinds = await toldTo(own.promiser);
    expect(kinds).not.toContain("commitments.overdue");
    expect(kinds).not.toContain("commitments.review-due");
    expect(await toldTo(own.moderator)).toContain("commitments.review-due");
    expect(await toldTo(own.owner)).toContain("commitments.review-due");
  });
});

describe("a review", () => {
  it("is not the owner's, and finds that something worked only once it is done", async () => {
    const { communityId, moderator, owner } = scene;
    const ownerId = await scenes.idOf(moderator, communityId);
    const ids = await ask(scene, { ownerId });
    await answer(moderator, ids);
    const { version } = await read(moderator, ids);
    const body = { outcome: "worked" as const, words: "All went well.", version };
    const mine = moderator.refusal(contract.reviewCommitment, { params: ids, body });
    expect(await whyNot(mine)).toBe("own-promise");
    const early = owner.refusal(contract.reviewCommitment, { params: ids, body });
    expect(await whyNot(early)).toBe("worked-when-done");
    await report(moderator, ids, 100);
    expect((await review(owner, ids, { outcome: "worked" })).state).toBe("worked");
    const over = moderator.refusal(contract.reportProgress, { params: ids, body: reportOf(10) });
    expect(await whyNot(over)).toBe("promise-over");
  });

  it("that wants a change can take the debate up again", async () => {
    const own = await scenes.setScene(server);
    const ids = await promise(own);
    const changed = await review(own.owner, ids, { outcome: "change", reopens: true });
    expect(changed).toMatchObject({ state: "changed", review: { reopened: true } });
    expect(await phaseOf(own)).toBe("deliberation");
    const again = await ask(own);
    await answer(own.promiser, again);
    const revoked = await review(own.owner, again, { outcome: "revoke", reopens: true });
    expect(revoked.review?.reopened).toBe(false);
  });
});

describe("promised and kept", () => {
  it("counts what was promised here and what became of it", async () => {
    const own = await scenes.setScene(server);
    const [kept, late, overdue] = [await promise(own), await promise(own), await promise(own)];
    await ask(own);
    await report(own.promiser, kept, 100);
    await passTime(own, late, { due: 1 });
    await report(own.promiser, late, 100);
    await passTime(own, overdue, { due: 1 });
    await promise(own);
    const params = { communityId: own.communityId };
    const { all, years } = await server.visitor().call(contract.countCommitments, { params });
    expect(all).toEqual({
      promised: 4,
      kept: 1,
      keptLate: 1,
      running: 1,
      overdue: 1,
      changed: 0,
      revoked: 0,
      keptPercent: 66,
    });
    expect(years.reduce((sum, { counts }) => sum + counts.promised, 0)).toBe(4);
  });

  it("lists commitments page by page, the newest first", async () => {
    const own = await scenes.setScene(server);
    const [first, second] = [await ask(own), await ask(own)];
    const params = { communityId: own.communityId };
    const list = (query: object) => own.member.call(contract.listCommitments, { params, query });
    const page = await list({ limit: 1 });
    expect(page.items.map(({ id }) => id)).toEqual([second.commitmentId]);
    const rest = await list({ limit: 1, after: page.next });
    expect(rest.items.map(({ id }) => id)).toEqual([first.commitmentId]);
    expect((await list({ debateId: own.debateId })).items).toHaveLength(2);
    expect((await list({ sourceId: crypto.randomUUID() })).items).toEqual([]);
  });
});
