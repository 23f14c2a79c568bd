import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as decisions from "#shared/contract/decisions.ts";
import { settleDecisions } from "./decisions/public.ts";
import { addDebate, rulesOf } from "./decisions/testing-scene.ts";
import { settleDisputes } from "./disputes/public.ts";
import { openConflict, setDisputeScene } from "./disputes/testing-scene.ts";
import { settleModeration } from "./moderation/public.ts";
import { startTestServer, type TestServer } from "./testing/server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

/** What was logged of something that could not be settled. */
const loggedOf = (id: string) =>
  server.logged.filter((line) => line.includes(id) && line.includes("could not be settled"));

describe("of what is due, one that can't be settled holds up none of the others, is logged, and is tried again", () => {
  it("among disputes", async () => {
    const scene = await setDisputeScene(server);
    const [broken, other] = [await openConflict(scene), await openConflict(scene)];
    const stage = async ({ disputeId }: typeof broken) =>
      (await server.sql("select stage from disputes where id = $1", [disputeId]))[0]?.["stage"];
    const put = (to: string) =>
      server.sql("update disputes set stage = $2 where id = $1", [broken.disputeId, to]);
    // There is no such stage to bring it on from.
    await put("nonsense");
    for (const [{ disputeId }, since] of [
      [broken, "2 hours"],
      [other, "1 hour"],
    ] as const) {
      const due = "due_at = now() - $2::interval, wake_at = now() - $2::interval";
      await server.sql(`update disputes set ${due} where id = $1`, [disputeId, since]);
    }
    await settleDisputes(server.deps);
    expect(await stage(other)).not.toBe("statements");
    expect(await stage(broken)).toBe("nonsense");
    // The server's own clock may have come by as well.
    expect(loggedOf(broken.disputeId)).not.toEqual([]);
    expect(loggedOf(other.disputeId)).toEqual([]);
    await put("statements");
    await settleDisputes(server.deps);
    expect(await stage(broken)).not.toBe("statements");
  });

  it("among decisions", async () => {
    const scenes = [await addDebate(server), await addDebate(server)];
    const opened = [];
    for (const { owner, communityId, debateId } of scenes) {
      const params = { communityId, debateId };
      opened.push(await owner.call(decisions.createDecision, { params, body: rulesOf() }));
    }
    const [broken, other] = opened;
    if (!broken || !other) throw new Error("two decisions");
    const statusOf = async (id: string) =>
      (await server.sql("select status from decisions where id = $1", [id]))[0]?.["status"];
    await server.sql(
      "update decisions set settings = '{}', closes_at = now() - interval '1 hour' where id = $1",
      [broken.id],
    );
    await server.sql("update decisions set closes_at = now() where id = $1", [other.id]);
    await settleDecisions(server.deps);
    expect(await statusOf(other.id)).toBe("closed");
    expect(await statusOf(broken.id)).toBe("open");
    expect(loggedOf(broken.id)).not.toEqual([]);
  });

  it("among what waits for moderators", async () => {
    const { communityId } = await addDebate(server);
    const [broken, other] = [crypto.randomUUID(), crypto.randomUUID()];
    const action = crypto.randomUUID();
    // It is held, and is a thing of no kind that there is.
    for (const [item, kind, since] of [
      [broken, "nonsense", "2 hours"],
      [other, "claim", "1 hour"],
    ] as const) {
      await server.sql(
        `insert into moderation_items (community_id, id, work, subject_kind, subject_id, severity, deadline_at)
        values ($1, $2, 'flags', $3, $2, 'normal', now() - $4::interval)`,
        [communityId, item, kind, since],
      );
    }
    await server.sql(
      `insert into moderation_actions (community_id, id, kind, subject_kind, subject_id, reason, role)
      values ($1, $2, 'hold', 'nonsense', $3, '', 'automatic')`,
      [communityId, action, broken],
    );
    await server.sql(
      `insert into content_states (community_id, subject_kind, subject_id, author_id, state, action_id)
      values ($1, 'nonsense', $2, $2, 'hidden', $3)`,
      [communityId, broken, action],
    );
    await settleModeration(server.deps);
    const rows = await server.sql("select id, status from moderation_items where id = any($1)", [
      [broken, other],
    ]);
    expect(new Map(rows.map(({ id, status }) => [id, status]))).toEqual(
      new Map([
        [broken, "open"],
        [other, "lapsed"],
      ]),
    );
    expect(loggedOf(broken)).toHaveLength(1);
  });
});
