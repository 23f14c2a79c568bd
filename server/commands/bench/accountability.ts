import pg from "pg";
import { readAccountability } from "#shared/contract/accountability.ts";
import { pathOf } from "#shared/contract/request.ts";
import { enterPast } from "../../accountability/testing-scene.ts";
import { addCommunity } from "../../testing/community.ts";
import type { TestServer } from "../../testing/server-on.ts";
import type { Figure } from "./figures.ts";
import { readWhole, repeated } from "./timed-reads.ts";

const actions = 10_000;

/** How moderators acted in a year of many actions, counted from the ledger over HTTP. */
export async function benchAccountability(server: TestServer): Promise<Figure[]> {
  const owner = await server.person("Bench");
  const { communityId } = await addCommunity(server, owner);
  await enterPast(server, communityId, { count: actions, overDays: 300 });
  const client = new pg.Client({ connectionString: server.ownerUrl });
  await client.connect();
  try {
    await client.query("analyze ledger_acts");
    const rows = await repeated(() =>
      client.query("select * from ledger_acts where community_id = $1 order by time", [
        communityId,
      ]),
    );
    const path = pathOf(readAccountability, { params: { communityId }, query: {} });
    return [
      {
        what: `how moderators acted, of ${actions} actions`,
        ours: await repeated(() => readWhole(owner, path)),
        limit: { name: "bare SQL, all their rows", value: rows },
        unit: "ms",
        better: "less",
        goal: 2,
      },
    ];
  } finally {
    await client.end();
  }
}
