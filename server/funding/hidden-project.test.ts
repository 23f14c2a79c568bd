import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listCommitments, readCommitment } from "#shared/contract/commitments.ts";
import { addRule } from "#shared/contract/communities.ts";
import { flagContent } from "#shared/contract/flags.ts";
import * as contract from "#shared/contract/funding.ts";
import { exportLedger } from "#shared/contract/ledger.ts";
import { moderate, readModeratedContent } from "#shared/contract/moderation.ts";
import { listNotices } from "#shared/contract/notifications.ts";
import { recountBundle, roundBundleFrom } from "#shared/funding/bundle.ts";
import { type Scene, setScene } from "../debates/testing-scene.ts";
import { findAction } from "../moderation/action-store.ts";
import { overturn } from "../moderation/public.ts";
import type { Person } from "../testing/person.ts";
import { startTestServer, type TestServer } from "../testing/server.ts";
import { countEndedRound, settleRound } from "./public.ts";
import { endVotingNow } from "./testing-clock.ts";

let server: TestServer;
let scene: Scene;
beforeAll(async () => {
  server = await startTestServer();
  scene = await setScene(server);
  const params = { communityId: scene.communityId };
  await scene.owner.call(addRule, { params, body: { title: "Be kind", text: "To all." } });
});
afterAll(() => server.close());

const secret = "quagga";
const plan = {
  title: `Feed a ${secret}`,
  summary: `There is a hungry ${secret}.`,
  team: `The friends of the ${secret}`,
  openness: `Everybody may see the ${secret}.`,
  cost: 40_000,
  least: 40_000,
  milestones: [
    { title: `A bowl for the ${secret}`, weeks: 4 },
    { title: `A bed for the ${secret}`, weeks: 8 },
  ],
};

/** A round that takes proposals, with such a project. */
async function proposed() {
  const { communityId, moderator, member } = scene;
  const { id: roundId } = await moderator.call(contract.beginFundingRound, {
    params: { communityId },
    body: {
      title: "Open tools",
      currency: "EUR",
      budget: 100_000,
      settings: { rule: "equal-shares", form: "approval", most: 3 },
      closesAt: new Date(Date.now() + 3_600_000).toISOString(),
    },
  });
  const ids = { communityId, roundId };
  const project = await member.call(contract.proposeProject, { params: ids, body: plan });
  return { ids, project, subject: { kind: "project" as const, id: project.id } };
}

type Ids = { readonly communityId: string; readonly roundId: string };

const hide = async ({ communityId }: Ids, subject: { kind: "project"; id: string }) => {
  const body = { subject, kind: "hide" as const, rule: 1, reason: "It is unkind." };
  return (await scene.moderator.call(moderate, { params: { communityId }, body })).id;
};

/** As a jury does that finds an action wrong. */
const ruled = (actionId: string) =>
  server.deps.transact(async (tx) => {
    const action = await findAction(tx.db, { communityId: scene.communityId, actionId });
    if (action) await overturn(server.deps, tx, { action, byId: null });
  });

async function vote(ids: Ids, projectId: string) {
  const { moderator, owner, author } = scene;
  await moderator.call(contract.openFundingRound, { params: ids });
  for (const person of [owner, author]) {
    const ballot = { form: "approval" as const, projects: [projectId] };
    await person.call(contract.castFundingBallot, { params: ids, body: { ballot } });
  }
}

async function count(ids: Ids) {
  await endVotingNow(server, ids);
  await settleRound(server.deps, ids);
  await countEndedRound(server.deps, ids);
}

const read = (params: Ids, person: Person = scene.stranger) =>
  person.call(contract.readFundingRound, { params });

const bundleOf = async (params: Ids) => {
  const file = await scene.stranger.tryCall(contract.downloadFundingBundle, { params });
  const bundle = roundBundleFrom(await file.json());
  if (!bundle) throw new Error("a bundle that can be counted");
  return bundle;
};

