import { fork } from "node:child_process";
import { once } from "node:events";
import pg from "pg";
import { addPosition } from "#shared/contract/claims.ts";
import { createDebate, moveDebate } from "#shared/contract/debates.ts";
import { createDecision } from "#shared/contract/decisions.ts";
import { addCommunity } from "../../testing/community.ts";
import { startOnOwnCluster } from "../../testing/own-cluster.ts";
import type { TestServer } from "../../testing/server.ts";
import type { CountCost, CountTask } from "./count-child.ts";
import type { Figure } from "./figures.ts";

const voters = Number(process.env["BENCH_BALLOTS"] ?? 1_000_000);
const optionCount = 20;
const gibibyte = 1_024;
/** So long may others wait while ballots are counted. */
const stallMs = 250;
/** So long may a result take that many wait for. */
const patience = 600;

const most = { limit: { name: "1 GiB", value: gibibyte }, unit: "MiB" };
const stall = { limit: { name: "not noticed", value: stallMs }, unit: "ms" };
const time = { limit: { name: "ten minutes", value: patience }, unit: "s" };
const under = { better: "less", goal: 1 } as const;

const races = [
  { method: "schulze", settings: {}, secrecy: "secret" },
  { method: "stv", settings: { winners: 5 }, secrecy: "secret" },
  { method: "stv", settings: { winners: 5 }, secrecy: "public" },
  { method: "score", settings: { maxScore: 10 }, secrecy: "secret" },
  { method: "ranked-pairs", settings: {}, secrecy: "secret" },
  { method: "irv", settings: {}, secrecy: "secret" },
  { method: "approval", settings: {}, secrecy: "secret" },
  { method: "plurality", settings: {}, secrecy: "secret" },
] as const;
type Race = (typeof races)[number];

/** Where a ballot of each method says what it says. */
const fields = {
  schulze: "ranking",
  stv: "ranking",
  score: "scores",
  "ranked-pairs": "ranking",
  irv: "ranking",
  approval: "approved",
  plurality: "choice",
} as const;

/** Closing a decision of a million ballots, no two alike, in a process of its own: memory, waiting and time. */
export async function benchCount(): Promise<Figure[]> {
  // It leaves the counting, and all else by the clock, to the process that is measured.
  const env = { NODE_ENV: "production", ROLE: "web", DATABASE_URL: "postgres://given.otherwise" };
  const server = await startOnOwnCluster({ env });
  try {
    return await measure(server);
  } finally {
    await server.close();
  }
}

async function measure(server: TestServer): Promise<Figure[]> {
  const figures: Figure[] = [];
  const only = process.env["BENCH_RACES"]?.split(",");
  for (const [at, race] of races.entries()) {
    if (only && !only.includes(String(at))) continue;
    const ids = await openDecision(server, race);
    await fill(server, race, ids);
    const cost = await countApart({ databaseUrl: server.databaseUrl, ...ids });
    const what = `${voters} ${race.secrecy} ballots by ${race.method}`;
    console.log(`${what}:`, cost);
    figures.push(
      { what: `${what}: memory at most`, ours: cost.megabytes, ...most, ...under },
      { what: `${what}: longest stall`, ours: cost.stallMs, ...stall, ...under },
      { what: `${what}: until counted`, ours: cost.seconds, ...time, ...under },
    );
  }
  return figures;
}

type Ids = Omit<CountTask, "databaseUrl">;

async function openDecision(server: TestServer, { method, settings, secrecy }: Race): Promise<Ids> {
  const owner = await server.person("Own");
  const { communityId } = await addCommunity(server, owner, {});
  const { id: debateId } = await owner.call(createDebate, {
    params: { communityId },
    body: {
      question: "Which of these many ways do we go?",
      topic: "governance",
      language: "en",
      phase: "framing",
    },
  });
  const params = { communityId, debateId };
  for (let at = 1; at <= optionCount; at += 1) {
    await owner.call(addPosition, { params, body: { title: `By way ${at}` } });
  }
  const to = { from: "framing", to: "deliberation", reason: "ready" } as const;
  await owner.call(moveDebate, { params, body: to });
  const { id } = await owner.call(createDecision, {
    params,
    body: {
      title: "Which way?",
      settings: { method, ...settings },
      secrecy,
      quorum: null,
      threshold: null,
      opensAt: null,
      closesAt: new Date(Date.now() + 3_600_000).toISOString(),
    },
  });
  return { communityId, decisionId: id };
}

/** Electors and ballots as casting leaves them; what they say is drawn by hashes, so that it is the same in each run. */
async function fill(
  { ownerUrl }: TestServer,
  { method, secrecy }: Race,
  { communityId, decisionId }: Ids,
): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  const run = (text: string) =>
    client.query(
      text.replaceAll("$c", `'${communityId}'::uuid`).replaceAll("$d", `'${decisionId}'::uuid`),
    );
  const voter = (n: string) => `md5('voter ' || ${n})::uuid`;
  const drawn = "hashint8extended(n, o.place)";
  const said = {
    scores: `jsonb_object_agg(o.id, abs(${drawn} % 11))`,
    approved: `coalesce(jsonb_agg(o.id) filter (where ${drawn} % 2 = 0), '[]')`,
    choice: `(jsonb_agg(o.id order by ${drawn}))->0`,
    ranking: `jsonb_agg(jsonb_build_array(o.id) order by ${drawn})`,
  };
  const field = fields[method];
  const ballot = `jsonb_build_object('method', '${method}', '${field}', ${said[field]})`;
  const isSecret = secrecy === "secret";
  await run(`insert into electors (community_id, decision_id, participant_id, weight)
    select $c, $d, ${voter("n")}, 1 from generate_series(1, ${voters}) n`);
  await run(`insert into ballots (community_id, decision_id, ballot_id, voter_id, ballot, nonce, cast_at)
    select $c, $d, encode(sha256(('ballot ' || n)::bytea), 'hex'),
      ${isSecret ? "null" : voter("n")}, said.ballot, md5(n::text), ${isSecret ? "null" : "now()"}
    from generate_series(1, ${voters}) n, lateral (
      select ${ballot} as ballot from (
        select id, "order" as place from decision_options where community_id = $c and decision_id = $d
      ) o
    ) said`);
  if (isSecret) {
    await run(`insert into roll_entries (community_id, decision_id, participant_id)
      select $c, $d, ${voter("n")} from generate_series(1, ${voters}) n`);
  }
  await run(`update decisions set electorate_size = ${voters + 1}, electorate_weight = ${voters + 1},
    closes_at = clock_timestamp() where community_id = $c and id = $d`);
  await client.query("vacuum analyze ballots, electors, roll_entries");
  await client.end();
}

async function countApart(task: CountTask): Promise<CountCost> {
  const child = fork(new URL("count-child.ts", import.meta.url), {
    execArgv: ["--import", "tsx"],
    env: { ...process.env, NODE_ENV: "production" },
  });
  child.send(task);
  const [cost] = (await once(child, "message")) as [CountCost];
  await once(child, "exit");
  return cost;
}
