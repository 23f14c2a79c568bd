import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { debates } from "#db/schema/debates.ts";
import { debateRoom } from "#shared/contract/event.ts";
import type { Phase } from "#shared/contract/phases.ts";
import {
  addStatement,
  editStatement,
  listMyResponses,
  listStatements,
  mostProposed,
  nextStatements,
  readStatement,
  respond,
  withdrawStatement,
} from "#shared/contract/statements.ts";
import { startTestServer, type TestServer } from "../testing/server.ts";
import { addDebate, addMembers } from "./testing.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

type Scene = Awaited<ReturnType<typeof addDebate>>;
const idsOf = ({ communityId, debateId }: Scene) => ({ communityId, debateId });
const propose = (scene: Scene, text: string, by = scene.member) =>
  by.call(addStatement, { params: idsOf(scene), body: { text } });
const until = async (isSo: () => boolean) => {
  for (let left = 150; left > 0 && !isSo(); left -= 1)
    await new Promise((go) => setTimeout(go, 20));
};
const movePhase = (scene: Scene, phase: Phase) =>
  server.deps.db.update(debates).set({ phase }).where(eq(debates.id, scene.debateId));

describe("proposing statements", () => {
  it("shows a new statement to everybody in the debate, live, without its counts", async () => {
    const scene = await addDebate(server);
    const { heard } = await server.visitor().listen(debateRoom(scene));
    const added = await propose(scene, "Operators should vote by the nodes that they run.");
    expect(added).toMatchObject({
      status: "shown",
      mine: null,
      counts: null,
      language: "en",
      can: { respond: true, edit: true, withdraw: true },
    });
    await until(() => heard.some(({ name }) => name === "statement.added"));
    const told = heard.find(({ name }) => name === "statement.added");
    expect(told?.payload).toMatchObject({ id: added.id, text: added.text });
    expect(told?.payload).not.toHaveProperty("can");
    expect(told?.payload).not.toHaveProperty("counts");
  });

  it("refuses the same text twice in a debate, whatever the white space, and takes it in another", async () => {
    const scene = await addDebate(server);
    await propose(scene, "Weights should be public.");
    const body = { text: "  Weights   should be\npublic. " };
    const refusal = await scene.owner.refusal(addStatement, { params: idsOf(scene), body });
    expect(refusal).toMatchObject({ type: "/problems/duplicate-text", status: 409 });
    expect(refusal.errors?.[0]?.pointer).toBe("#/body/text");
    const other = await addDebate(server);
    await expect(propose(other, "Weights should be public.")).resolves.toBeDefined();
  });

  it("keeps one of sixteen that come at the same moment with the same text", async () => {
    const scene = await addDebate(server);
    const tries = await Promise.all(
      Array.from({ length: 16 }, () =>
        scene.member.tryCall(addStatement, { params: idsOf(scene), body: { text: "Only once." } }),
      ),
    );
    const codes = tries.map(({ status }) => status).toSorted((a, b) => a - b);
    expect(codes).toEqual([200, ...Array.from({ length: 15 }, () => 409)]);
  });

  it("takes as many in a debate as its map can hold, and says where to go on from there", async () => {
    const scene = await addDebate(server);
    await server.deps.db.execute(sql`
      insert into statements (community_id, debate_id, id, text, language, author_id)
      select ${scene.communityId}, ${scene.debateId}, gen_random_uuid(), 'Statement ' || number, 'en',
        ${scene.authorId}
      from generate_series(2, ${mostProposed}::int) as number`);
    const last = await propose(scene, "This one is the last.");
    const body = { text: "One more.", isSeed: true };
    const more = () => scene.owner.refusal(addStatement, { params: idsOf(scene), body });
    const refusal = await more();
    expect(refusal).toMatchObject({ type: "/problems/debate-full", status: 409 });
    expect(refusal.detail).toMatch(/takes 19000 statements at most.*begin another debate/);
    // A map keeps the place of what was withdrawn.
    const params = { ...idsOf(scene), statementId: last.id };
    await scene.member.call(withdrawStatement, { params });
    expect((await more()).type).toBe("/problems/debate-full");
    await expect(propose(await addDebate(server), "One more.")).resolves.toBeDefined();
  });

  it("gives a repeated request its first answer", async () => {
    const scene = await addDebate(server);
    const input = { params: idsOf(scene), body: { text: "Said once." } };
    const key = crypto.randomUUID();
    const first = await scene.member.call(addStatement, input, key);
    expect(await scene.member.call(addStatement, input, key)).toEqual(first);
  });

  it("takes 3 to 280 characters", async () => {
    const scene = await addDebate(server);
    for (const text of ["", "ab", "x".repeat(281), "two\u0007bells"]) {
      const refusal = await scene.member.refusal(addStatement, {
        params: idsOf(scene),
        body: { text },
      });
      expect(refusal).toMatchObject({ type: "/problems/invalid-request", status: 422 });
    }
    await expect(propose(scene, "x".repeat(280))).resolves.toBeDefined();
  });

  it("is open while a question is framed and argued, and then no more", async () => {
    const scene = await addDebate(server, { phase: "framing" });
    await expect(propose(scene, "Said while framing.")).resolves.toBeDefined();
    for (const phase of ["voting", "decided", "followup", "archived"] as const) {
      await movePhase(scene, phase);
      const refusal = await scene.member.refusal(addStatement, {
        params: idsOf(scene),
        body: { text: `Said while ${phase}.` },
      });
      expect(refusal.type).toBe("/problems/phase-forbids");
    }
  });
});

