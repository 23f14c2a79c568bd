import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { communityRoom } from "#shared/contract/event.ts";
import * as contract from "#shared/contract/incidents.ts";
import { openDispute } from "#shared/contract/disputes.ts";
import { listLedgerEntries } from "#shared/contract/ledger.ts";
import { listNotices } from "#shared/contract/notifications.ts";
import { downloadSystemCard, readSystem } from "#shared/contract/systems.ts";
import * as promises from "../commitments/testing-scene.ts";
import { until } from "../debates/testing-scene.ts";
import { toldTo } from "../disputes/testing-scene.ts";
import type { Person } from "../testing/person.ts";
import { startTestServer, type TestServer } from "../testing/server.ts";
import { tellDueIncidents } from "./tell-due.ts";
import {
  type Ids,
  mendingBy,
  move,
  passTime,
  read,
  report,
  reportOf,
  type Scene,
  setScene,
  stepTo,
} from "./testing-scene.ts";

let server: TestServer;
let scene: Scene;

beforeAll(async () => {
  server = await startTestServer();
  scene = await setScene(server);
});
afterAll(() => server.close());

const whyNot = async (refused: ReturnType<Person["refusal"]>) => {
  const { type, reason, errors } = await refused;
  return errors?.[0]?.reason?.code ?? reason?.code ?? type;
};
const notMoved = async (person: Person, ids: Ids, to: contract.IncidentState) =>
  whyNot(person.refusal(contract.moveIncident, await stepTo(person, ids, { to })));
const actsOf = async (subject: string) => {
  const rows = await server.sql("select kind from ledger_acts where subject = $1 order by id", [
    subject,
  ]);
  return rows.map(({ kind }) => kind);
};
const days = (from: string | null, to: string | null) =>
  Math.round((Date.parse(to ?? "") - Date.parse(from ?? "")) / 86_400_000);

