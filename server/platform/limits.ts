import rateLimit from "@fastify/rate-limit";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Endpoint, Limit } from "#shared/contract/endpoint.ts";
import type { Env } from "../env.ts";
import { sharedLimitStore } from "./limit-store.ts";
import { networkOf } from "./network.ts";
import type { Redis } from "./redis.ts";
import { Refusal } from "./problem.ts";
import { shownVisit } from "./visits.ts";

const reads: Limit = { max: 1_200, perSeconds: 60 };
const writes: Limit = { max: 240, perSeconds: 60 };

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

const refuse = (after: string) =>
  new Refusal("too-many-requests", { detail: `Try again in ${after}.` });

/** What counts an operation a second time, where its contract says so. */
export function furtherLimitOf(app: FastifyInstance, { name, furtherLimit }: Endpoint) {
  if (!furtherLimit || !app.hasDecorator("createRateLimit")) return {};
  const count = app.createRateLimit(asSettings(`${name} besides`, furtherLimit));
  const preHandler = async (request: FastifyRequest, reply: FastifyReply) => {
    const counted = await count(request);
    if (counted.isAllowed || !counted.isExceeded) return;
    void reply.header("retry-after", counted.ttlInSeconds);
    throw refuse(`${counted.ttlInSeconds} seconds`);
  };
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
    ...(redis ? { store: sharedLimitStore(redis) } : {}),
    errorResponseBuilder: (_request, { after }) => refuse(after),
  });
}