describe("changing what one said", () => {
  it("lets the author edit and withdraw until somebody else responds", async () => {
    const scene = await addDebate(server);
    const { heard } = await scene.owner.listen(debateRoom(scene));
    const first = await propose(scene, "Every tarined model has an owner.");
    const params = { ...idsOf(scene), statementId: first.id };
    await scene.member.call(respond, { params, body: { value: 1 } });
    const body = { text: "Every trained model has an owner.", version: first.version };
    const edited = await scene.member.call(editStatement, { params, body });
    expect(edited).toMatchObject({ text: body.text, version: 2, mine: 1 });
    expect(await scene.member.refusal(editStatement, { params, body })).toMatchObject({
      type: "/problems/stale-version",
    });
    await scene.owner.call(respond, { params, body: { value: -1 } });
    const late = { ...body, version: 2, text: "Now it says the opposite." };
    expect((await scene.member.refusal(editStatement, { params, body: late })).type).toBe(
      "/problems/has-responses",
    );
    expect((await scene.member.refusal(withdrawStatement, { params })).type).toBe(
      "/problems/has-responses",
    );
    const seen = await scene.member.call(readStatement, { params });
    expect(seen.can).toEqual({ respond: true, edit: false, withdraw: false });
    await until(() => heard.some(({ name }) => name === "statement.changed"));
    expect(heard.find(({ name }) => name === "statement.changed")?.payload).toMatchObject({
      statementId: first.id,
      text: body.text,
      version: 2,
    });
  });

  it("takes a withdrawn statement from everybody, and its text can be proposed again", async () => {
    const scene = await addDebate(server);
    const { heard } = await scene.owner.listen(debateRoom(scene));
    const { id, text } = await propose(scene, "I did not mean this.");
    const params = { ...idsOf(scene), statementId: id };
    await scene.member.call(withdrawStatement, { params });
    expect((await scene.owner.refusal(readStatement, { params })).status).toBe(404);
    expect((await scene.owner.refusal(respond, { params, body: { value: 1 } })).type).toBe(
      "/problems/withdrawn",
    );
    const { items } = await scene.owner.call(nextStatements, { params: idsOf(scene) });
    expect(items).toEqual([]);
    await until(() => heard.some(({ name }) => name === "statement.withdrawn"));
    await expect(propose(scene, text, scene.owner)).resolves.toBeDefined();
  });

  it("lets nobody change another's statement, moderators included", async () => {
    const scene = await addDebate(server);
    const { id, version } = await propose(scene, "These are my words.");
    const params = { ...idsOf(scene), statementId: id };
    for (const person of [scene.moderator, scene.owner]) {
      const body = { text: "These are not.", version };
      expect((await person.refusal(editStatement, { params, body })).type).toBe(
        "/problems/not-allowed",
      );
      expect((await person.refusal(withdrawStatement, { params })).type).toBe(
        "/problems/not-allowed",
      );
    }
  });
});

describe("seeing both sides first", () => {
  it("shows counts only to whoever has responded, and to everybody once it is decided", async () => {
    const scene = await addDebate(server);
    const { id } = await propose(scene, "Counts sway people.");
    const params = { ...idsOf(scene), statementId: id };
    const answered = await scene.owner.call(respond, { params, body: { value: -1 } });
    expect(answered).toEqual({
      statementId: id,
      value: -1,
      visitors: null,
      counts: { agrees: 0, disagrees: 1, passes: 0 },
    });
    const listed = async (person: typeof scene.member) =>
      (await person.call(listStatements, { params: idsOf(scene) })).items[0];
    expect(await listed(scene.owner)).toMatchObject({ mine: -1, counts: { disagrees: 1 } });
    expect(await listed(scene.member)).toMatchObject({ mine: null, counts: null });
    expect(await listed(server.visitor())).toMatchObject({ mine: null, counts: null });
    await movePhase(scene, "decided");
    expect(await listed(server.visitor())).toMatchObject({ counts: { disagrees: 1 } });
    expect((await listed(scene.member))?.can.respond).toBe(false);
    expect((await scene.member.refusal(respond, { params, body: { value: 1 } })).type).toBe(
      "/problems/phase-forbids",
    );
  });

  it("tells nobody who responded what", async () => {
    const scene = await addDebate(server);
    const { id } = await propose(scene, "My answer is my own.");
    const params = { ...idsOf(scene), statementId: id };
    const { heard } = await scene.moderator.listen(debateRoom(scene));
    await scene.owner.call(respond, { params, body: { value: 1 } });
    await until(() => heard.some(({ name }) => name === "responses.counted"));
    const told = JSON.stringify(heard.filter(({ name }) => name === "responses.counted"));
    expect(told).not.toContain(scene.authorId);
    expect(told).not.toContain(id);
    const seen = await Promise.all([
      scene.moderator.call(listStatements, { params: idsOf(scene) }),
      scene.moderator.call(listMyResponses, { params: idsOf(scene) }),
      scene.moderator.call(nextStatements, { params: idsOf(scene) }),
    ]);
    expect(JSON.stringify(seen)).not.toContain(scene.authorId);
  });
});