/** All that a person is told of a round that was counted. */
async function toldTo(person: Person, ids: Ids) {
  const params = { communityId: ids.communityId };
  const { items } = await person.call(listCommitments, { params, query: {} });
  const promises = items.map(({ id: commitmentId }) =>
    person.call(readCommitment, { params: { ...params, commitmentId } }),
  );
  const files = [
    await person.tryCall(contract.downloadPabulib, { params: ids }),
    await person.tryCall(exportLedger, { params }),
  ];
  return JSON.stringify([
    await read(ids, person),
    items,
    await Promise.all(promises),
    await Promise.all(files.map((file) => file.text())),
    await bundleOf(ids),
    person === scene.stranger ? [] : await person.call(listNotices, { query: {} }),
  ]);
}

const recorded = ({ communityId }: Ids) =>
  server.sql(
    `select act_id, field, value, encode(salt, 'hex') as salt from ledger_salts
      where community_id = $1 order by act_id, field`,
    [communityId],
  );

describe("a project that breaks a rule", () => {
  it("is flagged, hidden with all that was promised of it, counted all the same, and comes back as it was", async () => {
    const { ids, project, subject } = await proposed();
    const { author, member, moderator, owner, stranger } = scene;
    const params = { communityId: ids.communityId };
    const flag = { params, body: { subject, rule: 1 } };
    expect((await member.refusal(flagContent, flag)).reason?.code).toBe("not-your-own");
    await author.call(flagContent, flag);
    await vote(ids, project.id);
    await count(ids);
    const before = await toldTo(stranger, ids);
    expect(before.split(secret).length).toBeGreaterThan(10);
    const { outcome, ...shown } = await read(ids);
    const words = await recorded(ids);

    const actionId = await hide(ids, subject);
    for (const person of [stranger, author, moderator, owner]) {
      expect(await toldTo(person, ids)).not.toContain(secret);
    }
    const hidden = await read(ids);
    expect(hidden.outcome).toEqual(outcome);
    expect(hidden.projects).toMatchObject([
      { title: "…", cost: 40_000, moderation: { state: "hidden", rule: { number: 1 } } },
    ]);
    expect(Object.values(recountBundle(await bundleOf(ids)))).toEqual([true, true, true, true]);
    const at = { ...params, kind: "project" as const, subjectId: project.id };
    expect((await author.refusal(readModeratedContent, { params: at })).status).toBe(403);
    const kept = await member.call(readModeratedContent, { params: at });
    expect(kept.words).toMatchObject({
      title: plan.title,
      "milestone 2": plan.milestones[1]?.title,
    });

    await ruled(actionId);
    const after = await read(ids);
    expect(after.projects).toEqual(shown.projects);
    expect(after.commitments).toEqual(shown.commitments);
    expect(await recorded(ids)).toEqual(expect.arrayContaining(words));
    expect(Object.values(recountBundle(await bundleOf(ids)))).toEqual([true, true, true, true]);
  });

  it("is not changed while it is hidden, and what is promised meanwhile gets its words when it comes back", async () => {
    const { ids, project, subject } = await proposed();
    const actionId = await hide(ids, subject);
    const edit = {
      params: { ...ids, projectId: project.id },
      body: { ...plan, version: project.version },
    };
    const refused = await scene.member.refusal(contract.editProject, edit);
    expect(refused.reason?.code).toBe("hidden-words");
    await vote(ids, project.id);
    await count(ids);
    expect((await read(ids)).commitments.map(({ title }) => title)).toEqual(["…"]);
    await ruled(actionId);
    const { commitments } = await read(ids);
    expect(commitments.map(({ title }) => title)).toEqual([plan.title]);
    const at = { communityId: ids.communityId, commitmentId: commitments[0]?.id ?? "" };
    const { parts } = await scene.stranger.call(readCommitment, { params: at });
    expect(parts.map(({ title }) => title)).toEqual(plan.milestones.map(({ title }) => title));
    expect(Object.values(recountBundle(await bundleOf(ids)))).toEqual([true, true, true, true]);
  });

  it("is flagged and hidden in its own community alone", async () => {
    const { subject } = await proposed();
    const other = await setScene(server);
    const params = { communityId: other.communityId };
    const flag = await other.author.refusal(flagContent, { params, body: { subject, rule: 1 } });
    expect(flag.status).toBe(404);
    const body = { subject, kind: "hide" as const, rule: 1, reason: "It is unkind." };
    expect((await other.moderator.refusal(moderate, { params, body })).status).toBe(404);
  });
});
