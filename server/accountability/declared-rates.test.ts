import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readActionRates } from "#shared/contract/accountability.ts";
import { defineDeclaredGroups, readRepresentation } from "#shared/contract/representation.ts";
import { differing, isFarEnough, type Said } from "#shared/representation/release.ts";
import { addMember } from "../testing/community.ts";
import type { Person } from "../testing/person.ts";
import { startTestServer, type TestServer } from "../testing/server.ts";
import { addCrowd } from "./testing-scene.ts";

let server: TestServer;
let owner: Person;
let visitor: Person;
beforeAll(async () => {
  server = await startTestServer();
  owner = await server.person("Olga Owner");
  visitor = server.visitor();
});
afterAll(() => server.close());

const read = (communityId: string, quarter?: string, person = visitor) =>
  person.call(readActionRates, { params: { communityId }, query: { quarter } });

/** A community of so many who can say whether they are of the north or of the south, and wrote in the last quarter. */
async function withCrowd(people: number) {
  const { communityId } = await addCrowd(server, owner, [{ language: "en", people, acted: 0 }]);
  const { attributes } = await owner.call(defineDeclaredGroups, {
    params: { communityId },
    body: {
      attributes: [{ name: "Region", values: [{ name: "North" }, { name: "South" }] }],
      consent: "Sums alone are shown, and never of few.",
      version: 0,
    },
  });
  const [northern = "", southern = ""] = attributes[0]?.values.map(({ id }) => id) ?? [];
  const rows = await server.sql(
    `select participant_id as id from memberships where community_id = $1 and role = 'member'
      order by participant_id`,
    [communityId],
  );
  const say = (valueId: string, ids: readonly string[]) =>
    server.sql(
      `insert into declarations (community_id, attribute_id, participant_id, value_id)
        select $1, $2, unnest($3::uuid[]), $4`,
      [communityId, attributes[0]?.id, ids, valueId],
    );
  const time = "date_trunc('quarter', now()) - interval '1 month' - $3 * interval '3 months'";
  /** Some wrote something, so many quarters before the last one. */
  const write = (ids: readonly string[], before: number) =>
    server.sql(
      `insert into postings (community_id, participant_id, subject_id, debate_id, created_at)
        select $1, unnest($2::uuid[]), gen_random_uuid(), gen_random_uuid(), ${time}`,
      [communityId, ids, before],
    );
  /** On some of them somebody acted then. */
  const act = (ids: readonly string[], before = 0) =>
    server.sql(
      `insert into moderation_actions
        (community_id, id, kind, subject_kind, subject_id, author_id, reason, role, created_at)
        select $1, gen_random_uuid(), 'hide', 'claim', gen_random_uuid(), unnest($2::uuid[]), '',
          'moderator', ${time}`,
      [communityId, ids, before],
    );
  const ids = rows.map(({ id }) => String(id));
  return { communityId, northern, southern, ids, say, write, act };
}

/** Each table that was told of the community, with what those of whom it tells had said. */
async function allTold(communityId: string) {
  const rows = await server.sql(
    `select release_id as release, participant_id as id, said from declared_release_people
      where community_id = $1`,
    [communityId],
  );
  const found = new Map<string, Map<string, string>>();
  for (const { release, id, said } of rows) {
    const own = found.get(String(release)) ?? new Map<string, string>();
    found.set(String(release), own.set(String(id), String(said)));
  }
  return [...found.values()] as readonly Said[];
}

