import { afterAll, beforeAll, expect, it } from "vitest";
import { readOpinionMap } from "#shared/contract/opinions.ts";
import { drawsFrom } from "#shared/opinions/draws.ts";
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

async function correlatedIn(minutesApart: number) {
  const { ids, member } = await addOpinions(server, withRing(minutesApart));
  await makeMap(server.deps, ids);
  const { map } = await member.call(readOpinionMap, { params: ids });
  expect(map).toMatchObject({ people: people + ring, statementsIn: statements });
  return map?.correlated;
}

it("people who answer the same within minutes, again and again, are told of with the map", async () => {
  expect(await correlatedIn(1)).toBe(ring);
});

it("people who answer the same at other times are not", async () => {
  expect(await correlatedIn(120)).toBe(0);
});
