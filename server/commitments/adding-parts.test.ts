import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as contract from "#shared/contract/commitments.ts";
import { commitmentLimits } from "#shared/contract/commitments.ts";
import { listNotices } from "#shared/contract/notifications.ts";
import type { Person } from "../testing/person.ts";
import { startTestServer, type TestServer } from "../testing/server.ts";
import * as scenes from "./testing-scene.ts";

const { answer, ask, idOf, inDays, promise, read, report, review } = scenes;

let server: TestServer;
let scene: scenes.Scene;
let helperId: string;
beforeAll(async () => {
  server = await startTestServer();
  scene = await scenes.setScene(server);
  helperId = await idOf(scene.member, scene.communityId);
});
afterAll(() => server.close());

type Ids = scenes.Ids;

const partOf = (more: object = {}) => ({
  title: "Publish the pictures",
  criterion: "All pictures of the year are on the site.",
  ownerId: helperId,
  dueAt: inDays(20),
  weight: 1,
  ...more,
});

async function input(params: Ids, more: object = {}) {
  const { version } = await read(scene.moderator, params);
  return { params, body: { version, ...partOf(more) } };
}
const add = async (params: Ids, more: object = {}, by: Person = scene.moderator) =>
  by.call(contract.addCommitmentPart, await input(params, more));
const refused = async (params: Ids, more: object = {}, by: Person = scene.moderator) => {
  const { type, reason, errors, status } = await by.refusal(
    contract.addCommitmentPart,
    await input(params, more),
  );
  const [error] = errors ?? [];
  return { status, why: reason?.code ?? error?.reason?.code ?? type, at: error?.pointer };
};
const kindsTold = async (person: Person, title: string) =>
  (await person.call(listNotices, { query: {} })).items
    .filter(({ data }) => data["title"] === title)
    .map(({ kind }) => kind);

