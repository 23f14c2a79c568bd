import { afterAll, beforeAll, expect, it } from "vitest";
import { firstDifference } from "../../client/opinions/recompute/first-difference.ts";
import { exportOpinionRun, readOpinionMap } from "#shared/contract/opinions.ts";
import { pathOf } from "#shared/contract/request.ts";
import { drawsFrom } from "#shared/opinions/draws.ts";
import { recompute } from "#shared/opinions/run-document.ts";
import { responsesOf } from "#shared/opinions/testing-conversation.ts";
import { startTestServer, type TestServer } from "../testing/server.ts";
import { makeMap } from "./analyse-opinions.ts";
import { addOpinions } from "./testing.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

const people = 40;
const ring = 5;
const statements = 60;

/** Everybody answers some statements at times of their own; the last five agree with the same fifteen, in minutes of one another. */
function withRing(minutesApart: number) {
  const draw = drawsFrom(5);
  const own = Array.from({ length: people * statements }, (_, at) => {
    const [person, statement] = [Math.floor(at / statements), at % statements];
    const isAnswered = draw() < 0.25;
    const row = { person, statement, value: draw() < 0.5 ? 1 : -1, minute: draw() * 1e4 };
    return isAnswered ? [row] : [];
  }).flat();
  const together = Array.from({ length: ring * 15 }, (_, at) => {
    const [member, nth] = [at % ring, Math.floor(at / ring)];
    const minute = 600 * nth + minutesApart * member;
    return { person: people + member, statement: 4 * nth, value: 1, minute };
  });
  const rows = [...own, ...together];
  return {
    ...responsesOf(people + ring, statements, rows),
    minute: rows.map(({ minute }) => minute),
  };
}

async function mapWith(minutesApart: number) {
  const scene = await addOpinions(server, withRing(minutesApart), { phase: "decided" });
  const { ids, member } = scene;
  await makeMap(server.deps, ids);
  const { map } = await member.call(readOpinionMap, { params: ids });
  if (!map) throw new Error("there is a map");
  expect(map).toMatchObject({ people: people + ring, statementsIn: statements });
  const path = pathOf(exportOpinionRun, { params: { ...ids, runId: map.runId } });
  const remade = recompute(await (await member.send(path)).json());
  return { map, remade };
}

it("people who answer the same within minutes, again and again, are told of with the map, and scores are made again with them as one", async () => {
  const { map, remade } = await mapWith(1);
  expect(map.correlated).toBe(ring);
  expect(remade).toMatchObject({ isSameInput: true, isSameResult: true });
  expect(remade.scores?.circles.map(({ length }) => length)).toEqual([ring]);
  expect(remade.scores?.items.some(({ score }) => score !== null)).toBe(true);
  expect(firstDifference(map, remade)).toBeNull();
});

it("people who answer the same at other times are not", async () => {
  const { map, remade } = await mapWith(120);
  expect(map.correlated).toBe(0);
  expect(remade.scores?.circles).toEqual([]);
  expect(firstDifference(map, remade)).toBeNull();
});
