import rateLimit from "@fastify/rate-limit";
import type { FastifyInstance, FastifyRequest } from "fastify";
import type { Endpoint, Limit } from "#shared/contract/endpoint.ts";
import type { Env } from "../env.ts";
import { sharedLimitStore } from "./limit-store.ts";
import type { Redis } from "./redis.ts";
import { Refusal } from "./problem.ts";

const reads: Limit = { max: 1_200, perSeconds: 60 };
const writes: Limit = { max: 240, perSeconds: 60 };

const callerOf = ({ actor, ip }: FastifyRequest) =>
  actor.kind === "account" ? actor.accountId : ip;

/** The limit of one operation, for the plugin: its own, or the usual one of its kind. */
export function limitOf({ name, method, limit }: Endpoint) {
  const { max, perSeconds, by } = limit ?? (method === "GET" ? reads : writes);
  const scope = limit ? name : method === "GET" ? "reads" : "writes";
  return {
    max,
    timeWindow: perSeconds * 1_000,
    keyGenerator: (request: FastifyRequest) =>
      `${scope} ${by === "address" ? request.ip : callerOf(request)}`,
  };
}

/** Limits every operation per caller, and says so in `RateLimit` headers. */
export async function registerLimits(
  app: FastifyInstance,
  env: Env,
  redis: Redis | undefined,
): Promise<void> {
  if (env.RATE_LIMITS === "off") return;
  await app.register(rateLimit, {
    global: false,
    hook: "preHandler",
    enableDraftSpec: true,
    ...(redis ? { store: sharedLimitStore(redis) } : {}),
    errorResponseBuilder: (_request, { after }) =>
      new Refusal("too-many-requests", { detail: `Try again in ${after}.` }),
  });
}
