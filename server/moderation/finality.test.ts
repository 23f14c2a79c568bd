import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { editClaim } from "#shared/contract/claims.ts";
import { addComment, withdrawComment } from "#shared/contract/comments.ts";
import { exportLedger } from "#shared/contract/ledger.ts";
import * as contract from "#shared/contract/moderation.ts";
import { addStatement, withdrawStatement } from "#shared/contract/statements.ts";
import { archiveClaim, restoreClaim, splitClaim } from "#shared/contract/structure.ts";
import { suggestWording } from "#shared/contract/suggestions.ts";
import { exportDebate } from "#shared/contract/transfer.ts";
import { columnsWith } from "../leaving/testing-traces.ts";
import { startTestServer, type TestServer } from "../testing/server.ts";
import { settleModeration } from "./by-the-clock.ts";
import { claimed, type ModerationScene, setModerationScene } from "./testing-scene.ts";

let server: TestServer;
let scene: ModerationScene;

beforeAll(async () => {
  server = await startTestServer();
  scene = await setModerationScene(server);
});
afterAll(() => server.close());

/** A claim with former words, one that was put away and brought back, taken apart, and has other words suggested. */
async function marzipan() {
  const one = await claimed(scene, "Marzipan is what they are made of.");
  const { member, moderator, carla } = scene;
  const params = { ...one.ids, claimId: one.claim.id };
  await member.call(editClaim, { params, body: { version: 1, text: "They are marzipan." } });
  const texts = ["They are all marzipan.", "They melt."];
  await moderator.call(splitClaim, { params, body: { version: 2, texts } });
  await moderator.call(archiveClaim, { params, body: { reason: "It says marzipan." } });
  await moderator.call(restoreClaim, { params });
  const other = { version: 3, text: "They are like marzipan.", reason: "Marzipan is a word." };
  await carla.call(suggestWording, { params, body: other });
  return one;
}

const told = async (ids: { communityId: string; debateId: string }) => {
  const { communityId } = ids;
  const reader = server.visitor();
  const ledger = await reader.tryCall(exportLedger, { params: { communityId } });
  const bundle = await reader.tryCall(exportDebate, { params: { ...ids, format: "bundle" } });
  return (await ledger.text()) + (await bundle.text());
};

const agedBy = (days: number) =>
  server.deps.db.execute(
    sql`update moderation_actions set created_at = created_at - make_interval(days => ${days})`,
  );

/** As after a day, when no request is repeated any more. */
const forgetRequests = () => server.deps.db.execute(sql`delete from idempotency_keys`);

describe("what is removed", () => {
  it("comes back exactly while a ruling can bring it back; after that nothing is left of it anywhere", async () => {
    const { ids, act, claim } = await marzipan();
    const { communityId, moderator, owner, member } = scene;
    const first = await act(moderator, "remove");
    await agedBy(13);
    await settleModeration(server.deps);
    const content = { communityId, kind: "claim" as const, subjectId: claim.id };
    const read = () => member.call(contract.readModeratedContent, { params: content });
    expect((await read()).words).toEqual({ text: "They are all marzipan." });
    await act(owner, "restore");
    expect((await read()).words).toEqual({ text: "They are all marzipan." });
    expect(first.kind).toBe("remove");

    await act(moderator, "remove");
    await agedBy(15);
    await settleModeration(server.deps);
    await forgetRequests();
    expect(await columnsWith(server, ["marzipan"])).toEqual([]);
    expect(await told(ids)).not.toMatch(/marzipan/i);
    expect((await read()).words).toEqual({ text: "" });
    await expect(act(owner, "restore")).rejects.toThrow("not-allowed");
    await server.checkLedgers();
    expect(server.deps.ledgers.problems()).toEqual([]);
  });

  it("waits for a case about it that goes on", async () => {
    const { act, claim } = await claimed(scene, "Nougat is what they are made of.");
    const { id: actionId } = await act(scene.moderator, "remove");
    await agedBy(15);
    await server.deps.db.execute(sql`
      insert into disputes (community_id, id, kind, subject_id, claimant_id, grounds, stage, times)
      values (${scene.communityId}, gen_random_uuid(), 'action', ${actionId}, ${claim.authorId},
        'It is a joke.', 'statements', '{}')`);
    await settleModeration(server.deps);
    expect(await columnsWith(server, ["nougat is"])).not.toEqual([]);
  });
});

describe("what its author takes back", () => {
  it("is entered in the ledger, also comments and statements, and what the ledger says of it in words is forgotten", async () => {
    const { ids, claim } = await claimed(scene, "They are what they are.");
    const { carla } = scene;
    const at = { ...ids, claimId: claim.id };
    const comment = await carla.call(addComment, { params: at, body: { text: "Are they?" } });
    await carla.call(withdrawComment, { params: { ...ids, commentId: comment.id } });
    const statement = await carla.call(addStatement, { params: ids, body: { text: "They are." } });
    await carla.call(withdrawStatement, { params: { ...ids, statementId: statement.id } });
    const { rows } = await server.deps.db.execute(sql`
      select payload ->> 'what' as what from ledger_acts
      where kind = 'content.withdrawn' and subject = any(array[${comment.id}, ${statement.id}])
      order by what`);
    expect(rows.map(({ what }) => what)).toEqual(["comment", "statement"]);
  });
});
