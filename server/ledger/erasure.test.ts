import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { accounts } from "#db/schema/accounts.ts";
import { exportLedger, listLedgerEntries } from "#shared/contract/ledger.ts";
import { deleteAccount } from "#shared/contract/leaving.ts";
import { hashPassword } from "../accounts/public.ts";
import { goodPassword } from "../accounts/testing-people.ts";
import { columnsWith } from "../leaving/testing-traces.ts";
import { addCommunity, addMember } from "../testing/community.ts";
import { startTestServer, type TestServer } from "../testing/server.ts";
import { headOf } from "./testing-scene.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

const words = "Zoe Brontosaurus of 12 Swamp Lane wants it so";

it("what somebody wrote goes with the account, and the ledger stays whole", async () => {
  const { communityId } = await addCommunity(server, await server.person("Olga"));
  const zoe = await server.person("Zoe");
  const actor = await addMember(server, communityId, { person: zoe });
  const act = { communityId, kind: "test.acted", payload: {} };
  await server.deps.transact(async (tx) => {
    await tx.act({ ...act, actor, subject: "x", words: { reason: words } });
    await tx.act({ ...act, actor: null, subject: actor, words: { reason: `${words}!` } });
    await tx.act({ ...act, actor: null, subject: "x", words: { reason: "The clock wants it" } });
  });
  const reader = server.visitor();
  const before = await headOf(reader, communityId, 3);
  const params = { communityId };
  const told = async () => (await reader.tryCall(exportLedger, { params })).text();
  expect(await told()).toContain(words);

  const passwordHash = await hashPassword(goodPassword);
  const { db } = server.deps;
  await db.update(accounts).set({ passwordHash }).where(eq(accounts.id, zoe.accountId));
  await zoe.call(deleteAccount, { body: { password: goodPassword, proof: {} } });

  expect(await columnsWith(server, [words])).toEqual([]);
  expect(await told()).not.toContain(words);
  const { items } = await reader.call(listLedgerEntries, { params });
  expect(items.map((one) => one.words.length)).toEqual([0, 0, 1]);
  expect(items[0]?.entry.payload["reason"]).toMatchObject({ commitment: expect.any(String) });
  // The same tree as before, and the server finds it in order.
  const after = await headOf(reader, communityId, 3);
  expect(after.checkpoint.root).toEqual(before.checkpoint.root);
  await server.checkLedgers();
  expect(server.deps.ledgers.problems()).toEqual([]);
});
