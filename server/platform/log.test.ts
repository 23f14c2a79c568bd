import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { accounts } from "#db/schema/accounts.ts";
import { startTestServer } from "../testing/server.ts";
import { factsOf } from "./log.ts";

describe("what is logged of an error", () => {
  it("is nothing that somebody wrote, when a query fails", async () => {
    const server = await startTestServer();
    const { db } = server.deps;
    const ada = await server.person("Ada");
    const secret = "canary@example.org";
    const failing = [
      db
        .insert(accounts)
        .values({ id: ada.accountId, name: secret, email: secret, passwordHash: secret }),
      db.select().from(accounts).where(eq(accounts.id, secret)),
      db.update(accounts).set({ name: `${secret}\n    at canary (canary.ts:1:1)\u0000` }),
    ];
    for (const query of failing) {
      const error: unknown = await query.then(
        () => undefined,
        (reason: unknown) => reason,
      );
      expect(String((error as Error).message)).toContain("canary");
      const facts = factsOf(error);
      expect(JSON.stringify(facts)).not.toContain("canary");
      expect(facts.error).toMatch(/^DrizzleQueryError < \w+ (23505|22P02|22021)$/);
      expect(facts.message).toBeUndefined();
    }
    await server.close();
  });

  it("names the broken rule of a table, and the place in the program", async () => {
    const server = await startTestServer();
    const ada = await server.person("Ada");
    const again = { id: ada.accountId, name: "Ada", email: "x@example.org", passwordHash: "" };
    const facts = await server.deps.db
      .insert(accounts)
      .values(again)
      .then(() => null, factsOf);
    expect(facts?.constraint).toBe("accounts_pkey");
    expect(facts?.at?.[0]).toMatch(/^at .+:\d+:\d+\)?$/);
    await server.close();
  });

  it("is what a fault of our own says, with its causes", () => {
    const cause = Object.assign(new TypeError("inner"), { code: "E_INNER" });
    const facts = factsOf(new RangeError("a debate has a phase", { cause }));
    expect(facts).toMatchObject({
      error: "RangeError < TypeError E_INNER",
      message: "a debate has a phase",
    });
    expect(facts.at?.length).toBeGreaterThan(0);
  });

  it("is hardly anything, when what was thrown is no error", () => {
    expect(factsOf("canary")).toEqual({ error: "string" });
    expect(factsOf(undefined)).toEqual({ error: "undefined" });
  });
});
