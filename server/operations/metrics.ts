import type { FastifyInstance } from "fastify";
import { collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { Deps } from "../deps.ts";
import { oldestUntold } from "../platform/event-store.ts";

/** Figures of this process, by route and never by person. */
export function createMetrics({ db, hub }: Deps) {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const requests = new Histogram({
    name: "http_request_duration_seconds",
    help: "How long requests took",
    labelNames: ["method", "route", "status"],
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5],
    registers: [registry],
  });
  new Gauge({
    name: "sockets_connected",
    help: "Sockets that this process holds",
    registers: [registry],
    collect() {
      this.set(hub.socketCount());
    },
  });
  new Gauge({
    name: "events_untold_seconds",
    help: "Age of the oldest event that no room was told of",
    registers: [registry],
    async collect() {
      const oldest = await oldestUntold(db);
      this.set(oldest ? (Date.now() - oldest.getTime()) / 1_000 : 0);
    },
  });

  return {
    registry,
    observe(app: FastifyInstance): void {
      app.addHook("onResponse", async (request, reply) => {
        requests.observe(
          {
            method: request.method,
            route: request.routeOptions.url ?? "none",
            status: String(reply.statusCode),
          },
          reply.elapsedTime / 1_000,
        );
      });
    },
  };
}
