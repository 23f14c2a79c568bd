import type { AddressInfo } from "node:net";
import Fastify from "fastify";
import pg from "pg";

// The limit for a response: bare fastify, one upsert, one commit; no session, no rights, no history.
const pool = new pg.Pool({ connectionString: process.env.BENCH_URL, max: 20 });
await pool.query("create table if not exists bare (a uuid, b uuid, value int, primary key (a, b))");
const app = Fastify();
app.put("/upsert/:a/:b", async (request) => {
  const { a, b } = request.params as { a: string; b: string };
  const { value } = request.body as { value: number };
  await pool.query({
    name: "upsert",
    text: "insert into bare values ($1, $2, $3) on conflict (a, b) do update set value = excluded.value",
    values: [a, b, value],
  });
  return { statementId: b, value };
});
await app.listen({ port: 0, host: "127.0.0.1" });
process.send?.({ url: `http://127.0.0.1:${(app.server.address() as AddressInfo).port}` });
