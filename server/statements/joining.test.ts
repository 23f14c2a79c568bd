import { and, asc, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { responseHistory, responses } from "#db/schema/statements.ts";
import { addRule } from "#shared/contract/communities.ts";
import { debateRoom } from "#shared/contract/event.ts";
import * as moderation from "#shared/contract/moderation.ts";
import * as contract from "#shared/contract/statements.ts";
import { actionById, overturn, reinstate } from "../moderation/public.ts";
import type { Person } from "../testing/person.ts";
import { startTestServer, type TestServer } from "../testing/server.ts";
import { addDebate, addMembers } from "./testing.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

/** Two statements of the member's that say the same, and three people who answer. */
async function twoAlike() {
  const scene = await addDebate(server);
  const { communityId, debateId, owner, moderator, member } = scene;
  const params = { communityId, debateId };
  const rule = { title: "Say it once", text: "And well." };
  await owner.call(addRule, { params: { communityId }, body: rule });
  const add = async (text: string) =>
    (await member.call(contract.addStatement, { params, body: { text } })).id;
  const [from, into] = [await add("Models must be open."), await add("Open the models.")];
  const people = await addMembers(server, communityId, 3);
  const [ada, ben, cleo] = people;
  if (!ada || !ben || !cleo) throw new Error("three people");
  const answer = (person: Person, statementId: string, value: contract.ResponseValue) =>
    person.call(contract.respond, { params: { ...params, statementId }, body: { value } });
  const asked = (more: object = { merge: { into } }, id = from) => ({
    params: { communityId },
    body: {
      subject: { kind: "statement" as const, id },
      kind: "merge" as const,
      rule: 1,
      reason: "It was said before.",
      ...more,
    },
  });
  const join = () => moderator.call(moderation.moderate, asked());
  const undo = (actionId: string) =>
    moderator.call(moderation.undoModerationAction, { params: { communityId, actionId } });
  const seen = (person: Person, statementId: string) =>
    person.call(contract.readStatement, { params: { ...params, statementId } });
  const refused = (person: Person, more?: object, id?: string) =>
    person.refusal(moderation.moderate, asked(more, id));
  return { ...scene, params, from, into, ada, ben, cleo, answer, join, undo, seen, refused };
}

const totals = async ({ ada, params }: Awaited<ReturnType<typeof twoAlike>>) =>
  ada.call(contract.readResponseTotals, { params });

describe("two statements that say the same", () => {
  it("become one: everybody's answers count there, and of two by one person the later stands", async () => {
    const all = await twoAlike();
    const { params, from, into, ada, ben, cleo, answer, join, seen, moderator } = all;
    const { heard } = await moderator.listen(debateRoom(params));
    await answer(ada, from, 1);
    await answer(ben, into, 1);
    await answer(ben, from, -1);
    await answer(cleo, from, 1);
    await answer(cleo, into, 0);
    const { kind, can } = await join();
    expect([kind, can.undo]).toEqual(["merge", true]);
    expect(await seen(ada, into)).toMatchObject({
      mine: 1,
      counts: { agrees: 1, disagrees: 1, passes: 1 },
    });
    expect((await seen(ben, into)).mine).toBe(-1);
    expect((await seen(cleo, into)).mine).toBe(0);
    expect(await totals(all)).toMatchObject({ responses: 3, people: 3 });
    // Whoever looks for the other finds this one, and nobody is asked it again.
    expect((await seen(ada, from)).id).toBe(into);
    const { items } = await ada.call(contract.listStatements, { params, query: {} });
    expect(items.map(({ id }) => id)).toEqual([into]);
    expect(
      (
        await ada.tryCall(contract.respond, {
          params: { ...params, statementId: from },
          body: { value: 1 },
        })
      ).status,
    ).toBe(409);
    await expect
      .poll(() => heard.filter(({ name }) => name === "statement.withdrawn"))
      .toMatchObject([{ payload: { statementId: from } }]);
    // What everybody ever said leads to what they say now.
    expect(await replayed(params, into)).toEqual(await latest(params, into));
  });

  it("are two again when that is taken back; what somebody said since stays", async () => {
    const all = await twoAlike();
    const { params, from, into, ada, ben, cleo, answer, join, undo, seen } = all;
    await answer(ada, from, 1);
    await answer(ben, into, 1);
    await answer(ben, from, -1);
    await answer(cleo, from, -1);
    const { id } = await join();
    await answer(cleo, into, 1);
    await undo(id);
    const valuesAt = async (person: Person) => [
      (await seen(person, from)).mine,
      (await seen(person, into)).mine,
    ];
    expect(await valuesAt(ada)).toEqual([1, null]);
    expect(await valuesAt(ben)).toEqual([-1, 1]);
    expect(await valuesAt(cleo)).toEqual([-1, 1]);
    expect((await seen(ben, from)).counts).toEqual({ agrees: 1, disagrees: 2, passes: 0 });
    expect((await seen(ben, into)).counts).toEqual({ agrees: 2, disagrees: 0, passes: 0 });
    for (const statementId of [from, into]) {
      expect(await replayed(params, statementId)).toEqual(await latest(params, statementId));
    }
    expect(await totals(all)).toMatchObject({ responses: 5, people: 3 });
    // And one again, when they are joined anew.
    await join();
    expect(await totals(all)).toMatchObject({ responses: 3, people: 3 });
  });

  it("are two as a jury finds, and one again as a larger one does", async () => {
    const all = await twoAlike();
    const { communityId, from, into, ada, answer, join, seen } = all;
    await answer(ada, from, 1);
    const { id: actionId } = await join();
    const { deps } = server;
    const found = async () => {
      const action = await actionById(deps.db, { communityId, actionId });
      if (!action) throw new Error("what was done is known");
      return action;
    };
    const action = await found();
    await deps.transact((tx) => overturn(deps, tx, { action, byId: null }));
    expect((await seen(ada, from)).id).toBe(from);
    expect((await seen(ada, into)).mine).toBeNull();
    const overturned = await found();
    await deps.transact((tx) => reinstate(deps, tx, overturned));
    expect((await seen(ada, from)).id).toBe(into);
    expect((await seen(ada, into)).mine).toBe(1);
  });

  it("count visitors' answers apart still", async () => {
    const all = await twoAlike();
    const { params, from, into, ada, answer, join, undo, seen } = all;
    const { communityId, debateId } = params;
    await answer(ada, into, 1);
    const visitId = crypto.randomUUID();
    await server.deps.db.execute(
      `insert into responders (community_id, debate_id, participant_id, is_visitor) values ('${communityId}', '${debateId}', '${visitId}', true);
       insert into responses (community_id, debate_id, statement_id, participant_id, value) values ('${communityId}', '${debateId}', '${from}', '${visitId}', -1)`,
    );
    const { id } = await join();
    expect(await seen(ada, into)).toMatchObject({
      counts: { agrees: 1, disagrees: 0 },
      visitors: { agrees: 0, disagrees: 1 },
    });
    await undo(id);
    expect((await seen(ada, into)).visitors).toBeNull();
  });
});

describe("joining statements", () => {
  it("is for who looks after the debate, with the other one named, and not for one's own", async () => {
    const { ada, moderator, member, owner, communityId, memberId, from, into, refused } =
      await twoAlike();
    expect((await refused(ada)).type).toBe("/problems/not-allowed");
    expect((await refused(moderator, {})).reason?.code).toBe("statement-missing");
    expect((await refused(moderator, { merge: { into: from } })).reason?.code).toBe(
      "same-statement",
    );
    const nowhere = { merge: { into: crypto.randomUUID() } };
    expect((await refused(moderator, nowhere)).reason?.code).toBe("no-such-statement");
    const elsewhere = await twoAlike();
    const other = { merge: { into: elsewhere.into } };
    expect((await refused(moderator, other)).reason?.code).toBe("no-such-statement");
    const role = `update memberships set role = 'moderator' where participant_id = '${memberId}'`;
    await server.deps.db.execute(role);
    server.deps.forgetStandings();
    expect((await refused(member)).reason?.code).toBe("own-content");
    await owner.call(moderation.moderate, {
      params: { communityId },
      body: { subject: { kind: "statement", id: into }, kind: "hide", rule: 1, reason: "Unkind." },
    });
    expect((await refused(moderator)).reason?.code).toBe("no-such-statement");
  });

  it("ends when people come to vote, and is not taken back from under a third", async () => {
    const all = await twoAlike();
    const { params, communityId, debateId, into, member, moderator, join, refused } = all;
    const third = (
      await member.call(contract.addStatement, { params, body: { text: "All models, open." } })
    ).id;
    const { id } = await join();
    await moderator.call(moderation.moderate, {
      params: { communityId },
      body: {
        subject: { kind: "statement", id: into },
        kind: "merge",
        rule: 1,
        reason: "Said before.",
        merge: { into: third },
      },
    });
    const { type } = await moderator.refusal(moderation.undoModerationAction, {
      params: { communityId, actionId: id },
    });
    expect(type).toBe("/problems/changed-since");
    expect((await all.seen(member, all.from)).id).toBe(third);
    await server.deps.db.execute(`update debates set phase = 'voting' where id = '${debateId}'`);
    expect((await refused(moderator, { merge: { into } }, third)).reason?.code).toBe(
      "not-for-this",
    );
  });
});

interface Ids {
  readonly communityId: string;
  readonly debateId: string;
}

/** What the history of a statement comes to. */
async function replayed({ communityId }: Ids, statementId: string) {
  const rows = await server.deps.db
    .select()
    .from(responseHistory)
    .where(
      and(
        eq(responseHistory.communityId, communityId),
        eq(responseHistory.statementId, statementId),
      ),
    )
    .orderBy(asc(responseHistory.id));
  return Object.fromEntries(rows.map(({ participantId, value }) => [participantId, value]));
}

async function latest({ communityId }: Ids, statementId: string) {
  const rows = await server.deps.db
    .select()
    .from(responses)
    .where(and(eq(responses.communityId, communityId), eq(responses.statementId, statementId)));
  return Object.fromEntries(rows.map(({ participantId, value }) => [participantId, value]));
}
