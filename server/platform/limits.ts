import rateLimit from "@fastify/rate-limit";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Endpoint, Limit } from "#shared/contract/endpoint.ts";
import type { Env } from "../env.ts";
import { limitStore } from "./limit-store.ts";
import { networkOf } from "./network.ts";
import type { Redis } from "./redis.ts";
import { because, Refusal } from "./problem.ts";
import { shownVisit } from "./visits.ts";

const reads: Limit = { max: 2_400, perSeconds: 60 };
const writes: Limit = { max: 240, perSeconds: 60 };
/** What all who share an address write together, as in a school: many accounts are no way around the limit of one. */
const writesFromAddress: Limit = { max: 1_200, perSeconds: 60, by: "address" };

const addressOf = ({ ip }: FastifyRequest) => networkOf(ip);
const callerOf = (request: FastifyRequest) =>
  request.actor.kind === "account" ? request.actor.accountId : addressOf(request);

const countedBy: Record<NonNullable<Limit["by"]> | "caller", (request: FastifyRequest) => string> =
  {
    caller: callerOf,
    address: addressOf,
    visit: (request: FastifyRequest) => shownVisit(request.actor) ?? callerOf(request),
  };

const asSettings = (scope: string, { max, perSeconds, by }: Limit) => ({
  max,
  timeWindow: perSeconds * 1_000,
  keyGenerator: (request: FastifyRequest) => `${scope} ${countedBy[by ?? "caller"](request)}`,
});

/** The limit of one operation, for the plugin: its own, or the usual one of its kind. */
export function limitOf({ name, method, limit }: Endpoint) {
  if (limit) return asSettings(name, limit);
  return method === "GET" ? asSettings("reads", reads) : asSettings("writes", writes);
}

const refuse = (left: number) =>
  new Refusal("too-many-requests", because("wait-seconds", { left }));

/** Counts by one limit more; refuses what is over it. */
function counting(app: FastifyInstance, scope: string, limit: Limit) {
  const count = app.createRateLimit(asSettings(scope, limit));
  return async (request: FastifyRequest, reply: FastifyReply) => {
    const counted = await count(request);
    if (counted.isAllowed || !counted.isExceeded) return;
    void reply.header("retry-after", counted.ttlInSeconds);
    throw refuse(counted.ttlInSeconds);
  };
}

/** What counts an operation besides: every write by its address, and what else its contract says. */
export function furtherLimitsOf(app: FastifyInstance, { name, method, furtherLimit }: Endpoint) {
  if (!app.hasDecorator("createRateLimit")) return {};
  const preHandler = [
    ...(method === "GET" ? [] : [counting(app, "writes from", writesFromAddress)]),
    ...(furtherLimit ? [counting(app, `${name} besides`, furtherLimit)] : []),
  ];
  return { preHandler };
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
    store: limitStore(redis),
    errorResponseBuilder: (_request, { ttl }) => refuse(Math.ceil(ttl / 1_000)),
  });
}
