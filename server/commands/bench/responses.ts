import pg from "pg";
import { addStatement } from "#shared/contract/statements.ts";
import { addDebate } from "../../decisions/testing-scene.ts";
import { addMember } from "../../testing/community.ts";
import type { Person } from "../../testing/person.ts";
import type { TestServer } from "../../testing/server-on.ts";
import { startLimit } from "./child.ts";
import { type Figure, median } from "./figures.ts";
import { load, type Sent } from "./load.ts";
import { startProgram } from "./program.ts";

const connections = 20;
const rounds = 3;
const seconds = 5;

/** Responses per second over HTTP, acknowledged after commit, with session, rights and history. */
export async function benchResponses(server: TestServer): Promise<Figure[]> {
  const { params, people, statementIds } = await setUp(server);
  const ours = await startProgram(server);
  const bare = await startLimit(new URL("bare-upsert.ts", import.meta.url), {
    BENCH_URL: server.ownerUrl,
  });
  const sending = (connection: number): Sent => ({
    path: `/api/communities/${params.communityId}/debates/${params.debateId}/statements/${pick(statementIds)}/response`,
    headers: { cookie: people[connection % connections]?.cookie ?? "" },
    body: { value: anyValue() },
  });
  const sendingBare = (connection: number): Sent => ({
    path: `/upsert/${personIds[connection % connections]}/${pick(statementIds)}`,
    headers: {},
    body: { value: anyValue() },
  });
  const measured = { ours: [] as number[], bare: [] as number[], p99: [] as number[] };
  try {
    await load(ours.url, { connections, seconds: 2, next: sending });
    for (let round = 0; round < rounds; round += 1) {
      const limit = await load(bare.url, { connections, seconds, next: sendingBare });
      const result = await load(ours.url, { connections, seconds, next: sending });
      measured.bare.push(limit.rate);
      measured.ours.push(result.rate);
      measured.p99.push(result.p99);
    }
    const ceiling = await batchedCeiling(server.ownerUrl);
    console.log(`p99 of a response: ${median(measured.p99)} ms`);
    const rate = median(measured.ours);
    return [
      {
        what: "a response over HTTP, acknowledged after commit",
        ours: rate,
        limit: { name: "bare fastify + one upsert", value: median(measured.bare) },
        unit: "/s",
        better: "more",
        goal: 1,
      },
      {
        what: "the same, beside the ceiling",
        ours: rate,
        limit: { name: "upserts by 500 rows, no HTTP", value: ceiling },
        unit: "/s",
        better: "more",
        goal: null,
      },
    ];
  } finally {
    await ours.stop();
    await bare.stop();
  }
}

async function setUp(server: TestServer) {
  const scene = await addDebate(server);
  const people: Person[] = [];
  for (let n = 0; n < connections; n += 1) {
    const person = await server.person(`Bench ${n}`);
    await addMember(server, scene.communityId, { person });
    people.push(person);
  }
  const params = { communityId: scene.communityId, debateId: scene.debateId };
  const statementIds: string[] = [];
  for (let n = 1; n <= 100; n += 1) {
    const text = `Statement ${n} of the measurement`;
    statementIds.push((await scene.owner.call(addStatement, { params, body: { text } })).id);
  }
  return { params, people, statementIds };
}

const personIds = Array.from({ length: connections }, () => crypto.randomUUID());
const anyValue = () => Math.floor(Math.random() * 3) - 1;

function pick(items: readonly string[]): string {
  return items[Math.floor(Math.random() * items.length)] ?? "";
}

/** Rows per second by statements of 500 rows over one connection. */
async function batchedCeiling(url: string): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const people = Array.from({ length: 500 }, () => crypto.randomUUID());
  const before = performance.now();
  let rows = 0;
  while (performance.now() - before < 3_000) {
    await client.query(
      `insert into bare select * from unnest($1::uuid[], $2::uuid[], $3::int[])
       on conflict (a, b) do update set value = excluded.value`,
      [people, people.map(() => crypto.randomUUID()), people.map(() => 1)],
    );
    rows += people.length;
  }
  await client.end();
  return rows / ((performance.now() - before) / 1_000);
}