describe("a part that is added later", () => {
  it("is promised by whoever is asked, and has the whole fall back, which its page and the record say", async () => {
    const one = { ...partOf(), title: "Publish the sound", ownerId: scene.promiserId, weight: 3 };
    const ids = await promise(scene, { title: "Publish everything", parts: [one] });
    const [first] = (await read(scene.promiser, ids)).parts;
    await report(scene.promiser, { ...ids, commitmentId: first?.id ?? "" }, 100);
    expect(await read(scene.promiser, ids)).toMatchObject({ progress: 100, state: "done" });

    const whole = await add(ids, { weight: 2 });
    expect(whole).toMatchObject({ progress: 60, state: "underway", doneAt: null, partCount: 2 });
    expect(whole.additions).toMatchObject([
      { part: { title: "Publish the pictures" }, by: { name: "Mod" }, before: 100, since: 60 },
    ]);
    expect(await kindsTold(scene.member, "Publish the pictures")).toContain("commitments.asked");
    expect(await kindsTold(scene.promiser, "Publish everything")).toContain(
      "commitments.part-added",
    );
    const part = { ...ids, commitmentId: whole.parts[1]?.id ?? "" };
    const early = await scene.member.refusal(contract.reportProgress, {
      params: part,
      body: scenes.reportOf(50),
    });
    expect(early.reason?.code).toBe("promise-first");
    await answer(scene.member, part);
    await report(scene.member, part, 50);
    const seen = await read(server.visitor(), ids);
    expect(seen).toMatchObject({ progress: 80, additions: [{ before: 100, since: 60 }] });
    const acts = await server.sql(
      "select payload from ledger_acts where subject = $1 and kind = 'commitment.part-added'",
      [ids.commitmentId],
    );
    const { commitmentId: id } = part;
    expect(acts).toMatchObject([{ payload: { part: id, weight: 2, before: 100, since: 60 } }]);
  });

  it("makes the progress of what had none that of parts, whatever was reported on the whole before", async () => {
    const ids = await promise(scene);
    await report(scene.promiser, ids, 70);
    const whole = await add(ids, { weight: commitmentLimits.weight });
    expect(whole).toMatchObject({
      progress: 0,
      state: "accepted",
      additions: [{ before: 70, since: 0 }],
      updates: [{ percent: 70 }],
      can: { addPart: true, report: false },
    });
    const direct = await scene.promiser.refusal(contract.reportProgress, {
      params: ids,
      body: scenes.reportOf(90),
    });
    expect(direct.reason?.code).toBe("report-on-parts");
  });

  it("is added by those who look after the debate alone", async () => {
    const ids = await promise(scene);
    for (const person of [scene.member, scene.promiser]) {
      expect(await refused(ids, {}, person)).toMatchObject({
        status: 403,
        why: "commitment-carers",
      });
      expect((await read(person, ids)).can.addPart).toBe(false);
    }
    expect((await refused(ids, {}, server.visitor())).status).toBe(401);
    const other = await scenes.setScene(server, { isPrivate: true });
    expect((await refused(ids, {}, other.moderator)).status).toBe(403);
    const theirs = await ask(other);
    const asked = { params: theirs, body: { version: 1, ...partOf() } };
    expect((await scene.moderator.refusal(contract.addCommitmentPart, asked)).status).toBe(404);
    const elsewhere = { ...asked, params: { ...ids, communityId: other.communityId } };
    expect((await other.moderator.refusal(contract.addCommitmentPart, elsewhere)).status).toBe(404);
  });

  it("is refused where nobody could keep it, in words that say which field and why", async () => {
    const ids = await promise(scene);
    const { promiserId: strangerId } = await scenes.setScene(server);
    const wrong: [object, string, string][] = [
      [{ dueAt: inDays(31) }, "part-after-whole", "#/body/dueAt"],
      [{ dueAt: inDays(-1) }, "time-passed", "#/body/dueAt"],
      [{ ownerId: strangerId }, "choose-another-member", "#/body/ownerId"],
    ];
    for (const [more, why, at] of wrong)
      expect(await refused(ids, more)).toMatchObject({ why, at });
    for (const weight of [0, 1.5, commitmentLimits.weight + 1]) {
      expect(await refused(ids, { weight })).toMatchObject({ status: 422, at: "#/body/weight" });
    }
    const [part] = (await add(ids)).parts;
    expect((await refused({ ...ids, commitmentId: part?.id ?? "" })).why).toBe("part-of-part");
    expect((await read(scene.moderator, ids)).partCount).toBe(1);
  });

  it("comes to nothing that is over, and to no more than there may be", async () => {
    const over = await promise(scene);
    await review(scene.moderator, over, { outcome: "revoke" });
    const withdrawn = await ask(scene);
    await scene.moderator.call(contract.withdrawCommitment, { params: withdrawn });
    for (const ids of [over, withdrawn]) {
      expect((await refused(ids)).why).toBe("part-when-over");
      expect((await read(scene.moderator, ids)).can.addPart).toBe(false);
    }
    const parts = Array.from({ length: commitmentLimits.parts }, () => partOf());
    const full = await ask(scene, { parts });
    expect((await refused(full)).why).toBe("part-too-many");
    const [first] = (await read(scene.moderator, full)).parts;
    const params = { ...full, commitmentId: first?.id ?? "" };
    await scene.moderator.call(contract.withdrawCommitment, { params });
    expect((await add(full)).partCount).toBe(commitmentLimits.parts);
  });

  it("is added once though it is sent twice, and by one of two who did not know of each other", async () => {
    const ids = await promise(scene);
    const { version } = await read(scene.moderator, ids);
    const body = { version, ...partOf() };
    const both = await Promise.all(
      [scene.moderator, scene.owner].map((person) =>
        person.tryCall(contract.addCommitmentPart, { params: ids, body }),
      ),
    );
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
    expect((await read(scene.moderator, ids)).partCount).toBe(1);
    const again = await input(ids);
    const key = crypto.randomUUID();
    const send = () => scene.moderator.call(contract.addCommitmentPart, again, key);
    expect(await send()).toEqual(await send());
    expect((await read(scene.moderator, ids)).partCount).toBe(2);
  });
});
