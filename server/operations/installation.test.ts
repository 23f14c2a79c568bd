import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readInstallation } from "#shared/contract/operations.ts";
import { operatorOf } from "../communities/testing-scene.ts";
import { addCommunity } from "../testing/community.ts";
import { startTestServer, type TestServer } from "../testing/server.ts";

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

describe("the operator of an installation", () => {
  it("sees counts and health, and not even the name of a private community", async () => {
    const operator = await operatorOf(server);
    const owner = await server.person("Owner");
    await addCommunity(server, owner, { name: "Seen" });
    await addCommunity(server, owner, { name: "Unseen", isPrivate: true });
    await owner.listen(`account:${owner.accountId}`);
    const state = await operator.call(readInstallation, {});
    expect(state).toMatchObject({
      counts: {
        accounts: 2,
        publicCommunities: 1,
        privateCommunities: 1,
        debates: 0,
        responses: 0,
        ballots: 0,
      },
      health: { sockets: 1, jobsFailed: 0, oldestUntoldEvent: null },
    });
    expect(Number(state.health.databaseSize)).toBeGreaterThan(1_000_000);
    expect(JSON.stringify(state)).not.toMatch(/seen|owner|@/i);
  });

  it("is alone in seeing them", async () => {
    const member = await server.person("Member");
    expect((await server.visitor().refusal(readInstallation, {})).status).toBe(401);
    expect((await member.refusal(readInstallation, {})).status).toBe(403);
  });
});