describe("on whom moderators acted, by what people say about themselves", () => {
  it("is told in fives with 95 % intervals, beside all others, and marked where chance would rarely have it", async () => {
    const { communityId, northern, southern, ids, say, act } = await withCrowd(100);
    await say(northern, ids.slice(0, 58));
    await say(southern, ids.slice(58, 98));
    await act([...ids.slice(0, 6), ...ids.slice(58, 79)]);
    const { declared } = await read(communityId);
    expect(declared).toMatchObject([
      {
        attribute: { name: "Region" },
        values: [{ name: "North" }, { name: "South" }],
        groups: {
          told: [
            {
              name: northern,
              share: { count: 5, of: 55 },
              gap: { isMarked: true },
            },
            {
              name: southern,
              share: { count: 20, of: 40 },
              gap: { isMarked: true },
            },
          ],
          rest: null,
        },
      },
    ]);
    const [told] = declared;
    expect(told?.asOf).not.toBeNull();
    const [north, south] = told?.groups.told ?? [];
    expect(north?.gap?.high).toBeLessThan(0);
    expect(south?.share.low).toBeCloseTo(0.352, 3);
    expect(south?.share.high).toBeCloseTo(0.648, 3);
    const member = await server.person("Mara Member");
    await addMember(server, communityId, { person: member });
    const seen = await Promise.all(
      [member, owner, visitor].map((person) => read(communityId, undefined, person)),
    );
    expect(seen.map((one) => one.declared)).toEqual([declared, declared, declared]);
  });

  it("is told of none where fewer than five of a value were acted on, or not acted on", async () => {
    for (const acted of [4, 27]) {
      const { communityId, northern, southern, ids, say, act } = await withCrowd(60);
      await say(northern, ids.slice(0, 30));
      await say(southern, ids.slice(30));
      await act([...ids.slice(0, 10), ...ids.slice(30, 30 + acted)]);
      const { declared } = await read(communityId);
      expect(declared).toMatchObject([{ asOf: null, groups: { told: [], rest: null } }]);
    }
  });

  it("is told of no quarter in which those acted on, or the others, differ by fewer than five from those of another", async () => {
    const { communityId, northern, southern, ids, say, write, act } = await withCrowd(80);
    await say(northern, ids.slice(0, 40));
    await say(southern, ids.slice(40));
    const acted = (from: number) => [...ids.slice(from, 20), ...ids.slice(40, 60)];
    await act(acted(0));
    // Others wrote, but those acted on are the same but for three: both times together would tell what the three said.
    await write([...ids.slice(3, 30), ...ids.slice(40, 70)], 1);
    await act(acted(3), 1);
    await write([...ids.slice(5, 30), ...ids.slice(40, 70)], 2);
    await act(acted(5), 2);
    const { quarters } = await read(communityId);
    const asOf = async (at: number) => (await read(communityId, quarters[at])).declared[0]?.asOf;
    expect(await asOf(0)).not.toBeNull();
    expect(await asOf(1)).toBeNull();
    expect(await asOf(2)).not.toBeNull();
    expect(await asOf(1)).toBeNull();
  });

  it("tells nothing of few to who asks for every quarter again after each answer, and compares with all other reports", async () => {
    const { communityId, northern, southern, ids, say, write, act } = await withCrowd(60);
    const { quarters } = await read(communityId);
    for (const [before] of quarters.entries()) {
      if (before > 0) await write(ids.slice(before), before);
      await act(
        ids.filter((_, at) => at % 2 === 0 && at > before * 2),
        before,
      );
    }
    const seen: string[] = [];
    for (const [at, id] of ids.entries()) {
      await say(at % 3 === 0 ? northern : southern, [id]);
      if (at < 20) continue;
      for (const quarter of at % 2 ? quarters : quarters.toReversed()) {
        const { declared } = await read(communityId, quarter);
        seen.push(...declared.map((one) => JSON.stringify(one.groups)));
      }
      for (const population of ["community", "moderation"] as const) {
        const params = { communityId };
        await visitor.call(readRepresentation, { params, query: { population } });
      }
    }
    expect(new Set(seen).size).toBeGreaterThan(3);
    const counts = seen.flatMap((one) => [...one.matchAll(/"(?:count|of)":(\d+)/g)]);
    expect(counts.every(([, count]) => Number(count) % 5 === 0 && Number(count) > 0)).toBe(true);
    const told = await allTold(communityId);
    const between = told.flatMap((one, at) =>
      told.slice(at + 1).map((other) => differing(one, other)),
    );
    expect(told.length).toBeGreaterThan(9);
    expect(between.filter((one) => !isFarEnough(one))).toEqual([]);
  });

  it("is not asked of a community that asks nothing, and goes where the question goes", async () => {
    const { communityId, northern, southern, ids, say, act } = await withCrowd(60);
    await say(northern, ids.slice(0, 30));
    await say(southern, ids.slice(30));
    await act([...ids.slice(0, 10), ...ids.slice(30, 40)]);
    expect((await read(communityId)).declared[0]?.asOf).not.toBeNull();
    await owner.call(defineDeclaredGroups, {
      params: { communityId },
      body: { attributes: [], consent: "Nothing is asked.", version: 1 },
    });
    expect((await read(communityId)).declared).toEqual([]);
    expect(await allTold(communityId)).toEqual([]);
  });
});
