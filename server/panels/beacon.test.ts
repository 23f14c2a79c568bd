import { afterAll, beforeAll, expect, it } from "vitest";
import * as contract from "#shared/contract/panels.ts";
import { verifyPanel } from "#shared/sortition/transcript.ts";
import { addCommunity } from "../testing/community.ts";
import { startTestServer, type TestServer } from "../testing/server.ts";
import { drawPanel } from "./draw-panel.ts";

// Round 1,000 of quicknet.
const signature =
  "b44679b9a59af2ec876b1a6b1ad52ea9b1615fc3982b19576350f93447cb1125e342b73a8dd2bacbe47e4b6b63ed5e39";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({
    env: { BEACON_URL: "https://beacon.test" },
    given: {
      fetchPage: (url) => {
        const body = Buffer.from(JSON.stringify({ round: 1_000, signature }));
        return Promise.resolve({ status: 200, url, contentType: "application/json", body });
      },
    },
  });
});
afterAll(() => server.close());

it("a panel waits for the round of the beacon that its lottery was committed to, and is drawn by its signature", async () => {
  const owner = await server.person("Olga");
  const { communityId } = await addCommunity(server, owner);
  const { id: panelId } = await owner.call(contract.createPanel, {
    params: { communityId },
    body: { title: "Water", purpose: "For whom?", seats: 1, attributes: [] },
  });
  const params = { communityId, panelId };
  await owner.call(contract.volunteer, { params, body: { answers: {} } });
  await owner.call(contract.fixPanelList, { params });
  const stage = async () => (await owner.call(contract.readPanel, { params })).stage;
  await expect.poll(stage, { timeout: 60_000 }).toBe("drawing");
  // Whatever the beacon answers for another round draws nothing.
  await expect(drawPanel(server.deps, params)).rejects.toThrow("not known yet");
  expect(await stage()).toBe("drawing");
  await server.sql(
    "update panels set randomness = jsonb_set(randomness, '{round}', '1000') where id = $1",
    [panelId],
  );
  await drawPanel(server.deps, params);
  expect(await stage()).toBe("drawn");
  const transcript = await server.visitor().call(contract.readPanelTranscript, { params });
  const found = verifyPanel(transcript);
  expect(found).toMatchObject({ isRight: true, faults: [] });
  expect(found.members).toHaveLength(1);
  const unsigned = { ...transcript.randomness, signature: "0".repeat(96) };
  const forged = verifyPanel({ ...transcript, randomness: unsigned });
  expect(forged.faults.map(({ code }) => code)).toContain("round-not-signed");
});
