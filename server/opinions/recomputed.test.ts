import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { firstDifference } from "../../client/opinions/recompute/first-difference.ts";
import { debates } from "#db/schema/debates.ts";
import { exportOpinionRun, type OpinionMap, readOpinionMap } from "#shared/contract/opinions.ts";
import { pathOf } from "#shared/contract/request.ts";
import { respond } from "#shared/contract/statements.ts";
import { type Recomputed, recompute } from "#shared/opinions/run-document.ts";
import { campResponses } from "#shared/opinions/testing-conversation.ts";
import { startTestServer, type TestServer } from "../testing/server.ts";
import { makeMap } from "./analyse-opinions.ts";
import { addOpinions } from "./testing.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

/** Two camps, half of whom pass on the last statement. */
function halfPassing() {
  const camps = campResponses({ sizes: [19, 18], statements: 14, loyalty: 0.9, answering: 0.9 });
  const { person, statement } = camps;
  const value = Array.from(camps.value, (given, at) =>
    statement[at] === 13 && (person[at] ?? 0) % 2 === 0 ? 0 : given,
  );
  return { ...camps, value };
}

type Scene = Awaited<ReturnType<typeof addOpinions>>;

async function shownTo({ ids, member }: Scene): Promise<OpinionMap> {
  const { map } = await member.call(readOpinionMap, { params: ids });
  if (!map) throw new Error("there is a map");
  return map;
}

async function remadeOf({ ids, member }: Scene, { runId }: OpinionMap): Promise<Recomputed> {
  const path = pathOf(exportOpinionRun, { params: { ...ids, runId } });
  return recompute(await (await member.send(path)).json());
}

/** A map as a reader has it, and what comes out when it is made again of what is published. */
async function decided() {
  const scene = await addOpinions(server, halfPassing(), { phase: "decided" });
  await makeMap(server.deps, scene.ids);
  const map = await shownTo(scene);
  return { map, remade: await remadeOf(scene, map) };
}
let scene: Awaited<ReturnType<typeof decided>>;

type Statement = OpinionMap["statements"][number];
type Group = OpinionMap["groups"][number];
type Figures = NonNullable<Statement["figures"]>;

const ofStatement = (change: (one: Statement) => Partial<Statement>) => (map: OpinionMap) => ({
  statements: map.statements.map((one, at) => (at === 3 ? { ...one, ...change(one) } : one)),
});
const ofFigures = (change: (figures: Figures) => Partial<Figures>) =>
  ofStatement(({ figures }) => ({ figures: figures && { ...figures, ...change(figures) } }));
const ofGroup = (change: (group: Group) => Partial<Group>) => (map: OpinionMap) => ({
  groups: map.groups.map((one, at) => (at === 0 ? { ...one, ...change(one) } : one)),
});
const ofTypical = (change: Partial<Group["typical"][number]>) =>
  ofGroup(({ typical }) => ({ typical: typical.map((one) => ({ ...one, ...change })) }));
const others = ({ side }: { side: "agree" | "disagree" }) => ({
  side: side === "agree" ? ("disagree" as const) : ("agree" as const),
});

