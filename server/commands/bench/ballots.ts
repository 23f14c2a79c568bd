import pg from "pg";
import { castBallot, createDecision } from "#shared/contract/decisions.ts";
import { addDebate, rulesOf } from "../../decisions/testing-scene.ts";
import { addMember } from "../../testing/community.ts";
import type { TestServer } from "../../testing/server-on.ts";
import { startLimit } from "./child.ts";
import { type Figure, median } from "./figures.ts";
import { load, type Sent } from "./load.ts";
import { startProgram } from "./program.ts";

const voters = 400;
const rounds = 3;
const seconds = 5;

/** Where ballots, and bare upserts, are sent, and the next of them. */
interface Race {
  readonly ours: { readonly url: string; next(): Sent };
  readonly bare: { readonly url: string; next(): Sent };
}

/** Ballots of one decision per second over HTTP, acknowledged after commit, each with a key of its own and a signed receipt. */
export async function benchBallots(server: TestServer): Promise<Figure[]> {
  const next = await setUp(server);
  await gatherStatistics(server);
  const ours = await startProgram(server, {
    SECRET_KEY: "the secret of a measurement, no secret",
  });
  const bare = await startLimit(new URL("bare-upsert.ts", import.meta.url), {
    BENCH_URL: server.ownerUrl,
  });
  const sides = { ours: { url: ours.url, next }, bare: { url: bare.url, next: nextBare } };
  try {
    // Until both have compiled what they run all the time.
    await load(ours.url, { connections: 20, seconds: 10, next });
    await load(bare.url, { connections: 20, seconds: 5, next: nextBare });
    return [await race(sides, 20), await race(sides, 200)];
  } finally {
    await ours.stop();
    await bare.stop();
  }
}

async function race({ ours, bare }: Race, connections: number): Promise<Figure> {
  const measured = { ours: [] as number[], bare: [] as number[], p99: [] as number[] };
  for (let round = 0; round < rounds; round += 1) {
    const limit = await load(bare.url, { connections, seconds, next: bare.next });
    const result = await load(ours.url, { connections, seconds, next: ours.next });
    measured.bare.push(limit.rate);
    measured.ours.push(result.rate);
    measured.p99.push(result.p99);
  }
  console.log(`p99 of a ballot, ${connections} at a time: ${median(measured.p99)} ms`);
  return {
    what: `a ballot over HTTP, with key and signed receipt, ${connections} at a time`,
    ours: median(measured.ours),
    limit: { name: "bare fastify + one upsert", value: median(measured.bare) },
    unit: "/s",
    better: "more",
    goal: 1,
  };
}

/** A decision on which everybody votes, and votes anew, in turn. */
async function setUp(server: TestServer): Promise<() => Sent> {
  const { owner, communityId, debateId } = await addDebate(server);
  const cookies: string[] = [];
  for (let n = 0; n < voters; n += 1) {
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
  return () => {
    sent += 1;
    return {
      path,
      headers: { cookie: cookies[sent % voters] ?? "", "idempotency-key": crypto.randomUUID() },
      body: { ballot: { method: "schulze", ranking: orders[sent % orders.length] } },
    };
  };
}

/** As the database does by itself within a minute or so. */
async function gatherStatistics({ ownerUrl }: TestServer): Promise<void> {
  const client = new pg.Client(ownerUrl);
  await client.connect();
  await client.query("vacuum analyze");
  await client.end();
}

const bareVoters = Array.from({ length: voters }, () => crypto.randomUUID());
const bareDecision = crypto.randomUUID();

const nextBare = (): Sent => ({
  path: `/upsert/${bareVoters[Math.floor(Math.random() * voters)]}/${bareDecision}`,
  headers: {},
  body: { value: Math.floor(Math.random() * 3) - 1 },
});
