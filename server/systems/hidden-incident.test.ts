import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readCommitment } from "#shared/contract/commitments.ts";
import { addRule } from "#shared/contract/communities.ts";
import * as disputes from "#shared/contract/disputes.ts";
import { flagContent } from "#shared/contract/flags.ts";
import * as incidents from "#shared/contract/incidents.ts";
import { exportLedger } from "#shared/contract/ledger.ts";
import {
  listModerationActions,
  moderate,
  readModeratedContent,
} from "#shared/contract/moderation.ts";
import { listNotices } from "#shared/contract/notifications.ts";
import { downloadSystemCard, registerSystem } from "#shared/contract/systems.ts";
import {
  type Scene as Judged,
  seatAll,
  setDisputeScene,
  voteAll,
} from "../disputes/testing-scene.ts";
import type { Person } from "../testing/person.ts";
import { startTestServer, type TestServer } from "../testing/server.ts";
import { cardOf, mendingBy, move, read, reportOf } from "./testing-scene.ts";

let server: TestServer;
let scene: Judged;
let systemId: string;
let stranger: Person;
beforeAll(async () => {
  server = await startTestServer();
  scene = await setDisputeScene(server);
  stranger = server.visitor();
  const params = { communityId: scene.communityId };
  await scene.owner.call(addRule, { params, body: { title: "Be kind", text: "To all." } });
  const { id } = await scene.owner.call(registerSystem, {
    params,
    body: cardOf(scene.idOf(scene.respondent)),
  });
  systemId = id;
});
afterAll(() => server.close());

const secret = "quagga";
/** Each of the report's words has it. */
const words = {
  // Longer than what a notice has room for.
  title: `It named a ${secret}, ${"again and ".repeat(15)}again`,
  release: `2.1 ${secret}`,
  words: `The summary says that I am a ${secret}.`,
  harmed: `Me: I am no ${secret}.`,
  evidence: [{ title: `A picture of a ${secret}`, url: `https://example.org/${secret}` }],
};

const paramsOf = () => ({ communityId: scene.communityId });

async function report(more: object = {}) {
  const body = reportOf({ systemId }, { ...words, ...more });
  const { id } = await scene.claimant.call(incidents.reportIncident, { params: paramsOf(), body });
  return { ...paramsOf(), incidentId: id };
}

const hide = ({ incidentId: id }: { incidentId: string }, by = scene.moderator) =>
  by.tryCall(moderate, {
    params: paramsOf(),
    body: { subject: { kind: "incident", id }, kind: "hide", rule: 1, reason: "It is unkind." },
  });

/** All that a person is told anywhere. */
async function toldTo(person: Person, ids: { communityId: string; incidentId: string }) {
  const params = paramsOf();
  const { commitments, ...incident } = await read(person, ids);
  const promises = commitments.map(({ id: commitmentId }) =>
    person.call(readCommitment, { params: { ...params, commitmentId } }),
  );
  const files = [
    await person.tryCall(downloadSystemCard, { params: { ...params, systemId } }),
    await person.tryCall(exportLedger, { params }),
  ];
  const notices = person === stranger ? [] : await person.call(listNotices, { query: {} });
  return JSON.stringify([
    incident,
    await Promise.all(promises),
    await person.call(incidents.listIncidents, { params, query: {} }),
    await Promise.all(files.map((file) => file.text())),
    notices,
  ]);
}

/** What the public record has of it in words, with the salts of what it commits to. */
const recordedOf = ({ communityId, incidentId }: { communityId: string; incidentId: string }) =>
  server.sql(
    `select words.field, words.value, words.actor, encode(words.salt, 'hex') as salt
      from ledger_salts words join ledger_acts act on act.id = words.act_id
      where act.community_id = $1 and act.subject = $2 and act.kind = 'incident.reported'
      order by field`,
    [communityId, incidentId],
  );

