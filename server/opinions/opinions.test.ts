import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readOpinionMap } from "#shared/contract/opinions.ts";
import { startTestServer, type TestServer } from "../testing/server.ts";
import { makeMap } from "./analyse-opinions.ts";
import { addOpinions } from "./testing.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

const twoCamps = { sizes: [9, 8], statements: 10, loyalty: 0.95 };

async function mappedDebate(shape: Parameters<typeof addOpinions>[2] = { phase: "decided" }) {
  const scene = await addOpinions(server, twoCamps, shape);
  await makeMap(server.deps, scene.ids);
  return scene;
}

describe("an opinion map", () => {
  it("shows who thinks alike, what sets them apart and what bridges them", async () => {
    const { ids, member, statementIds } = await mappedDebate();
    const { map, answersSince } = await member.call(readOpinionMap, { params: ids });
    expect(answersSince).toBe(0);
    expect(map).toMatchObject({ people: 17, peopleIn: 17, statementsIn: 10, isSettled: true });
    expect(map?.groups.map(({ people }) => people).toSorted()).toEqual([8, 9]);
    expect(map?.points.x).toHaveLength(17);
    expect(map?.bridges.map(({ statementId }) => statementId)).toContain(statementIds[0]);
    for (const { figures } of map?.statements ?? []) {
      const byGroup = figures?.byGroup ?? [];
      const agrees = byGroup.reduce((sum, one) => sum + one.agrees, 0);
      expect(agrees).toBe(figures?.counts.agrees);
    }
  });
});
