import { eq, getTableName, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { accounts } from "#db/schema/accounts.ts";
import { deleteAccount, exportMyData } from "#shared/contract/leaving.ts";
import { hashPassword } from "../accounts/public.ts";
import { goodPassword } from "../accounts/testing-people.ts";
import { takeTour, type Toured } from "../operations/testing-tour.ts";
import type { Person } from "../testing/person.ts";
import { startTestServer, type TestServer } from "../testing/server.ts";
import { unzip } from "../transfer/testing-zip.ts";
import { areas } from "./areas-store.ts";
import { leftOut } from "./left-out.ts";
import { columnsNamingPeople, columnsWith, strictReferences } from "./testing-traces.ts";

let server: TestServer;
let toured: Toured;

beforeAll(async () => {
  server = await startTestServer();
  toured = await takeTour(server, { mark: "brontosine" });
});
afterAll(() => server.close());

/** By which texts a person is known, in all communities. */
async function marksOf({ accountId, name }: Person) {
  const { rows } = await server.deps.db.execute<{ email: string; names: string[]; ids: string[] }>(
    sql`select email, array_agg(p.name) as names, array_agg(p.id) as ids from accounts
      join memberships m on m.account_id = accounts.id
      join participants p on p.community_id = m.community_id and p.id = m.participant_id
      where accounts.id = ${accountId} group by email`,
  );
  const { email = "", names = [], ids = [] } = rows[0] ?? {};
  return { ids, marks: [email, accountId, name, ...names] };
}

async function exportOf(person: Person): Promise<Record<string, string>> {
  const response = await person.tryCall(exportMyData, {});
  expect(response.headers.get("content-type")).toBe("application/zip");
  return unzip(Buffer.from(await response.arrayBuffer()));
}

const inSnakeCase = (name: string) => name.replaceAll(/[A-Z]/g, (big) => `_${big.toLowerCase()}`);
const covered = new Set([
  ...areas.flatMap(({ table, of }) =>
    of.map((column) => `${getTableName(table)}.${inSnakeCase(column.name)}`),
  ),
  ...Object.keys(leftOut),
]);

describe("the export of one's data", () => {
  it("covers every column that names an account or a participant, or says why not", async () => {
    const named = await columnsNamingPeople(server);
    expect(named.length).toBeGreaterThan(30);
    expect(named.filter((column) => !covered.has(column))).toEqual([]);
  });

  it("covers every place where the product has put somebody's id", async () => {
    const { member, moderator } = toured.cast;
    for (const person of [member, moderator]) {
      const { ids } = await marksOf(person);
      const places = (await columnsWith(server, [...ids, person.accountId], "uuid")).map((found) =>
        found.replace(/^public\.|: .*$/g, ""),
      );
      expect(places.length).toBeGreaterThan(10);
      expect([...new Set(places)].filter((place) => !covered.has(place))).toEqual([]);
    }
  });

  it("holds all rows that are one's own, and no secret", async () => {
    const { member, owner } = toured.cast;
    const files = await exportOf(member);
    expect(files["README.md"]).toContain("opinions/truth-ratings.json");
    expect(Object.keys(files).length).toBe(areas.length + 1);
    const filled = Object.entries(files).filter(
      ([name, text]) => name.endsWith(".json") && (JSON.parse(text) as unknown[]).length > 0,
    );
    expect(filled.map(([name]) => name)).toEqual(
      expect.arrayContaining([
        "account/account.json",
        "communities/names.json",
        "written/claims.json",
        "votes/ballots.json",
        "reading/follows.json",
      ]),
    );
    const all = Object.values(files).join("\n");
    expect(all.includes("brontosine")).toBe(true);
    expect(all.match(/passwordHash|idHash|tokenHash|"hash"|"secret"|\$argon2/)).toBeNull();
    // Names stand in what one was told; addresses and accounts of others do not.
    const [email = "", accountId = ""] = (await marksOf(owner)).marks;
    expect([email, accountId].filter((mark) => all.includes(mark))).toEqual([]);
  });

  it("holds what somebody said when a panel heard them, and not who asked", async () => {
    const { "panels/answers.json": text = "[]" } = await exportOf(toured.cast.outsider);
    const answers = JSON.parse(text) as Record<string, unknown>[];
    expect(answers.map(({ answer }) => answer)).toEqual([expect.stringContaining("A tenth.")]);
    expect(answers[0]).not.toHaveProperty("askerId");
  });

  it("is nobody else's", async () => {
    expect((await toured.cast.visitor.tryCall(exportMyData, {})).status).toBe(401);
  });
});

describe("nothing of an account stays behind", () => {
  it("wherever its owner has used the product", async () => {
    for (const person of [toured.cast.member, toured.cast.moderator]) {
      const { marks } = await marksOf(person);
      const passwordHash = await hashPassword(goodPassword);
      const { db } = server.deps;
      await db.update(accounts).set({ passwordHash }).where(eq(accounts.id, person.accountId));
      expect((await columnsWith(server, marks)).length).toBeGreaterThan(5);
      await person.call(deleteAccount, { body: { password: goodPassword, proof: {} } });
      expect(await columnsWith(server, marks)).toEqual([]);
    }
  });

  it("in any table: what refers to accounts goes with them, or is deleted or forgotten by name", async () => {
    const byName = ["join_requests", "memberships", "panel_experts"];
    expect(await strictReferences(server)).toEqual(byName);
  });
});
