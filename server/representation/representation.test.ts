import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createPanel } from "#shared/contract/panels.ts";
import * as contract from "#shared/contract/representation.ts";
import { deleteAccount } from "#shared/contract/leaving.ts";
import { addCrowd } from "../accountability/testing-scene.ts";
import { goodPassword } from "../accounts/testing-people.ts";
import { hashPassword } from "../accounts/public.ts";
import { addCommunity, addMember } from "../testing/community.ts";
import type { Person } from "../testing/person.ts";
import { startTestServer, type TestServer } from "../testing/server.ts";

let server: TestServer;
let owner: Person;
let visitor: Person;
beforeAll(async () => {
  server = await startTestServer();
  owner = await server.person("Olga Owner");
  visitor = server.visitor();
});
afterAll(() => server.close());

const consent = "Sums alone are shown, and never of few.";
const region = (north = 5_000) => ({
  name: "Region",
  values: [
    { name: "North", target: north },
    { name: "South", target: 10_000 - north },
  ],
});
const define = (
  communityId: string,
  attributes: contract.DefinedAttributes = [region()],
  version = 0,
) =>
  owner.call(contract.defineDeclaredGroups, {
    params: { communityId },
    body: { attributes, consent, version },
  });
const read = (communityId: string, person = visitor) =>
  person.call(contract.readRepresentation, { params: { communityId } });

/** A community of so many, who can say whether they are of the north or of the south. */
async function withCrowd(people: number, north?: number) {
  const { communityId } = await addCrowd(server, owner, [{ language: "en", people, acted: 0 }]);
  const { attributes } = await define(communityId, [region(north)]);
  const [attribute] = attributes;
  const [northern = "", southern = ""] = attribute?.values.map(({ id }) => id) ?? [];
  const rows = await server.sql(
    `select participant_id as id from memberships where community_id = $1 and role = 'member'
      order by participant_id`,
    [communityId],
  );
  const ids = rows.map(({ id }) => String(id));
  /** As if the people from the one to the other had said so. */
  const say = (valueId: string, from: number, to: number) =>
    server.sql(
      `insert into declarations (community_id, attribute_id, participant_id, value_id)
        select $1, $2, unnest($3::uuid[]), $4
        on conflict (community_id, attribute_id, participant_id) do update set value_id = excluded.value_id`,
      [communityId, attribute?.id, ids.slice(from, to), valueId],
    );
  return { communityId, northern, southern, say, ids };
}

/** What the community asks first. */
async function askedOf(communityId: string) {
  const { attributes } = await owner.call(contract.readDeclaredGroups, { params: { communityId } });
  const [asked] = attributes;
  if (!asked) throw new Error("something is asked for");
  return asked;
}

/** The same with one more thing to say, of which no shares are wanted. */
const withEast = ({ values, ...asked }: Awaited<ReturnType<typeof askedOf>>) => ({
  ...asked,
  values: [...values, { name: "East" }].map((value) => ({ ...value, target: null })),
});

const countsIn = ({ parts }: contract.Representation) =>
  parts.flatMap(({ rows, rest, of }) => [
    ...rows.map(({ share }) => share?.count ?? 0),
    rest ?? 0,
    of,
  ]);

