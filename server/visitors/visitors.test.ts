import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { communities } from "#db/schema/communities.ts";
import { debates } from "#db/schema/debates.ts";
import { ledgerActs } from "#db/schema/platform.ts";
import { responders, responseHistory, responses } from "#db/schema/statements.ts";
import { readDebate } from "#shared/contract/debates.ts";
import { debateRoom } from "#shared/contract/event.ts";
import {
  addStatement,
  editStatement,
  nextStatements,
  readResponseTotals,
  respond,
} from "#shared/contract/statements.ts";
import {
  admitVisitors,
  beginVisit,
  endVisit,
  listVisitResponses,
  nextForVisitor,
  respondAsVisitor,
} from "#shared/contract/visitors.ts";
import { until } from "../debates/testing-scene.ts";
import { columnsWith } from "../leaving/testing-traces.ts";
import { addDebate } from "../statements/testing.ts";
import { startTestServer, type TestServer } from "../testing/server.ts";
import { openDebate, type OpenDebate, say, seenBy, visit } from "./testing-visits.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

const admit = (scene: OpenDebate, body: { admitted: boolean; counted: boolean }) =>
  scene.moderator.call(admitVisitors, { params: scene.params, body });
const storedIn = ({ params }: OpenDebate) =>
  server.deps.db.select().from(responses).where(eq(responses.debateId, params.debateId));
const allOf = (scene: OpenDebate) => {
  const { params, ids } = scene;
  const input = { params: { ...params, statementId: ids[0] ?? "" }, body: { value: 1 } };
  return [
    ["beginVisit", beginVisit, { params }],
    ["nextForVisitor", nextForVisitor, { params }],
    ["respondAsVisitor", respondAsVisitor, input],
    ["listVisitResponses", listVisitResponses, { params }],
  ] as const;
};

describe("a debate", () => {
  it("takes no responses without an account unless its moderators say so", async () => {
    const scene = await openDebate(server, { admitted: false });
    const elsewhere = await addDebate(server);
    const people = [
      [server.visitor(), 401],
      [elsewhere.owner, 403],
      [scene.member, 403],
      [scene.moderator, 403],
    ] as const;
    for (const [name, contract, input] of allOf(scene)) {
      for (const [person, status] of people) {
        const reply = await person.tryCall(contract as never, input as never);
        expect([name, reply.status, reply.headers.getSetCookie()]).toEqual([name, status, []]);
      }
    }
    expect(await storedIn(scene)).toEqual([]);
    const seen = await server.visitor().call(readDebate, { params: scene.params });
    expect(seen).toMatchObject({ admitsVisitors: false, countsVisitors: true });
    expect(seen.can).toMatchObject({ respondAsVisitor: false, admitVisitors: false });
  });

  it("is opened by its moderators alone, in the public record, and everybody is told", async () => {
    const scene = await openDebate(server, { admitted: false });
    const elsewhere = await addDebate(server);
    const input = { params: scene.params, body: { admitted: true, counted: true } };
    expect((await server.visitor().refusal(admitVisitors, input)).status).toBe(401);
    for (const person of [elsewhere.owner, scene.member]) {
      expect((await person.refusal(admitVisitors, input)).status).toBe(403);
    }
    const { heard } = await server.visitor().listen(debateRoom(scene.params));
    const view = await admit(scene, input.body);
    expect(view.can).toMatchObject({ admitVisitors: true, respondAsVisitor: false });
    await admit(scene, input.body);
    await until(() => heard.some(({ name }) => name === "debate.changed"));
    expect(heard.find(({ name }) => name === "debate.changed")?.payload).toMatchObject({
      debate: { admitsVisitors: true },
    });
    const acts = await server.deps.db
      .select()
      .from(ledgerActs)
      .where(
        and(eq(ledgerActs.subject, scene.debateId), eq(ledgerActs.kind, "debate.visitors-settled")),
      );
    expect(acts.map(({ payload }) => payload)).toEqual([
      { admitted: true, counted: true, proofBits: 0 },
    ]);
    const seen = await server.visitor().call(readDebate, { params: scene.params });
    expect(seen).toMatchObject({ admitsVisitors: true, can: { respondAsVisitor: true } });
    const outside = await elsewhere.owner.call(readDebate, { params: scene.params });
    expect(outside.can.respondAsVisitor).toBe(false);
  });

  it("of a private community has no visitors, also where it was public before", async () => {
    const scene = await openDebate(server);
    const visitor = await visit(server, scene);
    await server.deps.db
      .update(communities)
      .set({ isPrivate: true })
      .where(eq(communities.id, scene.communityId));
    server.deps.forgetStandings();
    for (const [name, contract, input] of allOf(scene)) {
      const reply = await visitor.tryCall(contract as never, input as never);
      expect([name, reply.status]).toEqual([name, 404]);
    }
    const input = { params: scene.params, body: { admitted: true, counted: false } };
    expect((await scene.moderator.refusal(admitVisitors, input)).reason?.code).toBe(
      "visitors-need-public",
    );
    expect((await admit(scene, { admitted: false, counted: false })).admitsVisitors).toBe(false);
  });

  it("that is a draft is hidden from them, whatever they send", async () => {
    const scene = await openDebate(server);
    const visitor = await visit(server, scene);
    await server.deps.db
      .update(debates)
      .set({ phase: "draft" })
      .where(eq(debates.id, scene.debateId));
    for (const [name, contract, input] of allOf(scene)) {
      const reply = await visitor.tryCall(contract as never, input as never);
      expect([name, reply.status]).toEqual([name, 404]);
    }
  });
});