describe("a report of an incident that breaks a rule", () => {
  it("is flagged, hidden from everybody wherever it stands, and brought back as it was by a jury", async () => {
    const { claimant, respondent, moderator, owner } = scene;
    const ids = await report();
    await move(owner, ids, "accepted");
    await owner.call(incidents.askToMend, {
      params: ids,
      body: mendingBy(scene.idOf(respondent)),
    });
    const subject = { kind: "incident" as const, id: ids.incidentId };
    const flag = { params: paramsOf(), body: { subject, rule: 1 } };
    expect((await claimant.refusal(flagContent, flag)).reason?.code).toBe("not-your-own");
    expect((await stranger.refusal(flagContent, flag)).status).toBe(401);
    await respondent.call(flagContent, flag);
    const recorded = await recordedOf(ids);
    expect(recorded).toHaveLength(3);
    const before = await toldTo(stranger, ids);
    expect(before.split(secret).length).toBeGreaterThan(8);

    expect((await hide(ids, claimant)).status).toBe(403);
    expect((await hide(ids)).status).toBe(200);
    for (const person of [stranger, respondent, moderator, owner]) {
      expect(await toldTo(person, ids)).not.toContain(secret);
    }
    const hidden = await read(stranger, ids);
    expect(hidden).toMatchObject({
      title: "…",
      words: "",
      evidence: [],
      state: "mending",
      moderation: { state: "hidden", rule: { number: 1 } },
    });
    const at = { ...paramsOf(), kind: "incident" as const, subjectId: ids.incidentId };
    expect((await respondent.refusal(readModeratedContent, { params: at })).status).toBe(403);
    for (const person of [claimant, moderator]) {
      const kept = await person.call(readModeratedContent, { params: at });
      expect(kept.words).toMatchObject({ title: words.title, words: words.words });
    }

    const actionId = hidden.moderation?.actionId ?? "";
    const body = { kind: "action" as const, actionId, grounds: "It is what happened." };
    const { id: disputeId } = await claimant.call(disputes.openDispute, {
      params: paramsOf(),
      body,
    });
    const { version } = await read(claimant, ids);
    await claimant.call(incidents.linkIncident, { params: ids, body: { disputeId, version } });
    const dispute = { ...paramsOf(), disputeId };
    const jurors = await seatAll({ ...scene, respondent: moderator }, dispute);
    expect(jurors).not.toContain(respondent);
    const all = jurors.map(() => "overturn" as const);
    await voteAll(jurors, dispute, all);

    const { dispute: found, moderation, ...after } = await read(stranger, ids);
    expect(found).toMatchObject({ id: disputeId, stage: "ruled", choice: "overturn" });
    expect(moderation).toBeUndefined();
    expect(after).toMatchObject(words);
    const [promise] = after.commitments;
    const commitment = { ...paramsOf(), commitmentId: promise?.id ?? "" };
    const { source } = await stranger.call(readCommitment, { params: commitment });
    expect(source.title).toBe(words.title);
    // The words prove again what the public record had committed to.
    expect(await recordedOf(ids)).toEqual(recorded);
  });

  it("names nobody when it was reported without a name, and no sanction can follow that would", async () => {
    const { claimant, owner } = scene;
    const ids = await report({ isNamed: false });
    const sanction = {
      params: paramsOf(),
      body: {
        subject: { kind: "incident" as const, id: ids.incidentId },
        kind: "suspend" as const,
        rule: 1,
        reason: "It is unkind.",
        until: new Date(Date.now() + 86_400_000).toISOString(),
      },
    };
    expect((await owner.refusal(moderate, sanction)).reason?.code).toBe("not-for-this");
    expect((await hide(ids)).status).toBe(200);
    const { moderation, reporter } = await read(stranger, ids);
    expect(reporter).toBeNull();
    const { items } = await stranger.call(listModerationActions, { params: paramsOf(), query: {} });
    const action = items.find(({ id }) => id === moderation?.actionId);
    expect(action).toMatchObject({ author: null, reason: null });
    expect(JSON.stringify(action)).not.toContain(scene.idOf(claimant));
    const own = await claimant.call(listModerationActions, {
      params: paramsOf(),
      query: { mine: "true" },
    });
    expect(own.items.map(({ id }) => id)).toContain(moderation?.actionId);
  });

  it("is flagged and hidden in its own community alone", async () => {
    const ids = await report();
    const other = await setDisputeScene(server, 0);
    const params = { communityId: other.communityId };
    const subject = { kind: "incident" as const, id: ids.incidentId };
    const flag = await other.claimant.refusal(flagContent, { params, body: { subject, rule: 1 } });
    expect(flag.status).toBe(404);
    const deed = { subject, kind: "hide" as const, rule: 1, reason: "It is unkind." };
    expect((await other.moderator.refusal(moderate, { params, body: deed })).status).toBe(404);
  });
});