describe("what members may say about themselves", () => {
  it("owners define, with the shares that there should be; others only read it", async () => {
    const { communityId } = await addCommunity(server, owner);
    const member = await server.person("Mara Member");
    await addMember(server, communityId, { person: member });
    const params = { communityId };
    const body = { attributes: [region()], consent, version: 0 };
    const refused = await member.refusal(contract.defineDeclaredGroups, { params, body });
    expect(refused.status).toBe(403);
    const { attributes, version } = await define(communityId);
    expect(attributes).toMatchObject([
      { name: "Region", values: [{ name: "North", target: 5_000 }, {}] },
    ]);
    const seen = await visitor.call(contract.readDeclaredGroups, { params });
    expect(seen).toMatchObject({
      attributes,
      consent,
      mine: null,
      can: { define: false, declare: false },
    });
    expect(await define(communityId, attributes)).toMatchObject({ version });
    const stale = { params, body: { attributes: [region(4_000)], consent, version: 0 } };
    expect((await owner.refusal(contract.defineDeclaredGroups, stale)).type).toBe(
      "/problems/stale-version",
    );
  });

  it("has shares for all values that make 100 % or for none, and no two of the same name", async () => {
    const { communityId } = await addCommunity(server, owner);
    const why = async (values: { name: string; target?: number }[]) => {
      const body = { attributes: [{ name: "Region", values }], consent, version: 0 };
      const { errors } = await owner.refusal(contract.defineDeclaredGroups, {
        params: { communityId },
        body,
      });
      return errors?.map(({ pointer, reason }) => [pointer, reason?.code]);
    };
    const at = "#/body/attributes/0/values";
    expect(
      await why([
        { name: "North", target: 4_000 },
        { name: "South", target: 5_000 },
      ]),
    ).toEqual([[at, "targets-sum"]]);
    expect(await why([{ name: "North", target: 10_000 }, { name: "South" }])).toEqual([
      [at, "targets-sum"],
    ]);
    expect(await why([{ name: "North" }, { name: "north" }])).toEqual([[at, "same-names"]]);
  });

  it("can be read out of a table; what is wrong is told by line and column, and nothing is stored", async () => {
    const { communityId } = await addCommunity(server, owner);
    const params = { communityId };
    const why = async (csv: string) => {
      const { errors } = await owner.refusal(contract.readGroupTable, { params, body: { csv } });
      return errors?.map(({ reason }) => [reason?.code, reason?.values]);
    };
    expect(await why("attribute,share,value\nRegion,North,50")).toEqual([
      [
        "group-table-columns",
        { line: 1, expected: "attribute,value,share", found: "attribute,share,value" },
      ],
    ]);
    expect(await why("attribute,value,share\nRegion,,50\nRegion,South,half")).toEqual([
      ["group-table-name", { line: 2, column: "value", found: "" }],
      ["group-table-share", { line: 3, found: "half" }],
    ]);
    expect(await why("attribute,value,share\nRegion,North,60\nRegion,South,50")).toEqual([
      ["group-table-attribute", { name: "Region", sum: "110" }],
    ]);
    const csv =
      "attribute;value;share\nRegion;North;12.5 %\nRegion;South;87.5\nRole;Host;\nRole;User;";
    const { attributes } = await owner.call(contract.readGroupTable, { params, body: { csv } });
    expect(attributes).toEqual([
      {
        name: "Region",
        values: [
          { name: "North", target: 1_250 },
          { name: "South", target: 8_750 },
        ],
      },
      {
        name: "Role",
        values: [
          { name: "Host", target: null },
          { name: "User", target: null },
        ],
      },
    ]);
    const seen = await owner.call(contract.readDeclaredGroups, { params });
    expect(seen).toMatchObject({ attributes: [], version: 0 });
  });

  it("is said by members for nobody to read, under the words that they agreed to, and taken back", async () => {
    const { communityId } = await addCommunity(server, owner);
    const member = await server.person("Mara Member");
    await addMember(server, communityId, { person: member });
    const params = { communityId };
    const { attributes, version } = await define(communityId);
    const [attribute] = attributes;
    const answers = [
      { attributeId: attribute?.id ?? "", valueId: attribute?.values[0]?.id ?? null },
    ];
    const body = { answers, version };
    expect((await visitor.refusal(contract.declareGroups, { params, body })).status).toBe(401);
    const stale = { params, body: { answers, version: version + 1 } };
    expect((await member.refusal(contract.declareGroups, stale)).type).toBe(
      "/problems/stale-version",
    );
    const wrong = {
      answers: [{ ...answers[0], attributeId: attribute?.id ?? "", valueId: communityId }],
      version,
    };
    expect(
      (await member.refusal(contract.declareGroups, { params, body: wrong })).errors,
    ).toMatchObject([{ pointer: "#/body/answers/0/valueId", reason: { code: "no-such-value" } }]);
    await member.call(contract.declareGroups, { params, body });
    const mineOf = async (person: Person) =>
      (await person.call(contract.readDeclaredGroups, { params })).mine;
    expect(await mineOf(member)).toEqual(answers);
    expect(await mineOf(owner)).toEqual([]);
    await member.call(contract.withdrawDeclaredGroups, { params });
    await member.call(contract.withdrawDeclaredGroups, { params });
    expect(await mineOf(member)).toEqual([]);
  });

  it("goes with the account, also out of what figures were made of", async () => {
    const { communityId, northern, southern, say } = await withCrowd(30);
    const member = await server.person("Mara Member");
    const id = await addMember(server, communityId, { person: member });
    const { attributes, version } = await owner.call(contract.readDeclaredGroups, {
      params: { communityId },
    });
    const answers = [{ attributeId: attributes[0]?.id ?? "", valueId: northern }];
    await member.call(contract.declareGroups, {
      params: { communityId },
      body: { answers, version },
    });
    await say(northern, 0, 12);
    await say(southern, 12, 30);
    expect((await read(communityId)).parts[0]?.of).toBe(35);
    await server.sql("update accounts set password_hash = $2 where id = $1", [
      member.accountId,
      await hashPassword(goodPassword),
    ]);
    await member.call(deleteAccount, { body: { password: goodPassword, proof: {} } });
    for (const table of ["declarations", "declared_release_people"]) {
      const rows = await server.sql(`select 1 from ${table} where participant_id = $1`, [id]);
      expect(rows).toEqual([]);
    }
  });
});