describe("who responds without an account", () => {
  it("is counted once for each statement, apart from members, however often it is sent", async () => {
    const scene = await openDebate(server);
    const [one = "", two] = scene.ids;
    const visitor = await visit(server, scene);
    const member = { params: { ...scene.params, statementId: one }, body: { value: 1 } } as const;
    await scene.member.call(respond, member);
    const sent = Array.from({ length: 8 }, () => say(visitor, scene, { to: one, value: -1 }));
    for (const reply of await Promise.all(sent)) {
      expect(reply).toMatchObject({
        counts: { agrees: 1, disagrees: 0, passes: 0 },
        visitors: { agrees: 0, disagrees: 1, passes: 0 },
      });
    }
    const changed = await say(visitor, scene, { to: one, value: 0 });
    expect(changed.visitors).toEqual({ agrees: 0, disagrees: 0, passes: 1 });
    await say(await visit(server, scene), scene, { to: two });
    expect(await storedIn(scene)).toHaveLength(3);
    const history = await server.deps.db
      .select()
      .from(responseHistory)
      .where(eq(responseHistory.statementId, one));
    expect(history.map(({ value }) => value).toSorted((a, b) => a - b)).toEqual([-1, 0, 1]);
    const totals = await scene.owner.call(readResponseTotals, { params: scene.params });
    expect(totals).toEqual({ responses: 1, people: 1, visitors: { responses: 2, people: 2 } });
    expect(await seenBy(scene.member, scene, one)).toMatchObject({
      counts: { agrees: 1, disagrees: 0, passes: 0 },
      visitors: { agrees: 0, disagrees: 0, passes: 1 },
    });
    const people = await server.deps.db
      .select()
      .from(responders)
      .where(eq(responders.debateId, scene.debateId));
    expect(people.filter(({ isVisitor }) => isVisitor)).toHaveLength(2);
    expect(people).toHaveLength(3);
  });

  it("sees cards, progress, own responses and counts as a member does, and everybody hears the totals", async () => {
    const scene = await openDebate(server);
    const [one = ""] = scene.ids;
    const visitor = server.visitor();
    const before = await visitor.call(nextForVisitor, { params: scene.params });
    expect(before).toMatchObject({ hasVisit: false, progress: { responded: 0, total: 2 } });
    expect(before.items.map(({ can, counts }) => [can.respond, counts])).toEqual([
      [true, null],
      [true, null],
    ]);
    const { heard } = await scene.member.listen(debateRoom(scene.params));
    await visitor.call(beginVisit, { params: scene.params });
    await say(visitor, scene, { to: one });
    const after = await visitor.call(nextForVisitor, { params: scene.params });
    expect(after).toMatchObject({ hasVisit: true, progress: { responded: 1, total: 2 } });
    const { items } = await visitor.call(listVisitResponses, { params: scene.params });
    expect(items).toMatchObject([{ value: 1, statement: { id: one, mine: 1 } }]);
    expect(await seenBy(visitor, scene, one)).toMatchObject({ mine: 1, visitors: { agrees: 1 } });
    expect(await seenBy(server.visitor(), scene, one)).toMatchObject({
      mine: null,
      visitors: null,
    });
    await until(() => heard.some(({ name }) => name === "responses.counted"));
    expect(heard.find(({ name }) => name === "responses.counted")?.payload).toMatchObject({
      responses: 0,
      people: 0,
      visitors: { responses: 1, people: 1 },
    });
  });

  it("does nothing else", async () => {
    const scene = await openDebate(server);
    const [one = ""] = scene.ids;
    const visitor = await visit(server, scene);
    const statement = { ...scene.params, statementId: one };
    const body = { value: 1 } as const;
    expect((await visitor.refusal(respond, { params: statement, body })).status).toBe(401);
    expect((await visitor.refusal(nextStatements, { params: scene.params })).status).toBe(401);
    const words = { params: scene.params, body: { text: "Let me in." } };
    expect((await visitor.refusal(addStatement, words)).status).toBe(401);
  });

  it("is somebody who has read the statement: its author can't change it any more", async () => {
    const scene = await openDebate(server);
    const [one = ""] = scene.ids;
    await say(await visit(server, scene), scene, { to: one });
    const statement = { ...scene.params, statementId: one };
    expect((await seenBy(scene.owner, scene, one))?.can.edit).toBe(false);
    const body = { text: "Something else.", version: 1 };
    expect((await scene.owner.refusal(editStatement, { params: statement, body })).type).toBe(
      "/problems/has-responses",
    );
  });

  it("leaves nothing by which somebody could be found", async () => {
    const scene = await openDebate(server);
    await say(await visit(server, scene), scene, { to: scene.ids[0] });
    expect(await columnsWith(server, ["127.0.0.1", "::1", "undici"])).toEqual([]);
  });

  it("ends the visit at a machine of others, and is nobody known then", async () => {
    const scene = await openDebate(server);
    const visitor = await visit(server, scene);
    await say(visitor, scene, { to: scene.ids[0] });
    await visitor.call(endVisit, {});
    expect(visitor.cookie).toBe("");
    const next = await visitor.call(nextForVisitor, { params: scene.params });
    expect(next).toMatchObject({ hasVisit: false, progress: { responded: 0 } });
    const totals = await visitor.call(readResponseTotals, { params: scene.params });
    expect(totals.visitors).toEqual({ responses: 1, people: 1 });
  });
});

