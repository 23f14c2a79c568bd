import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Access, Endpoint } from "#shared/contract/endpoint.ts";
import { endpoints } from "#shared/contract/index.ts";
import { addCommunity, addMember } from "../testing/community.ts";
import type { Person } from "../testing/person.ts";
import { startTestServer, type TestServer } from "../testing/server.ts";

const roles = ["visitor", "outsider", "operator", "member", "moderator", "owner"] as const;
type Caller = (typeof roles)[number];

let server: TestServer;
let callers: Record<Caller, Person>;
const communities = { public: "", private: "" };

beforeAll(async () => {
  server = await startTestServer();
  const [outsider, operator, member, moderator, owner] = await Promise.all(
    ["Outsider", "Operator", "Member", "Moderator", "Owner"].map((name) => server.person(name)),
  );
  if (!outsider || !operator || !member || !moderator || !owner) throw new Error("five people");
  callers = { visitor: server.visitor(), outsider, operator, member, moderator, owner };
  await server.sql("update accounts set is_operator = true where id = $1", [operator.accountId]);
  // Whoever is no member here is the owner of another community: rights do not travel.
  await addCommunity(server, outsider);
  await addCommunity(server, operator);
  for (const kind of ["public", "private"] as const) {
    const { communityId } = await addCommunity(server, owner, { isPrivate: kind === "private" });
    await addMember(server, communityId, { person: moderator, role: "moderator" });
    await addMember(server, communityId, { person: member });
    communities[kind] = communityId;
  }
  server.deps.sessions.forget();
});
afterAll(() => server.close());

const isBelowCommunity = ({ path }: Endpoint) => path.includes("/:communityId");

/** Calls an operation with an empty body and made-up ids, but for the community's. */
async function knock(who: Caller, endpoint: Endpoint, communityId: string): Promise<Response> {
  const path = endpoint.path.replace(/:(\w+)/g, (_, name: string) =>
    name === "communityId" ? communityId : crypto.randomUUID(),
  );
  return callers[who].send(path, {
    method: endpoint.method,
    headers: {
      "idempotency-key": crypto.randomUUID(),
      ...(endpoint.method === "GET" ? {} : { "content-type": "application/json" }),
    },
    ...(endpoint.method === "GET" ? {} : { body: "{}" }),
  });
}

/** The status with which somebody must be refused, or null where they are let in. */
function refusal(who: Caller, access: Access, kind: "public" | "private" | "none") {
  const isMember = who === "member" || who === "moderator" || who === "owner";
  if (kind === "private" && !isMember) return 404;
  if (access === "public") return null;
  if (who === "visitor") return 401;
  if (access === "self") return null;
  if (access === "operator") return who === "operator" ? null : 403;
  if (!isMember) return 403;
  const rank = { member: 0, moderator: 1, owner: 2 } as const;
  return rank[who] < rank[access] ? 403 : null;
}

/** How many rows each table has, but for those that any request may touch, and those that the ledger fills by itself. */
async function rowCounts() {
  const tables = await server.sql(
    `select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace
     and relname not in ('sessions', 'ledger_queue', 'ledger_entries', 'ledger_nodes', 'ledger_checkpoints')
     order by relname`,
  );
  const counts = tables.map(
    ({ name }) => `select '${String(name)}' as name, count(*) from "${String(name)}"`,
  );
  // Of so many tables PostgreSQL counts several at once, in no order.
  return server.sql(`${counts.join(" union all ")} order by name`);
}

describe.each(roles)("%s", (who) => {
  it.each(["public", "private"] as const)(
    "is let in or refused below a %s community as the contract says, before the content is looked at",
    async (kind) => {
      const before = await rowCounts();
      for (const endpoint of endpoints.filter(isBelowCommunity)) {
        const expected = refusal(who, endpoint.access, kind);
        if (expected === null) continue;
        const response = await knock(who, endpoint, communities[kind]);
        expect([endpoint.name, response.status]).toEqual([endpoint.name, expected]);
      }
      expect(await rowCounts()).toEqual(before);
    },
  );

  it("is let in or refused elsewhere as the contract says", async () => {
    const before = await rowCounts();
    for (const endpoint of endpoints.filter((one) => !isBelowCommunity(one))) {
      const expected = refusal(who, endpoint.access, "none");
      if (expected === null) continue;
      const response = await knock(who, endpoint, "");
      expect([endpoint.name, response.status]).toEqual([endpoint.name, expected]);
    }
    expect(await rowCounts()).toEqual(before);
  });
});

describe("a private community", () => {
  it.each(["visitor", "outsider", "operator"] as const)(
    "looks to the %s exactly like none at all",
    async (who) => {
      for (const endpoint of endpoints.filter(isBelowCommunity)) {
        const hidden = await knock(who, endpoint, communities.private);
        const none = await knock(who, endpoint, crypto.randomUUID());
        expect([endpoint.name, hidden.status, await hidden.text()]).toEqual([
          endpoint.name,
          none.status,
          await none.text(),
        ]);
      }
    },
  );
});

describe("whoever is let in", () => {
  it("never makes the server fail by sending nothing sensible", async () => {
    for (const who of roles) {
      for (const endpoint of endpoints) {
        if (endpoint.name === "signOut" || endpoint.name.startsWith("revoke")) continue;
        const response = await knock(who, endpoint, communities.public);
        expect([endpoint.name, response.status < 500]).toEqual([endpoint.name, true]);
      }
    }
  });
});
