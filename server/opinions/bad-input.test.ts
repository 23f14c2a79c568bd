import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type OpinionMap, readOpinionMap } from "#shared/contract/opinions.ts";
import type { Responses } from "#shared/opinions/responses.ts";
import { responsesOf } from "#shared/opinions/testing-conversation.ts";
import { startTestServer, type TestServer } from "../testing/server.ts";
import { makeMap } from "./analyse-opinions.ts";
import { addOpinions } from "./testing.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

/** People who each answer all of so many statements. */
function everybody(
  people: number,
  statements: number,
  valueOf: (person: number, statement: number) => number,
): Responses {
  const rows = Array.from({ length: people * statements }, (_, at) => {
    const [person, statement] = [Math.floor(at / statements), at % statements];
    return { person, statement, value: valueOf(person, statement) };
  });
  return responsesOf(people, statements, rows);
}

/** The map of a debate with these responses, once it is decided. */
async function mapOf(responses: Responses): Promise<OpinionMap> {
  const { ids, member } = await addOpinions(server, responses, { phase: "decided" });
  await makeMap(server.deps, ids);
  const { map } = await member.call(readOpinionMap, { params: ids });
  if (!map) throw new Error("there is a map");
  return map;
}

/** What has no business in a map. */
const strange = (map: OpinionMap) => JSON.stringify(map).match(/NaN|Infinity|null,null/g) ?? [];

describe("the map of a debate", () => {
  it.each([
    ["nobody has answered", everybody(0, 0, () => 0), "few-people"],
    ["one statement has been answered", everybody(20, 1, (who) => (who % 2) * 2 - 1), "by-chance"],
    ["everybody passes on everything", everybody(20, 8, () => 0), "by-chance"],
    ["everybody agrees with everything", everybody(20, 8, () => 1), "by-chance"],
    [
      "nobody's answer depends on who they are",
      everybody(20, 8, (_, at) => (at % 3) - 1),
      "by-chance",
    ],
    [
      "four people have answered everything",
      everybody(4, 8, (who) => (who % 2) * 2 - 1),
      "few-people",
    ],
  ] as const)("in which %s is honest", async (_, responses, obscurity) => {
    const map = await mapOf(responses);
    expect(map.obscurity).toBe(obscurity);
    expect(map.groups).toEqual([]);
    expect(map.isSettled).toBe(false);
    expect(map.points.x).toHaveLength(map.peopleIn);
    expect(strange(map)).toEqual([]);
    expect(map.statements.every(({ figures }) => figures?.byGroup.length === 0)).toBe(true);
    expect(map.divisive).toEqual([]);
  });

  it("in which all differ along one line alone has one axis, and its groups on it", async () => {
    const map = await mapOf(everybody(20, 8, (who, at) => (who % 2 === at % 2 ? 1 : -1)));
    expect(map.obscurity).toBeNull();
    expect(map.groups.map(({ people }) => people)).toEqual([10, 10]);
    expect(map.strengths[0]).toBeCloseTo(1);
    expect(map.strengths[1]).toBeCloseTo(0);
    expect(new Set(map.points.y)).toEqual(new Set([0]));
    expect(strange(map)).toEqual([]);
  });

  it("whose people all think alike, but for slips, has one group, and says that there is nothing to tell apart", async () => {
    const slips = (who: number, at: number) => (who % 8 === at ? -1 : 1);
    const map = await mapOf(everybody(24, 8, slips));
    expect(map.groups).toEqual([]);
    expect(map.majorities.length).toBeGreaterThan(0);
    expect(strange(map)).toEqual([]);
  });
});
