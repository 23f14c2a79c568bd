import { castBallot, createDecision } from "#shared/contract/decisions.ts";
import { addDebate, rulesOf } from "../../decisions/testing-scene.ts";
import { addMember } from "../../testing/community.ts";
import { startProcess } from "../../testing/process.ts";
import type { TestServer } from "../../testing/server-on.ts";
import { startLimit } from "./child.ts";
import { type Figure, median } from "./figures.ts";
import { load, type Sent } from "./load.ts";

const connections = 20;
const votersEach = 20;
const rounds = 5;
const seconds = 5;

/** Ballots of one decision per second over HTTP, acknowledged after commit, each with a key of its own and a signed receipt. */
export async function benchBallots(server: TestServer): Promise<Figure[]> {
  const next = await setUp(server);
  const ours = await startProcess({
    DATABASE_URL: server.databaseUrl,
    MIGRATION_DATABASE_URL: server.ownerUrl,
    NODE_ENV: "production",
    RATE_LIMITS: "off",
    LOG_LEVEL: "silent",
    SECRET_KEY: "the secret of a measurement, no secret",
  });
  const bare = await startLimit(new URL("bare-upsert.ts", import.meta.url), {
    BENCH_URL: server.ownerUrl,
  });
  const measured = { ours: [] as number[], bare: [] as number[], p99: [] as number[] };
  try {
    await load(ours.url, { connections, seconds: 3, next });
    for (let round = 0; round < rounds; round += 1) {
      const limit = await load(bare.url, { connections, seconds, next: nextBare });
      const result = await load(ours.url, { connections, seconds, next });
      measured.bare.push(limit.rate);
      measured.ours.push(result.rate);
      measured.p99.push(result.p99);
    }
  } finally {
    await ours.stop();
    await bare.stop();
  }
  console.log(`p99 of a ballot: ${median(measured.p99)} ms`);
  return [
    {
      what: "a ballot over HTTP, with key and signed receipt",
      ours: median(measured.ours),
      limit: { name: "bare fastify + one upsert", value: median(measured.bare) },
      unit: "/s",
      better: "more",
      goal: 1,
    },
  ];
}

/** A decision on which everybody votes, and votes anew: what each connection sends, for its voters in turn. */
async function setUp(server: TestServer): Promise<(connection: number) => Sent> {
  const { owner, communityId, debateId } = await addDebate(server);
  const cookies: string[] = [];
  for (let n = 0; n < connections * votersEach; n += 1) {
    const person = await server.person(`Voter ${n}`);
    await addMember(server, communityId, { person });
    cookies.push(person.cookie ?? "");
  }
  const params = { communityId, debateId };
  const { id, options } = await owner.call(createDecision, { params, body: rulesOf() });
  const path = castBallot.path.replace(":communityId", communityId).replace(":decisionId", id);
  const orders = [0, 1, 2].map((by) =>
    options.map((_, at) => [options[(at + by) % options.length]?.id ?? ""]),
  );
  let sent = 0;
  return (connection) => {
    sent += 1;
    const voter = (connection % connections) * votersEach + (sent % votersEach);
    return {
      path,
      headers: { cookie: cookies[voter] ?? "", "idempotency-key": crypto.randomUUID() },
      body: { ballot: { method: "schulze", ranking: orders[sent % orders.length] } },
    };
  };
}

const bareVoters = Array.from({ length: connections * votersEach }, () => crypto.randomUUID());
const bareDecision = crypto.randomUUID();

const nextBare = (connection: number): Sent => {
  const voter = (connection % connections) * votersEach + Math.floor(Math.random() * votersEach);
  return {
    path: `/upsert/${bareVoters[voter]}/${bareDecision}`,
    headers: {},
    body: { value: Math.floor(Math.random() * 3) - 1 },
  };
};