describe("an incident", () => {
  it("is reported by members, told to moderators and the steward, and seen by everybody", async () => {
    const { heard } = await server.visitor().listen(communityRoom(scene));
    const { communityId } = scene;
    const body = reportOf(scene);
    const stranger = await server
      .visitor()
      .refusal(contract.reportIncident, { params: { communityId }, body });
    expect(stranger.status).toBe(401);
    const ids = await report(scene);
    const seen = await read(server.visitor(), ids);
    expect(seen).toMatchObject({ state: "reported", severity: "high", reporter: { name: "Mem" } });
    expect(days(seen.reportedAt, seen.dueAt)).toBe(3);
    for (const carer of [scene.moderator, scene.owner, scene.steward]) {
      expect(await toldTo(carer)).toContain("systems.reported");
    }
    expect(await toldTo(scene.member)).not.toContain("systems.reported");
    await until(() => heard.some(({ name }) => name === "incident.changed"));
  });

  it("is about a system of this community", async () => {
    const { communityId, member } = scene;
    const body = reportOf({ systemId: (await setScene(server)).systemId });
    const refused = await member.refusal(contract.reportIncident, {
      params: { communityId },
      body,
    });
    expect(refused.status).toBe(404);
  });

  it("is judged by moderators who do not answer for the system, always with reasons", async () => {
    const ids = await report(scene);
    expect(await notMoved(scene.member, ids, "accepted")).toBe("incident-carers");
    expect(await notMoved(scene.steward, ids, "declined")).toBe("incident-judges");
    expect(await notMoved(scene.moderator, ids, "closed")).toBe("no-such-step");
    const { version } = await read(scene.moderator, ids);
    const bare = { to: "declined" as const, why: "", version };
    const refused = await scene.moderator.refusal(contract.moveIncident, {
      params: ids,
      body: bare,
    });
    expect(refused.status).toBe(422);
    expect((await read(scene.steward, ids)).can.move).toEqual(["accepted"]);
    await move(scene.moderator, ids, "declined");
    const declined = await read(server.visitor(), ids);
    expect(declined).toMatchObject({ state: "declined", dueAt: null });
    expect(declined.steps).toMatchObject([{ to: "declined", by: { name: "Mod" } }]);
    expect(await toldTo(scene.member)).toContain("systems.declined");
  });

  it("is found to be more or less severe when it is accepted, and gets the time for that", async () => {
    const ids = await report(scene);
    const early = await stepTo(scene.moderator, ids, { to: "declined", severity: "low" });
    expect(await whyNot(scene.moderator.refusal(contract.moveIncident, early))).toBe(
      "severity-at-triage",
    );
    const step = await stepTo(scene.steward, ids, { to: "accepted", severity: "critical" });
    const accepted = await scene.steward.call(contract.moveIncident, step);
    expect(accepted.severity).toBe("critical");
    expect(days(accepted.steps[0]?.at ?? null, accepted.dueAt)).toBe(7);
    // Said twice, as by somebody who lost the answer, it is said once.
    const again = await scene.steward.call(contract.moveIncident, step);
    expect(again.steps).toHaveLength(1);
    const late = { ...step, body: { ...step.body, to: "mending" as const, severity: undefined } };
    expect(await whyNot(scene.steward.refusal(contract.moveIncident, late))).toBe(
      "/problems/stale-version",
    );
  });

  it("is mended once what was promised because of it is kept, and closed by another than the steward", async () => {
    const ids = await report(scene);
    const { member, moderator, steward, stewardId } = scene;
    const body = mendingBy(stewardId);
    const ask = { params: ids, body };
    expect(await whyNot(moderator.refusal(contract.askToMend, ask))).toBe("incident-not-accepted");
    await move(moderator, ids, "accepted");
    expect(await whyNot(member.refusal(contract.askToMend, ask))).toBe("incident-carers");
    const asked = await moderator.call(contract.askToMend, ask);
    expect(asked).toMatchObject({ state: "mending", commitments: [{ state: "open" }] });
    const [promise] = asked.commitments;
    expect(promise?.source).toMatchObject({ kind: "incident", id: ids.incidentId });
    const at = { communityId: ids.communityId, commitmentId: promise?.id ?? "" };
    await promises.answer(steward, at);
    expect(await notMoved(steward, ids, "resolved")).toBe("incident-unfinished");
    await promises.report(steward, at, 100);
    await move(steward, ids, "resolved");
    expect(await notMoved(steward, ids, "closed")).toBe("incident-judges");
    await move(moderator, ids, "closed");
    expect(await read(server.visitor(), ids)).toMatchObject({ state: "closed", dueAt: null });
    expect(await actsOf(ids.incidentId)).toEqual([
      "incident.reported",
      "incident.accepted",
      "incident.mending",
      "incident.resolved",
      "incident.closed",
    ]);
  });

  it("is linked to a case of this community by those who have a part in it", async () => {
    const own = await setScene(server);
    const ids = await report(own);
    const other = await own.join("Otto");
    const link = async (disputeId: string) => {
      const { version } = await read(own.member, ids);
      return { params: ids, body: { disputeId, version } };
    };
    const none = await link(crypto.randomUUID());
    expect(await whyNot(other.refusal(contract.linkIncident, none))).toBe("incident-parties");
    expect(await whyNot(own.member.refusal(contract.linkIncident, none))).toBe("no-such-dispute");
    const disputeId = await conflictOf(own);
    await own.member.call(contract.linkIncident, await link(disputeId));
    expect((await read(server.visitor(), ids)).dispute).toEqual({
      id: disputeId,
      stage: "mediation",
      choice: null,
    });
  });

  it("of a private community is as good as none to others", async () => {
    const hidden = await setScene(server, { isPrivate: true });
    const ids = await report(hidden);
    expect((await scene.member.refusal(contract.readIncident, { params: ids })).status).toBe(404);
    const elsewhere = { ...ids, communityId: scene.communityId };
    const looked = await scene.owner.refusal(contract.readIncident, { params: elsewhere });
    expect(looked.status).toBe(404);
  });
});

/** The member brings a conflict with the steward. */
async function conflictOf({ member, communityId, stewardId }: Scene): Promise<string> {
  const { id } = await member.call(openDispute, {
    params: { communityId },
    body: {
      kind: "conflict",
      respondentId: stewardId,
      grounds: "The summary names me, and stays as it is.",
      remedy: "That it is corrected.",
    },
  });
  return id;
}

