import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as contract from "#shared/contract/disputes.ts";
import { verifyDraw } from "#shared/lottery/index.ts";
import { startTestServer, type TestServer } from "../testing/server.ts";
import { settleDispute } from "./advance.ts";
import { closeBoth, openConflict, type Scene, setDisputeScene } from "./testing-scene.ts";

// Round 1,000 of quicknet.
const signature =
  "b44679b9a59af2ec876b1a6b1ad52ea9b1615fc3982b19576350f93447cb1125e342b73a8dd2bacbe47e4b6b63ed5e39";

/** What the beacon does before its next answer. */
let before: () => Promise<void> = async () => {};
let server: TestServer;
let scene: Scene;
beforeAll(async () => {
  server = await startTestServer({
    env: { BEACON_URL: "https://beacon.test" },
    given: {
      async fetchPage(url) {
        await before();
        const body = Buffer.from(JSON.stringify({ round: 1_000, signature }));
        return { status: 200, url, contentType: "application/json", body };
      },
    },
  });
  scene = await setDisputeScene(server, 12);
});
afterAll(() => server.close());

/** A case whose pool is fixed, which waits for a round that has come. */
async function waiting() {
  const params = await openConflict(scene);
  await closeBoth(scene, params);
  await server.sql(
    "update juries set draw = jsonb_set(draw, '{randomness,round}', '1000') where dispute_id = $1",
    [params.disputeId],
  );
  return params;
}

describe("a draw by the beacon", () => {
  it("is made once, also where two workers ask the beacon at the same time", async () => {
    const params = await waiting();
    before = () => {
      before = async () => {};
      return settleDispute(server.deps, params);
    };
    await settleDispute(server.deps, params);
    const drawn = await server.visitor().call(contract.readDraw, { params, query: {} });
    expect(drawn.seated).toHaveLength(5);
    expect(verifyDraw(drawn)).toMatchObject({ isRight: true, warnings: [] });
  });
});
