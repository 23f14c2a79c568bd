import { timingSafeEqual } from "node:crypto";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { sql } from "drizzle-orm";
import type { Deps } from "../deps.ts";
import { oldestUntold } from "../platform/event-store.ts";
import { Refusal } from "../platform/problem.ts";
import { createMetrics } from "./metrics.ts";
import { openApiDocument } from "./openapi.ts";

/** An event that waits longer than this means that nobody tells rooms anything. */
const patienceMs = 10_000;

/** Health, figures, and the description of the API. */
export function plainRoutes(app: FastifyInstance, deps: Deps): void {
  const metrics = createMetrics(deps);
  metrics.observe(app);
  // Few ask for it, and making it takes a fifth of a start.
  let document: string | undefined;

  app.get("/api/openapi.json", (_request, reply) =>
    reply
      .type("application/json; charset=utf-8")
      .send((document ??= JSON.stringify(openApiDocument()))),
  );
  app.get("/healthz", (request, reply) => {
    const problems = deps.ledgers.problems();
    if (problems.length === 0) return { status: "ok" };
    // Which ledgers is for whoever runs the server: some are of communities that others can't know of.
    const isTold = mayReadMetrics(request, deps.env.METRICS_TOKEN);
    void reply.code(503);
    return { status: "unhealthy", ledgers: isTold ? problems : problems.length };
  });
  app.get("/readyz", async () => {
    await deps.db.execute(sql`select 1`);
    const oldest = await oldestUntold(deps.db);
    if (oldest && Date.now() - oldest.getTime() > patienceMs) throw new Refusal("unavailable");
    return { status: "ready" };
  });
  app.get("/metrics", async (request, reply) => {
    if (!mayReadMetrics(request, deps.env.METRICS_TOKEN)) throw new Refusal("not-found");
    return reply.type(metrics.registry.contentType).send(await metrics.registry.metrics());
  });
}

/** This machine itself, or who holds the token. A request that a proxy passed on is not from here. */
function mayReadMetrics({ headers, socket }: FastifyRequest, token: string | undefined): boolean {
  if (token !== undefined) return isSame(headers.authorization ?? "", `Bearer ${token}`);
  const isForwarded = headers["x-forwarded-for"] !== undefined || headers.forwarded !== undefined;
  return !isForwarded && /^(127\.|::1$|::ffff:127\.)/.test(socket.remoteAddress ?? "");
}

function isSame(given: string, expected: string): boolean {
  const a = Buffer.from(given);
  const b = Buffer.from(expected);
  return a.length === b.length && timingSafeEqual(a, b);
}