describe("a report on who takes part", () => {
  it("sets shares beside those that there should be, and says who is missing and how many", async () => {
    const { communityId, northern, southern, say } = await withCrowd(100);
    await say(northern, 0, 20);
    await say(southern, 20, 100);
    const { parts, people } = await read(communityId);
    expect(people).toBe(101);
    expect(parts[0]?.rows).toMatchObject([
      { share: { count: 20, of: 100 }, verdict: "missing", wanted: 60, target: 5_000 },
      { share: { count: 80, of: 100 }, verdict: "over", wanted: 0 },
    ]);
  });

  it("never tells of few, whoever asks and however often, while people come one by one", async () => {
    const { communityId, northern, southern, say, ids } = await withCrowd(40);
    const said = new Map<string, string>();
    let last = { counts: countsIn(await read(communityId)), said: new Map<string, string>() };
    const apart: number[] = [];
    for (const [at, id] of ids.entries()) {
      const value = at % 3 === 0 ? northern : southern;
      await say(value, at, at + 1);
      said.set(id, value);
      const report = await read(communityId);
      const counts = countsIn(report);
      // None is of 1 to 4, and no two differ by so many.
      expect(counts.every((count) => count % 5 === 0)).toBe(true);
      if (String(counts) === String(last.counts)) continue;
      const before = last.said;
      const between = [...said].filter(([person, one]) => before.get(person) !== one).length;
      apart.push(between);
      last = { counts, said: new Map(said) };
    }
    expect(Math.min(...apart)).toBeGreaterThanOrEqual(5);
    expect(last.counts.at(-1)).toBeGreaterThanOrEqual(35);
  });

  it("tells nothing new of a population that differs from another by fewer than five", async () => {
    const { communityId, northern, southern, say, ids } = await withCrowd(30);
    await say(northern, 0, 12);
    await say(southern, 12, 30);
    const whole = await read(communityId);
    expect(whole.parts[0]?.of).toBe(30);
    const enter = (from: number, to: number) =>
      server.sql(
        `insert into moderation_actions
          (community_id, id, kind, subject_kind, subject_id, author_id, reason, role)
          select $1, gen_random_uuid(), 'hide', 'claim', gen_random_uuid(), unnest($2::uuid[]), '', 'moderator'`,
        [communityId, ids.slice(from, to)],
      );
    const query = { population: "moderation" } as const;
    const onWhom = () =>
      visitor.call(contract.readRepresentation, { params: { communityId }, query });
    await enter(0, 27);
    // Beside the whole it would tell what the last three said.
    expect((await onWhom()).parts[0]).toMatchObject({ asOf: null, of: 0 });
    await server.sql("delete from moderation_actions where community_id = $1", [communityId]);
    await enter(0, 25);
    expect((await onWhom()).parts[0]?.of).toBe(25);
  });

  it("does not change because one person takes back what they said", async () => {
    const { communityId, northern, southern, say } = await withCrowd(30);
    const member = await server.person("Mara Member");
    await addMember(server, communityId, { person: member });
    const params = { communityId };
    const { attributes, version } = await owner.call(contract.readDeclaredGroups, { params });
    const answers = [{ attributeId: attributes[0]?.id ?? "", valueId: northern }];
    await member.call(contract.declareGroups, { params, body: { answers, version } });
    await say(northern, 0, 12);
    await say(southern, 12, 30);
    const before = countsIn(await read(communityId));
    await member.call(contract.withdrawDeclaredGroups, { params });
    expect(countsIn(await read(communityId))).toEqual(before);
    await say(southern, 0, 4);
    expect(countsIn(await read(communityId))).not.toEqual(before);
  });

  it("tells nothing of few because its owner asks for something else", async () => {
    const { communityId, northern, southern, say } = await withCrowd(40);
    await say(northern, 0, 12);
    await say(southern, 12, 30);
    const before = countsIn(await read(communityId));
    expect(before.at(-1)).toBe(30);
    await say(southern, 30, 31);
    const asked = await askedOf(communityId);
    await define(communityId, [withEast(asked)], 1);
    expect((await read(communityId)).parts[0]?.of).toBe(30);
    // Nobody said that.
    await define(communityId, [asked], 2);
    expect((await read(communityId)).parts[0]?.of).toBe(30);
    await say(southern, 31, 36);
    expect((await read(communityId)).parts[0]?.of).toBe(35);
  });

  it("says no more of what nobody can say any more, and what it told is compared with what comes", async () => {
    const { communityId, northern, southern, say } = await withCrowd(40);
    const asked = await askedOf(communityId);
    const defined = await define(communityId, [withEast(asked)], 1);
    const values = defined.attributes[0]?.values ?? [];
    const eastern = values.at(-1)?.id ?? "";
    await say(northern, 0, 12);
    await say(eastern, 12, 24);
    await say(southern, 24, 26);
    expect((await read(communityId)).parts[0]).toMatchObject({ of: 25, rest: 15 });
    const left = values.filter(({ id }) => id !== southern);
    await define(communityId, [{ ...asked, values: left }], 2);
    // Beside the table of before it would tell of the two who were of the south.
    expect((await read(communityId)).parts[0]).toMatchObject({ asOf: null, of: 0 });
    await say(northern, 30, 33);
    expect((await read(communityId)).parts[0]).toMatchObject({ of: 25, rest: 0 });
  });

  it("is told by a private community to its members alone", async () => {
    const { communityId } = await addCommunity(server, owner, { isPrivate: true });
    const params = { communityId };
    for (const person of [visitor, await server.person("Otto Outsider")]) {
      for (const operation of [contract.readRepresentation, contract.readDeclaredGroups]) {
        expect((await person.refusal(operation, { params })).status).toBe(404);
      }
    }
    expect((await read(communityId, owner)).people).toBe(1);
  });

  it("asks for an id where it is of one debate, decision or panel, which must be the community's", async () => {
    const { communityId } = await addCommunity(server, owner);
    for (const population of ["debate", "decision", "panel"] as const) {
      const ask = (id?: string) => ({ params: { communityId }, query: { population, id } });
      const none = await visitor.refusal(contract.readRepresentation, ask());
      expect(none.errors).toMatchObject([{ reason: { code: "id-missing" } }]);
      const other = await visitor.refusal(contract.readRepresentation, ask(communityId));
      expect(other.status).toBe(404);
    }
  });
});

describe("a panel drawn by lot", () => {
  it("is reported on by those who sit on it, in fives", async () => {
    const { communityId, northern, southern, say, ids } = await withCrowd(40);
    await say(northern, 0, 11);
    await say(southern, 11, 40);
    const params = { communityId };
    const body = { title: "Water", purpose: "For whom?", seats: 25, attributes: [] };
    const { id } = await owner.call(createPanel, { params, body });
    await server.sql(
      `insert into panel_volunteers (community_id, panel_id, participant_id, answers, seat)
        select $1, $2, unnest($3::uuid[]), '{}', 'accepted'`,
      [communityId, id, ids.slice(0, 25)],
    );
    const query = { population: "panel", id } as const;
    const report = await visitor.call(contract.readRepresentation, { params, query });
    expect(report).toMatchObject({ population: "panel", people: 25 });
    expect(report.parts[0]?.rows.map(({ share }) => share?.count)).toEqual([10, 15]);
  });
});
