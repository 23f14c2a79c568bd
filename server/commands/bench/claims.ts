import pg from "pg";
import { addDebate } from "../../decisions/testing-scene.ts";
import type { TestServer } from "../../testing/server-on.ts";
import { benchExports } from "./exports.ts";
import { type Figure, median } from "./figures.ts";

const size = 5_000;
const rounds = 15;

/** A debate's whole outline over HTTP, against the bare SQL that reads its rows; and what it takes to carry it away. */
export async function benchClaims(server: TestServer): Promise<Figure[]> {
  const { communityId, debateId, owner } = await addDebate(server);
  const client = new pg.Client({ connectionString: server.ownerUrl });
  await client.connect();
  await fillDebate(client, { communityId, debateId }, size);
  const path = `/api/communities/${communityId}/debates/${debateId}/claims`;
  const ours: number[] = [];
  const bare: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    bare.push(await timed(() => readBare(client, communityId, debateId)));
    ours.push(
      await timed(async () => {
        const response = await owner.send(path, { headers: { "accept-encoding": "identity" } });
        const body = await response.arrayBuffer();
        if (!response.ok || body.byteLength < size * 100) throw new Error("not the whole outline");
      }),
    );
  }
  const exports = await benchExports(client, { communityId, debateId, owner }, size);
  await client.end();
  return [
    {
      what: `the outline of a debate with ${size} claims`,
      ours: median(ours),
      limit: { name: "bare SQL, rows in memory", value: median(bare) },
      unit: "ms",
      better: "less",
      goal: 2,
    },
    ...exports,
  ];
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const before = performance.now();
  await work();
  return performance.now() - before;
}

/** Claims in a tree about nine deep, each third with evidence, all with some ratings. */
export async function fillDebate(
  client: pg.Client,
  { communityId, debateId }: { communityId: string; debateId: string },
  claims: number,
): Promise<void> {
  const at = [communityId, debateId];
  await client.query(
    `with author as (select author_id from debates where community_id = $1 and id = $2),
     fresh as (select n, gen_random_uuid() as id from generate_series(1, ${claims}) as n),
     added as (
       insert into claims (community_id, id, debate_id, text, language, author_id)
       select $1, fresh.id, $2, 'Claim number ' || n || ' says one thing about the question, and says it plainly.', 'en', author_id
       from fresh, author returning 1
     )
     insert into edges (community_id, id, debate_id, claim_id, side, target_kind, target_id)
     select $1, gen_random_uuid(), $2, fresh.id, case when n % 2 = 0 then 'pro' else 'con' end,
       case when n <= 9 then 'position' else 'claim' end,
       case when n <= 9 then (select id from positions where debate_id = $2 order by id limit 1)
            else (select parent.id from fresh as parent where parent.n = fresh.n / 3) end
     from fresh`,
    at,
  );
  await client.query(
    `insert into evidence (community_id, id, debate_id, claim_id, kind, url, title, author_id)
     select community_id, gen_random_uuid(), debate_id, id, 'study', 'https://example.org/' || id, 'A study', author_id
     from claims where community_id = $1 and debate_id = $2 and right(id::text, 1) < '5'`,
    at,
  );
  await client.query(
    `insert into truth_ratings (community_id, debate_id, claim_id, participant_id, rating)
     select community_id, debate_id, id, author_id, 3 from claims where community_id = $1 and debate_id = $2`,
    at,
  );
  await client.query("analyze");
}

async function readBare(client: pg.Client, communityId: string, debateId: string): Promise<void> {
  const at = [communityId, debateId];
  const named = (name: string, text: string) => client.query({ name, text, values: at });
  const where = "where community_id = $1 and debate_id = $2";
  await named("claims", `select * from claims ${where}`);
  await named("edges", `select * from edges ${where}`);
  await named("evidence", `select * from evidence ${where}`);
  await named(
    "truth",
    `select claim_id, count(*), sum(rating) from truth_ratings ${where} group by 1`,
  );
  await named(
    "relevance",
    `select edge_id, count(*), sum(rating) from relevance_ratings ${where} group by 1`,
  );
}