describe("whoever asks not to be named", () => {
  it("is known to moderators and themselves, and named nowhere else", async () => {
    const own = await setScene(server);
    const secret = await own.join("Shy Sheila");
    const id = await promises.idOf(secret, own.communityId);
    const { heard } = await server.visitor().listen(communityRoom(own));
    const ids = await report(own, { isNamed: false }, secret);
    expect((await read(own.moderator, ids)).reporter?.name).toBe("Shy Sheila");
    expect((await read(secret, ids)).reporter?.name).toBe("Shy Sheila");
    for (const other of [own.member, own.steward, server.visitor()]) {
      expect((await read(other, ids)).reporter).toBeNull();
    }
    await until(() => heard.some(({ name }) => name === "incident.changed"));
    const { communityId, systemId } = own;
    const visitor = server.visitor();
    const params = { communityId };
    const about = { subject: ids.incidentId };
    const isNumbered = async () => {
      const { items } = await visitor.call(listLedgerEntries, { params, query: about });
      return items.length === 1;
    };
    await until(isNumbered);
    const textOf = async (answer: Promise<Response>) => (await answer).text();
    const told = [
      ...heard.map((one) => JSON.stringify(one)),
      await textOf(visitor.tryCall(contract.listIncidents, { params, query: {} })),
      await textOf(visitor.tryCall(downloadSystemCard, { params: { ...params, systemId } })),
      await textOf(visitor.tryCall(listLedgerEntries, { params, query: about })),
      await textOf(own.steward.tryCall(listNotices, { query: {} })),
    ].filter((text) => text.includes(ids.incidentId));
    // An event, the list, the card, the entry, and the notice.
    expect(told.length).toBeGreaterThanOrEqual(5);
    for (const text of told) {
      expect(text).not.toContain("Shy Sheila");
      expect(text).not.toContain(id);
    }
    const acts = await server.sql("select actor from ledger_acts where subject = $1", [
      ids.incidentId,
    ]);
    expect(acts).toEqual([{ actor: null }]);
    expect(await server.sql("select 1 from ledger_salts where actor = $1", [id])).toEqual([]);
  });
});

describe("the clock", () => {
  it("reminds when half of the time is over, and marks what is overdue in public, each once", async () => {
    const own = await setScene(server);
    const ids = await report(own);
    await passTime(own, ids, 1);
    expect(await toldTo(own.steward)).not.toContain("systems.due-soon");
    await passTime(own, ids, 1);
    expect(await toldTo(own.steward)).toContain("systems.due-soon");
    await passTime(own, ids, 1);
    await tellDueIncidents(server.deps);
    const overdue = await read(server.visitor(), ids);
    expect(overdue.isOverdue).toBe(true);
    const told = await toldTo(own.moderator);
    expect(told.filter((kind) => kind === "systems.overdue")).toHaveLength(1);
    expect((await actsOf(ids.incidentId)).at(-1)).toBe("incident.overdue");
    const { communityId, systemId } = own;
    const card = await own.member.call(readSystem, { params: { communityId, systemId } });
    expect(card).toMatchObject({ openIncidents: 1, overdueIncidents: 1 });
    await move(own.moderator, ids, "accepted");
    expect((await read(own.member, ids)).isOverdue).toBe(false);
    expect(await toldTo(own.moderator)).not.toContain("systems.overdue");
  });
});

describe("the time for incidents", () => {
  it("is set by owners for what is reported from then on", async () => {
    const own = await setScene(server);
    const before = await report(own);
    const params = { communityId: own.communityId };
    const { terms, version } = await own.owner.call(contract.readIncidentTerms, { params });
    const body = { terms: { ...terms, high: { triageDays: 10, mendDays: 20 } }, version };
    const refused = await own.moderator.refusal(contract.changeIncidentTerms, { params, body });
    expect(refused.status).toBe(403);
    const changed = await own.owner.call(contract.changeIncidentTerms, { params, body });
    expect(changed).toMatchObject({ version: 1, can: { change: true } });
    const other = { ...body, terms };
    expect(
      await whyNot(own.owner.refusal(contract.changeIncidentTerms, { params, body: other })),
    ).toBe("/problems/stale-version");
    const [old, young] = [
      await read(own.member, before),
      await read(own.member, await report(own)),
    ];
    expect([days(old.reportedAt, old.dueAt), days(young.reportedAt, young.dueAt)]).toEqual([3, 10]);
  });
});
