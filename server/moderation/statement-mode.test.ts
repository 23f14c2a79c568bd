import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import * as contract from "#shared/contract/moderation.ts";
import { setStatementMode } from "#shared/contract/statement-care.ts";
import { addStatement, editStatement, listStatements } from "#shared/contract/statements.ts";
import { debateIn } from "../debates/testing-scene.ts";
import { startTestServer, type TestServer } from "../testing/server.ts";
import { settleModeration } from "./by-the-clock.ts";
import { type ModerationScene, setModerationScene } from "./testing-scene.ts";

let server: TestServer;
let scene: ModerationScene;
let ids: { communityId: string; debateId: string };
beforeAll(async () => {
  server = await startTestServer();
  scene = await setModerationScene(server);
});
beforeEach(async () => {
  const { communityId, debateId } = await debateIn(scene);
  ids = { communityId, debateId };
});
afterAll(() => server.close());

const switchTo = (mode: "open" | "strict", who = scene.moderator) =>
  who.call(setStatementMode, { params: ids, body: { mode, reason: "So that it stays calm." } });
const write = (text: string, who = scene.member) =>
  who.call(addStatement, { params: ids, body: { text } });

/** What somebody else reads. */
async function shown(): Promise<string[]> {
  const { items } = await scene.carla.call(listStatements, { params: ids, query: { limit: 20 } });
  return items.map(({ text }) => text).filter((text) => text !== "");
}

const decide = (id: string, body: { kind: "dismiss" | "remove"; rule?: number; reason: string }) =>
  scene.moderator.call(contract.moderate, {
    params: ids,
    body: { ...body, subject: { kind: "statement", id } },
  });

describe("statements of a strict debate", () => {
  it("are shown once somebody who looks after it has approved them, and not before", async () => {
    expect((await switchTo("strict")).statementMode).toBe("strict");
    const { id, moderation } = await write("We share our data.");
    expect(moderation).toMatchObject({ state: "hidden", rule: null });
    expect(await shown()).toEqual([]);
    await decide(id, { kind: "dismiss", reason: "Fine." });
    expect(await shown()).toEqual(["We share our data."]);
  });

  it("wait again when their authors change them", async () => {
    const { id, version } = await write("We share our data.");
    await switchTo("strict");
    const params = { ...ids, statementId: id };
    await scene.member.call(editStatement, { params, body: { text: "We sell it.", version } });
    expect(await shown()).toEqual([]);
  });

  it("that are turned down say why to their authors, under a rule", async () => {
    await switchTo("strict");
    const { id } = await write("You are all wrong.");
    const { id: actionId } = await decide(id, { kind: "remove", rule: 1, reason: "It is unkind." });
    const { communityId } = ids;
    const read = { params: { communityId, actionId } };
    expect(await scene.member.call(contract.readModerationAction, read)).toMatchObject({
      kind: "remove",
      reason: "It is unkind.",
      rule: { number: 1 },
    });
    const { reason } = await scene.carla.call(contract.readModerationAction, read);
    expect(reason).toBeNull();
  });

  it("are not shown by the clock when nobody decides: owners hear that they wait", async () => {
    await switchTo("strict");
    await write("We share our data.");
    await server.deps.db.execute(
      sql`update moderation_items set deadline_at = now() - interval '1 hour' where debate_id = ${ids.debateId}`,
    );
    await settleModeration(server.deps);
    expect(await shown()).toEqual([]);
    const { rows } = await server.deps.db.execute(
      sql`select from moderation_items where debate_id = ${ids.debateId} and overdue_told_at is not null`,
    );
    expect(rows).toHaveLength(1);
  });

  it("by who looks after it are shown at once", async () => {
    await switchTo("strict");
    await write("To begin with.", scene.moderator);
    expect(await shown()).toEqual(["To begin with."]);
  });
});

describe("the mode of statements", () => {
  it("is switched both ways at any time: what waits is shown, what stands stays", async () => {
    await write("It stands.");
    await switchTo("strict");
    await write("It waits.");
    expect(await shown()).toEqual(["It stands."]);
    await switchTo("open");
    expect((await shown()).toSorted()).toEqual(["It stands.", "It waits."]);
    await switchTo("strict");
    expect((await shown()).toSorted()).toEqual(["It stands.", "It waits."]);
    const query = { limit: 20, work: "approval" as const };
    const { communityId } = ids;
    const open = await scene.moderator.call(contract.listModerationItems, {
      params: { communityId },
      query,
    });
    expect(open.items.filter(({ debateId }) => debateId === ids.debateId)).toEqual([]);
  });

  it("is a public act, and no member's", async () => {
    const refused = await scene.carla.refusal(setStatementMode, {
      params: ids,
      body: { mode: "strict", reason: "I like it." },
    });
    expect(refused).toMatchObject({ status: 403, reason: { code: "statement-carers" } });
    await switchTo("strict");
    const { rows } = await server.deps.db.execute(
      sql`select payload from ledger_acts where kind = 'moderation.statement-mode-set'
        and payload ->> 'mode' = 'strict'`,
    );
    expect(rows.length).toBeGreaterThan(0);
  });
});
