import pg from "pg";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { readCommunity } from "#shared/contract/communities.ts";
import { addCommunity, addMember } from "../testing/community.ts";
import { startTestServer, type TestServer } from "../testing/server.ts";
import { createRightsWatch } from "./rights-watch.ts";

/*
 * What is believed of rights for ten seconds is put right at once by whoever changes it, here somebody with a client of
 * the database, of whom the server knows nothing.
 */

let server: TestServer;
let elsewhere: pg.Client;
beforeAll(async () => {
  server = await startTestServer();
  elsewhere = new pg.Client(server.ownerUrl);
  await elsewhere.connect();
});
afterAll(async () => {
  await elsewhere.end();
  await server.close();
});

async function memberOfPrivate() {
  const owner = await server.person("Olu");
  const { communityId } = await addCommunity(server, owner, { isPrivate: true });
  const member = await server.person("Mia");
  const participantId = await addMember(server, communityId, { person: member });
  const status = async () =>
    (await member.tryCall(readCommunity, { params: { communityId } })).status;
  expect(await status()).toBe(200);
  return { communityId, participantId, member, status };
}

describe("somebody who is known to the server", () => {
  it("is a stranger as soon as another server ends the membership", async () => {
    const { communityId, participantId, status } = await memberOfPrivate();
    await elsewhere.query(
      "update memberships set status = 'removed' where community_id = $1 and participant_id = $2",
      [communityId, participantId],
    );
    await vi.waitFor(async () => expect(await status()).toBe(404), { timeout: 20_000 });
  });

  it("is signed out as soon as another server ends the session", async () => {
    const { member, status } = await memberOfPrivate();
    await elsewhere.query("delete from sessions where account_id = $1", [member.accountId]);
    await vi.waitFor(async () => expect(await status()).toBe(404), { timeout: 20_000 });
  });

  it("is known anew after a time in which nothing could be heard", async () => {
    const { communityId, participantId, status } = await memberOfPrivate();
    await elsewhere.query("begin");
    await elsewhere.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'folkmoot-rights' and datname = current_database()",
    );
    await elsewhere.query(
      "update memberships set status = 'removed' where community_id = $1 and participant_id = $2",
      [communityId, participantId],
    );
    await elsewhere.query("commit");
    await vi.waitFor(async () => expect(await status()).toBe(404), { timeout: 20_000 });
  });
});

it("believes for long while the database answers, and for a moment before and after", async () => {
  const rights = createRightsWatch();
  expect(rights.believedMs()).toBe(500);
  let forgotten = 0;
  const watch = rights.start({
    url: server.databaseUrl,
    log: server.deps.log,
    forget: () => (forgotten += 1),
  });
  await vi.waitFor(() => expect(rights.believedMs()).toBe(10_000), { timeout: 20_000 });
  // Whatever changed before anybody listened was told to nobody.
  expect(forgotten).toBe(1);
  await watch.stop();
  expect(rights.believedMs()).toBe(500);
});