describe("cards", () => {
  it("never brings a statement that was answered, and says how far one is", async () => {
    const scene = await addDebate(server);
    for (let n = 1; n <= 6; n += 1) await propose(scene, `Statement number ${n}.`);
    const params = idsOf(scene);
    const next = (count: number) => scene.owner.call(nextStatements, { params, query: { count } });
    const seen = new Set<string>();
    for (let n = 0; n < 6; n += 1) {
      const { items, progress } = await next(1);
      expect(progress).toEqual({ responded: n, total: 6 });
      const [card] = items;
      expect(seen.has(card?.id ?? "")).toBe(false);
      seen.add(card?.id ?? "");
      await scene.owner.call(respond, {
        params: { ...params, statementId: card?.id ?? "" },
        body: { value: 0 },
      });
    }
    expect(await next(5)).toEqual({ items: [], progress: { responded: 6, total: 6 } });
  });

  it("come in the same order when asked again, and in another for another person", async () => {
    const scene = await addDebate(server);
    for (let n = 1; n <= 12; n += 1) await propose(scene, `Statement number ${n}.`);
    const order = async (person: typeof scene.owner) => {
      const input = { params: idsOf(scene), query: { count: 12 } };
      return (await person.call(nextStatements, input)).items.map(({ id }) => id);
    };
    const mine = await order(scene.owner);
    expect(await order(scene.owner)).toEqual(mine);
    expect(await order(scene.moderator)).not.toEqual(mine);
  });

  it("bring statements with few responses first, until each has seven", async () => {
    const scene = await addDebate(server);
    const known = await propose(scene, "Everybody has seen this.");
    const people = await addMembers(server, scene.communityId, 7);
    const params = { ...idsOf(scene), statementId: known.id };
    await Promise.all(people.map((person) => person.call(respond, { params, body: { value: 1 } })));
    for (let n = 1; n <= 5; n += 1) await propose(scene, `Nobody has seen number ${n}.`);
    const { items } = await scene.owner.call(nextStatements, {
      params: idsOf(scene),
      query: { count: 6 },
    });
    expect(items.at(-1)?.id).toBe(known.id);
  });
});

describe("my answers", () => {
  it("come in pages, the latest first, and any of them can be changed", async () => {
    const scene = await addDebate(server);
    const params = idsOf(scene);
    const statementIds: string[] = [];
    for (let n = 1; n <= 5; n += 1) {
      const { id } = await propose(scene, `Statement number ${n}.`);
      statementIds.push(id);
      await scene.owner.call(respond, {
        params: { ...params, statementId: id },
        body: { value: 1 },
      });
    }
    const first = await scene.owner.call(listMyResponses, { params, query: { limit: 3 } });
    const rest = await scene.owner.call(listMyResponses, {
      params,
      query: { limit: 3, after: first.next ?? "" },
    });
    const found = [...first.items, ...rest.items].map(({ statement }) => statement.id);
    expect(found).toEqual(statementIds.toReversed());
    expect(rest.next).toBeNull();
    const [oldest = ""] = statementIds;
    await scene.owner.call(respond, {
      params: { ...params, statementId: oldest },
      body: { value: -1 },
    });
    const [latest] = (await scene.owner.call(listMyResponses, { params })).items;
    expect(latest).toMatchObject({
      statement: { id: oldest, counts: { agrees: 0, disagrees: 1, passes: 0 } },
      value: -1,
    });
    const { items } = await scene.member.call(listMyResponses, { params });
    expect(items).toEqual([]);
  });

  it("refuses a page that does not exist", async () => {
    const scene = await addDebate(server);
    const input = { params: idsOf(scene), query: { after: "nonsense" } };
    expect((await scene.owner.refusal(listMyResponses, input)).type).toBe(
      "/problems/invalid-request",
    );
  });
});