describe("a map that is made again", () => {
  beforeAll(async () => {
    scene = await decided();
  });

  it("is as it is shown", () => {
    const { map, remade } = scene;
    expect(map.groups).toHaveLength(2);
    expect(remade).toMatchObject({ isSameInput: true, isSameResult: true });
    // There is something in each part that can be told falsely.
    expect(map.groups[0]?.typical).not.toEqual([]);
    for (const list of [map.bridges, map.divisive, map.uncertain, map.majorities]) {
      expect(list).not.toEqual([]);
    }
    expect(firstDifference(map, remade)).toBeNull();
  });

  it.each<[string, (map: OpinionMap) => Partial<OpinionMap>]>([
    ["facts", ({ people }) => ({ people: people + 1 })],
    ["facts", ({ peopleIn }) => ({ peopleIn: peopleIn + 1 })],
    ["facts", ({ responses }) => ({ responses: responses + 1 })],
    ["facts", ({ statementsIn }) => ({ statementsIn: statementsIn + 1 })],
    ["facts", () => ({ stability: 0.5 })],
    ["facts", () => ({ silhouette: 1 })],
    ["facts", () => ({ strengths: [1, 0] })],
    ["facts", () => ({ isSettled: false })],
    ["facts", () => ({ obscurity: "by-chance" })],
    ["facts", () => ({ parameters: "polis" })],
    ["facts", () => ({ wasBrokenOff: true })],
    ["facts", () => ({ correlated: 9 })],
    ["facts", () => ({ drawn: 9 })],
    ["statements", ofStatement(({ x }) => ({ x: x + 0.001 }))],
    ["statements", ofStatement(({ y }) => ({ y: -y }))],
    ["statements", ofStatement(({ extremity }) => ({ extremity: extremity + 1 }))],
    ["statements", ({ statements }) => ({ statements: statements.slice(1) })],
    [
      "statements",
      ofFigures(({ counts }) => ({ counts: { ...counts, agrees: counts.agrees + 1 } })),
    ],
    ["statements", ofFigures(({ byGroup }) => ({ byGroup: byGroup.toReversed() }))],
    ["statements", ofFigures(({ agreement }) => ({ agreement: { ...agreement, least: 1 } }))],
    ["statements", ofFigures(({ rejection }) => ({ rejection: { ...rejection, mean: 1 } }))],
    ["statements", ofFigures(() => ({ divisiveness: 0.5 }))],
    ["statements", ofFigures(() => ({ bridging: { score: 0.4, raters: 7, shortage: null } }))],
    ["groups", ({ groups }) => ({ groups: groups.slice(1) })],
    ["groups", ofGroup(({ people }) => ({ people: people - 1 }))],
    ["groups", ofGroup(({ number }) => ({ number: number + 5 }))],
    ["groups", ofGroup(({ x }) => ({ x: x + 0.001 }))],
    ["groups", ofGroup(() => ({ stability: 0.5 }))],
    ["groups", ofGroup(({ hull }) => ({ hull: hull.slice(1) }))],
    ["groups", ofGroup(({ typical }) => ({ typical: typical.slice(1) }))],
    ["groups", ofTypical({ count: 5 })],
    ["groups", ofTypical({ statementId: "00000000-0000-4000-8000-000000000000" })],
    ["bridges", ({ bridges }) => ({ bridges: bridges.slice(1) })],
    ["bridges", ({ bridges }) => ({ bridges: bridges.map((one) => ({ ...one, ...others(one) })) })],
    [
      "bridges",
      ({ bridges, statements }) => ({
        bridges: bridges.map((one) => ({
          ...one,
          statementId: statements.at(-1)?.statementId ?? "",
        })),
      }),
    ],
    ["divisive", ({ divisive }) => ({ divisive: divisive.slice(1) })],
    [
      "divisive",
      ({ divisive, bridges }) => ({
        divisive: [...divisive, bridges[0]?.statementId ?? ""],
      }),
    ],
    ["uncertain", ({ uncertain }) => ({ uncertain: uncertain.slice(1) })],
    [
      "majorities",
      ({ majorities }) => ({
        majorities: majorities.map((one) => ({ ...one, ...others(one) })),
      }),
    ],
    ["points", ({ points }) => ({ points: { ...points, x: points.x.map((x) => x + 1) } })],
    ["points", ({ points }) => ({ points: { ...points, group: points.group.map(() => 0) } })],
    ["points", ({ points }) => ({ points: { ...points, step: points.step * 2 } })],
  ])("is told from one whose %s are shown otherwise (%#)", (part, change) => {
    const { map, remade } = scene;
    expect(firstDifference({ ...map, ...change(map) }, remade)).toBe(part);
  });

  it("is told from one with several parts shown otherwise by the first of them", () => {
    const { map, remade } = scene;
    const altered = { ...map, divisive: [], bridges: [], points: { ...map.points, x: [] } };
    expect(firstDifference(altered, remade)).toBe("bridges");
  });

  it("is not compared in what is the reader's own", () => {
    const { map, remade } = scene;
    expect(firstDifference({ ...map, you: null }, remade)).toBeNull();
  });
});

it("a map that was loaded before the debate was decided is compared as far as it shows figures", async () => {
  const made = await addOpinions(server, halfPassing(), { phase: "deliberation" });
  const { ids, member, statementIds } = made;
  for (const statementId of statementIds.slice(0, 4)) {
    await member.call(respond, { params: { ...ids, statementId }, body: { value: 1 } });
  }
  await makeMap(server.deps, ids);
  const map = await shownTo(made);
  await server.deps.db
    .update(debates)
    .set({ phase: "decided" })
    .where(eq(debates.id, ids.debateId));
  const remade = await remadeOf(made, map);
  expect(map.statements.filter(({ figures }) => figures)).toHaveLength(4);
  expect(firstDifference(map, remade)).toBeNull();
  const altered = ofFigures(({ counts }) => ({ counts: { ...counts, passes: 99 } }));
  expect(firstDifference({ ...map, ...altered(map) }, remade)).toBe("statements");
});
