import pg from "pg";
import { consistencyRanges, inclusionRanges, type Range } from "#shared/merkle/ranges.ts";
import { hashesOf } from "../../ledger/public.ts";
import { addCommunity } from "../../testing/community.ts";
import type { TestServer } from "../../testing/server-on.ts";
import { type Figure, median } from "./figures.ts";

const size = Number(process.env["BENCH_ENTRIES"] ?? 1_000_000);
const atOnce = 2_000;
const proofs = 400;

/** A ledger of a million entries: how fast acts get their numbers, and how long a proof takes. */
export async function benchLedger(server: TestServer): Promise<Figure[]> {
  const { communityId } = await addCommunity(server, await server.person("Bench"));
  const client = new pg.Client({ connectionString: server.ownerUrl });
  await client.connect();
  try {
    console.log(`  ${size} acts ...`);
    await makeActs(client, communityId);
    const acting = await enterActs(client, communityId);
    const numbering = await numberAll(client, communityId);
    console.log(`  numbered at ${(size / numbering).toFixed(0)} a second; the same rows bare ...`);
    const bare = await insertBare(client, communityId);
    const bareActs = await insertBareActs(client);
    console.log(
      `  seconds: acts ${acting.toFixed(1)}, numbers ${numbering.toFixed(1)}; bare ${bareActs.toFixed(1)}, ${bare.toFixed(1)}`,
    );
    const inclusion = await timeProofs(client, communityId, (n) => inclusionRanges(n, size));
    const consistency = await timeProofs(client, communityId, (n) => consistencyRanges(n, size));
    const limit = { name: "the limit for a proof", value: 5 };
    return [
      {
        what: `${size} acts entered, hashed, numbered and signed`,
        ours: size / (acting + numbering),
        limit: { name: "the same rows inserted, nothing else", value: size / (bareActs + bare) },
        unit: "/s",
        better: "more",
        goal: 0.5,
      },
      {
        what: "of that, the numbers, hashes and signatures alone",
        ours: size / numbering,
        limit: { name: "the rows of these alone", value: size / bare },
        unit: "/s",
        better: "more",
        goal: null,
      },
      ...Object.entries({ inclusion, consistency }).map(([what, ours]): Figure => ({
        what: `a proof of ${what} among ${size}`,
        ours,
        limit,
        unit: "ms",
        better: "less",
        goal: 1,
      })),
    ];
  } finally {
    await client.end();
  }
}

/** Acts as the app makes them, with ids in the order of time, to be entered by either side. */
async function makeActs(client: pg.Client, communityId: string): Promise<void> {
  await client.query("create unlogged table made_acts (like ledger_acts)");
  await client.query(
    `insert into made_acts (community_id, id, time, kind, actor, subject, payload)
     select $1, ('01a22000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, clock_timestamp(), 'debate.phase-moved', gen_random_uuid(),
       gen_random_uuid()::text, jsonb_build_object('from', 'arguing', 'to', 'voting', 'n', n,
         'reason', jsonb_build_object('commitment', encode(sha256(n::text::bytea), 'base64')))
     from generate_series(1, $2::int) n`,
    [communityId, size],
  );
  await client.query("analyze made_acts");
}

/** Enters and queues them; how many seconds it took. */
async function enterActs(client: pg.Client, communityId: string): Promise<number> {
  const before = performance.now();
  await client.query("insert into ledger_acts select * from made_acts");
  // In the queue all at once, so that nothing is numbered while the acts are made.
  await client.query(
    "insert into ledger_queue (community_id, act_id) select community_id, id from made_acts where community_id = $1",
    [communityId],
  );
  const seconds = (performance.now() - before) / 1_000;
  await client.query("analyze ledger_acts, ledger_queue");
  return seconds;
}

/** In how many seconds the server numbers them all, and signs the last. */
async function numberAll(client: pg.Client, communityId: string): Promise<number> {
  const before = performance.now();
  for (let signed = 0; signed < size;) {
    await new Promise((go) => setTimeout(go, 200));
    const { rows } = await client.query<{ size: string | null }>(
      "select max(size) as size from ledger_checkpoints where community_id = $1",
      [communityId],
    );
    signed = Number(rows[0]?.size ?? 0);
  }
  return (performance.now() - before) / 1_000;
}

/** The same acts into a table like theirs; how many seconds it took. */
async function insertBareActs(client: pg.Client): Promise<number> {
  await client.query("create table bare_acts (like ledger_acts including all)");
  const before = performance.now();
  await client.query("insert into bare_acts select * from made_acts");
  return (performance.now() - before) / 1_000;
}

/** The same numbers, hashes and nodes into tables like theirs, as fast as one connection takes them. */
async function insertBare(client: pg.Client, communityId: string): Promise<number> {
  await client.query("create table bare_entries (like ledger_entries including all)");
  await client.query("create table bare_nodes (like ledger_nodes including all)");
  let spentMs = 0;
  for (let from = 0; from < size; from += atOnce) {
    const { rows } = await client.query<{ seq: string; act_id: string; leaf_hash: Buffer }>(
      "select seq, act_id, leaf_hash from ledger_entries where community_id = $1 and seq >= $2 and seq < $3",
      [communityId, from, from + atOnce],
    );
    const nodes = await client.query<{ level: number; index: string; hash: Buffer }>(
      `select level, index, hash from ledger_nodes where community_id = $1
         and (index << level) >= $2 and (index << level) < $3`,
      [communityId, from, from + atOnce],
    );
    const before = performance.now();
    await client.query(
      "insert into bare_entries select $1::uuid, * from unnest($2::bigint[], $3::uuid[], $4::bytea[])",
      [
        communityId,
        rows.map(({ seq }) => seq),
        rows.map((row) => row.act_id),
        rows.map((row) => row.leaf_hash),
      ],
    );
    await client.query(
      "insert into bare_nodes select $1::uuid, * from unnest($2::smallint[], $3::bigint[], $4::bytea[])",
      [
        communityId,
        nodes.rows.map(({ level }) => level),
        nodes.rows.map(({ index }) => index),
        nodes.rows.map(({ hash }) => hash),
      ],
    );
    spentMs += performance.now() - before;
  }
  return spentMs / 1_000;
}

/** The middle of some hundred proofs. */
async function timeProofs(
  client: pg.Client,
  communityId: string,
  rangesOf: (n: number) => Range[],
): Promise<number> {
  const times: number[] = [];
  for (let n = 0; n < proofs; n += 1) {
    const ranges = rangesOf(1 + Math.floor(Math.random() * (size - 1)));
    const before = performance.now();
    await hashesOf(client, communityId, ranges);
    times.push(performance.now() - before);
  }
  return median(times);
}