describe("what visitors have responded", () => {
  it("stays when no more is taken, and is left out and shown again as moderators say", async () => {
    const scene = await openDebate(server);
    const [one = "", two] = scene.ids;
    const visitor = await visit(server, scene);
    await say(visitor, scene, { to: one });
    const statement = { ...scene.params, statementId: one };
    await scene.member.call(respond, { params: statement, body: { value: 1 } });
    await admit(scene, { admitted: false, counted: true });
    const late = {
      params: { ...scene.params, statementId: two ?? "" },
      body: { value: 1 },
    } as const;
    const refused = await visitor.refusal(respondAsVisitor, late);
    expect(refused).toMatchObject({ status: 401, reason: { code: "visitors-closed" } });
    const totals = () => scene.member.call(readResponseTotals, { params: scene.params });
    expect((await totals()).visitors).toEqual({ responses: 1, people: 1 });
    await admit(scene, { admitted: true, counted: false });
    expect(await totals()).toEqual({ responses: 1, people: 1, visitors: null });
    expect((await seenBy(scene.member, scene, one))?.visitors).toBeNull();
    const given = await say(visitor, scene, { to: two });
    expect(given.visitors).toBeNull();
    await admit(scene, { admitted: true, counted: true });
    expect((await totals()).visitors).toEqual({ responses: 2, people: 1 });
  });

  it("does not change once the debate is decided", async () => {
    const scene = await openDebate(server);
    const visitor = await visit(server, scene);
    await server.deps.db
      .update(debates)
      .set({ phase: "decided" })
      .where(eq(debates.id, scene.debateId));
    const input = { params: { ...scene.params, statementId: scene.ids[0] ?? "" } };
    for (const refused of [
      await visitor.refusal(respondAsVisitor, { ...input, body: { value: 1 } }),
      await server.visitor().refusal(beginVisit, { params: scene.params }),
    ]) {
      expect(refused.type).toBe("/problems/phase-forbids");
    }
  });
});
