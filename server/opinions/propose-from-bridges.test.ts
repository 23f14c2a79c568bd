import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { opinionPeople, opinionRuns } from "#db/schema/opinions.ts";
import { readOutline } from "#shared/contract/claims.ts";
import { proposeFromBridges, readOpinionMap } from "#shared/contract/opinions.ts";
import type { Phase } from "#shared/contract/phases.ts";
import { respond } from "#shared/contract/statements.ts";
import { startTestServer, type TestServer } from "../testing/server.ts";
import { addDebate } from "../statements/testing.ts";
import { analyseSides } from "./testing.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

/** A member of one of two groups who all agree with some statements. */
async function scene(phase: Phase = "deliberation") {
  const made = await addDebate(server, { phase });
  const { communityId, debateId, memberId, member } = made;
  const ids = { communityId, debateId };
  await analyseSides(server, ids, [[memberId], []]);
  const { map } = await member.call(readOpinionMap, { params: ids });
  if (!map) throw new Error("there is a map");
  return { ...made, ids, map, params: { ...ids, runId: map.runId } };
}
const words = { title: "Keep what we share", text: "We hold together." };

describe("a position out of bridges", () => {
  it("is a position like any other, which cites its statements and their map", async () => {
    const { member, ids, map, params } = await scene();
    const statementIds = map.bridges.map(({ statementId }) => statementId);
    expect(statementIds).toHaveLength(1);
    const body = { ...words, statementIds };
    const { id } = await member.call(proposeFromBridges, { params, body });
    const { positions } = await member.call(readOutline, { params: ids });
    const { runId, computedAt } = map;
    expect(positions.find((position) => position.id === id)).toMatchObject({
      ...words,
      bridges: { runId, computedAt, statements: [{ ...map.bridges[0], number: 1 }] },
    });
  });

  it("is made of nothing but what bridges on that map", async () => {
    const { member, map, params } = await scene();
    const other = map.statements.find(
      ({ statementId }) => !map.bridges.some((bridge) => bridge.statementId === statementId),
    );
    const statementIds = [map.bridges[0]?.statementId ?? "", other?.statementId ?? ""];
    const problem = await member.refusal(proposeFromBridges, {
      params,
      body: { ...words, statementIds },
    });
    expect(problem).toMatchObject({
      status: 422,
      errors: [{ pointer: "#/body/statementIds/1", reason: { code: "no-bridge" } }],
    });
  });

  it("is not made of what its author has not answered, of which nobody tells them", async () => {
    const { moderator, map, params } = await scene();
    const statementIds = map.bridges.map(({ statementId }) => statementId);
    const asked = { params, body: { ...words, statementIds } };
    expect(await moderator.refusal(proposeFromBridges, asked)).toMatchObject({ status: 422 });
    const statementId = statementIds[0] ?? "";
    await moderator.call(respond, { params: { ...params, statementId }, body: { value: 0 } });
    await moderator.call(proposeFromBridges, asked);
  });

  it("is not made of a map that was thinned out while somebody looked at it", async () => {
    const { member, map, params } = await scene();
    const statementIds = map.bridges.map(({ statementId }) => statementId);
    const { db } = server.deps;
    await db.delete(opinionPeople).where(eq(opinionPeople.runId, map.runId));
    await db.delete(opinionRuns).where(eq(opinionRuns.id, map.runId));
    const asked = { params, body: { ...words, statementIds } };
    expect(await member.refusal(proposeFromBridges, asked)).toMatchObject({ status: 404 });
  });

  it.each(["voting", "decided"] as const)("is not taken in the phase %s", async (phase) => {
    const { member, map, params } = await scene(phase);
    const statementIds = map.bridges.map(({ statementId }) => statementId);
    const refused = await member.refusal(proposeFromBridges, {
      params,
      body: { ...words, statementIds },
    });
    expect(refused).toMatchObject({
      status: 409,
      reason: { code: "no-writing-in-phase", values: { phase } },
    });
  });
});
