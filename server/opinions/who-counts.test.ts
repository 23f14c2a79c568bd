import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { addRule } from "#shared/contract/communities.ts";
import { acceptInvitation, createInvitation, removeMember } from "#shared/contract/memberships.ts";
import * as moderation from "#shared/contract/moderation.ts";
import { readOpinionMap } from "#shared/contract/opinions.ts";
import {
  addStatement,
  readStatementRouting,
  respond,
  withdrawStatement,
} from "#shared/contract/statements.ts";
import { admitVisitors, beginVisit, respondAsVisitor } from "#shared/contract/visitors.ts";
import { settleModeration } from "../moderation/public.ts";
import { startTestServer, type TestServer } from "../testing/server.ts";
import { makeMap } from "./analyse-opinions.ts";
import { addOpinions } from "./testing.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

/** Seventeen people and a member who have responded to everything, and their map. */
async function mappedWithMember() {
  const scene = await addOpinions(server, { sizes: [9, 8], statements: 10, loyalty: 0.95 });
  const { ids, member, owner, moderator, statementIds } = scene;
  const { communityId } = ids;
  const rule = { title: "Be kind", text: "To all." };
  await owner.call(addRule, { params: { communityId }, body: rule });
  await Promise.all(
    statementIds.map((statementId) =>
      member.call(respond, { params: { ...ids, statementId }, body: { value: 1 } }),
    ),
  );
  const act = (subject: { kind: "profile" | "statement"; id: string }, more: object) =>
    moderator.call(moderation.moderate, {
      params: { communityId },
      body: { subject, rule: 1, reason: "It is unkind.", kind: "hide", ...more },
    });
  const map = async () => (await owner.call(readOpinionMap, { params: ids })).map;
  await makeMap(server.deps, ids);
  /** The map that the server makes by itself once it says this; lets the next one come without a rest. */
  const mapWith = async (told: object) => {
    const isSo = async () => expect(await map()).toMatchObject(told);
    await vi.waitFor(isSo, { timeout: 30_000, interval: 100 });
    await server.deps.db.execute(sql`
      update opinion_runs set computed_at = computed_at - interval '1 minute'
      where debate_id = ${ids.debateId}`);
    return map();
  };
  /** How many responses to each statement decide which one comes next. */
  const routed = async () => {
    const { items } = await moderator.call(readStatementRouting, { params: ids });
    return [...new Set(items.map(({ responses }) => responses))];
  };
  await mapWith({ people: 18, statementsIn: 10 });
  return { ...scene, act, mapWith, routed };
}

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();

describe.concurrent(
  "a map is made anew by itself, of those who count,",
  { timeout: 120_000 },
  () => {
    it("when somebody is removed, and when they come back", async () => {
      const { ids, owner, member, memberId, mapWith, routed } = await mappedWithMember();
      const { communityId } = ids;
      const params = { communityId, participantId: memberId };
      expect(await routed()).toEqual([18]);
      await owner.call(removeMember, { params, body: { reason: "They threatened us." } });
      expect(await routed()).toEqual([17]);
      expect(await mapWith({ people: 17 })).not.toBeNull();
      const { token } = await owner.call(createInvitation, { params: { communityId }, body: {} });
      await member.call(acceptInvitation, { params: { token }, body: {} });
      expect(await routed()).toEqual([18]);
      expect(await mapWith({ people: 18 })).not.toBeNull();
    });

    it("when somebody is suspended, until that is taken back", async () => {
      const { ids, moderator, member, memberId, act, mapWith, routed } = await mappedWithMember();
      const own = async () => (await member.call(readOpinionMap, { params: ids })).map?.you;
      expect(await own()).toMatchObject({ responses: 10, leftOut: null });
      const subject = { kind: "profile" as const, id: memberId };
      const { id: actionId } = await act(subject, { kind: "suspend", until: inDays(3) });
      expect(await routed()).toEqual([17]);
      expect(await mapWith({ people: 17 })).not.toBeNull();
      expect(await own()).toMatchObject({ responses: 10, leftOut: "suspended", group: null });
      const { communityId } = ids;
      await moderator.call(moderation.undoModerationAction, { params: { communityId, actionId } });
      expect(await routed()).toEqual([18]);
      expect(await mapWith({ people: 18 })).not.toBeNull();
    });

    it("when the time of a suspension is over", async () => {
      const { memberId, act, mapWith, routed } = await mappedWithMember();
      const subject = { kind: "profile" as const, id: memberId };
      const { id } = await act(subject, { kind: "suspend", until: inDays(3) });
      expect(await mapWith({ people: 17 })).not.toBeNull();
      const { db } = server.deps;
      expect(await routed()).toEqual([17]);
      await db.execute(sql`update sanctions set until = now() where action_id = ${id}`);
      expect(await routed()).toEqual([18]);
      await db.execute(sql`update moderation_actions set until = now() where id = ${id}`);
      await settleModeration(server.deps);
      expect(await mapWith({ people: 18 })).not.toBeNull();
    });

    it("when a statement is hidden, is shown again, is made one with another, or is taken back", async () => {
      const { ids, member, moderator, statementIds, act, mapWith } = await mappedWithMember();
      const [first = "", second = "", third = ""] = statementIds;
      const { communityId } = ids;
      const { id: actionId } = await act({ kind: "statement", id: first }, {});
      expect(await mapWith({ people: 18, statementsIn: 9 })).not.toBeNull();
      await moderator.call(moderation.undoModerationAction, { params: { communityId, actionId } });
      expect(await mapWith({ statementsIn: 10 })).not.toBeNull();
      await act({ kind: "statement", id: second }, { kind: "merge", merge: { into: third } });
      expect(await mapWith({ people: 18, statementsIn: 9 })).not.toBeNull();
      const body = { text: "A statement that nobody else has answered." };
      const { id: statementId } = await member.call(addStatement, { params: ids, body });
      const params = { ...ids, statementId };
      await member.call(respond, { params, body: { value: 1 } });
      expect(await mapWith({ statementsIn: 10 })).not.toBeNull();
      await member.call(withdrawStatement, { params });
      expect(await mapWith({ statementsIn: 9 })).not.toBeNull();
    });

    it("when visitors no longer count, and when they count again", async () => {
      const { ids, owner, peopleIds, statementIds, mapWith } = await mappedWithMember();
      await server.deps.db.execute(sql`
      update responders set is_visitor = true
      where participant_id = any(${sql.param(peopleIds.slice(0, 4))}::uuid[])`);
      const visitors = (counted: boolean) =>
        owner.call(admitVisitors, { params: ids, body: { admitted: true, counted } });
      await visitors(false);
      expect(await mapWith({ people: 14 })).not.toBeNull();
      const visitor = server.visitor();
      await visitor.call(beginVisit, { params: ids });
      const [statementId = ""] = statementIds;
      const params = { ...ids, statementId };
      await visitor.call(respondAsVisitor, { params, body: { value: 1 } });
      const own = async () => (await visitor.call(readOpinionMap, { params: ids })).map?.you;
      expect(await own()).toMatchObject({ leftOut: "visitor", responses: 1 });
      await visitors(true);
      expect(await mapWith({ people: 19 })).not.toBeNull();
      expect(await own()).toMatchObject({ leftOut: null });
    });
  },
);
