import compress from "@fastify/compress";
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from "fastify";
import type { Problem } from "#shared/contract/problem.ts";
import { accountabilityRoutes } from "./accountability/public.ts";
import { blockRoutes } from "./blocks/public.ts";
import { calendarRoutes } from "./calendar/routes.ts";
import { commitmentRoutes } from "./commitments/public.ts";
import { communityRoutes } from "./communities/routes.ts";
import { curationRoutes } from "./curation/public.ts";
import { debateRoutes } from "./debates/routes.ts";
import { accountRoutes } from "./accounts/public.ts";
import { decisionRoutes } from "./decisions/public.ts";
import { delegationRoutes } from "./delegations/public.ts";
import type { Deps } from "./deps.ts";
import { disputeRoutes } from "./disputes/public.ts";
import { embeddingRoutes } from "./embedding/routes.ts";
import { fundingRoutes } from "./funding/public.ts";
import { healthRoutes } from "./health/public.ts";
import { holdingRoutes } from "./holdings/public.ts";
import { ledgerRoutes } from "./ledger/public.ts";
import { leavingRoutes } from "./leaving/routes.ts";
import { moderationRoutes } from "./moderation/public.ts";
import { notificationRoutes } from "./notifications/routes.ts";
import { opinionRoutes } from "./opinions/public.ts";
import { operationRoutes } from "./operations/routes.ts";
import { plainRoutes } from "./operations/plain-routes.ts";
import { panelRoutes } from "./panels/public.ts";
import { visitor } from "./platform/actor.ts";
import { registerDraining } from "./platform/draining.ts";
import { registerLimits } from "./platform/limits.ts";
import { factsOf } from "./platform/log.ts";
import { createMount } from "./platform/mount.ts";
import { isOwnOrigin } from "./platform/origin.ts";
import { Refusal, toProblem } from "./platform/problem.ts";
import { roomRoutes } from "./platform/room-routes.ts";
import { type Headers, securityHeaders } from "./platform/security-headers.ts";
import { powerRoutes } from "./power/public.ts";
import { profileRoutes } from "./profiles/public.ts";
import { readingRoutes } from "./reading/routes.ts";
import { representationRoutes } from "./representation/public.ts";
import { statementRoutes } from "./statements/public.ts";
import { systemRoutes } from "./systems/public.ts";
import { topicRoutes } from "./topics/public.ts";
import { transferRoutes } from "./transfer/public.ts";
import { treasuryRoutes } from "./treasury/public.ts";
import { visitorRoutes } from "./visitors/routes.ts";

const bareApp = ({ TRUST_PROXY }: Deps["env"]) =>
  Fastify({
    logger: false,
    trustProxy: trustOf(TRUST_PROXY),
    bodyLimit: 65_536,
    requestTimeout: 30_000,
    genReqId: () => crypto.randomUUID(),
    // Whatever fits into the head of a request: how long a name may be is for contracts to say.
    routerOptions: { maxParamLength: 16_384 },
    frameworkErrors: (error, request, reply) => {
      void reply.header("x-content-type-options", "nosniff");
      sendProblem(error, request, reply);
    },
  });

/** The whole server at a glance: what guards every request, then one line per feature. */
export async function buildApp(deps: Deps) {
  const { env } = deps;
  const app = bareApp(env);
  // A page of any site may send text without asking first.
  app.removeContentTypeParser("text/plain");
  const routes: { method: string; url: string }[] = [];
  app.addHook("onRoute", ({ method, url }) => {
    for (const one of [method].flat()) routes.push({ method: one, url });
  });
  registerDraining(app);
  answerWithProblems(app, deps);
  await app.register(compress, { threshold: 2_048, globalDecompression: false });
  guardRequests(app, deps, securityHeaders(env));
  await registerLimits(app, env, deps.redis);

  plainRoutes(app, deps);
  const mount = createMount(app, deps);
  roomRoutes(mount, deps);
  accountabilityRoutes(mount, deps);
  accountRoutes(mount, deps);
  blockRoutes(mount, deps);
  calendarRoutes(mount, deps);
  commitmentRoutes(mount, deps);
  communityRoutes(mount, deps);
  healthRoutes(mount, deps);
  holdingRoutes(mount, deps);
  leavingRoutes(mount, deps);
  ledgerRoutes(mount, deps);
  moderationRoutes(mount, deps);
  notificationRoutes(mount, deps);
  operationRoutes(mount, deps);
  debateRoutes(mount, deps);
  curationRoutes(mount, deps);
  decisionRoutes(mount, deps);
  panelRoutes(mount, deps);
  powerRoutes(mount, deps);
  delegationRoutes(mount, deps);
  disputeRoutes(mount, deps);
  embeddingRoutes(app, mount, deps);
  fundingRoutes(mount, deps);
  await profileRoutes(app, mount, deps);
  readingRoutes(mount, deps);
  representationRoutes(mount, deps);
  opinionRoutes(mount, deps);
  statementRoutes(mount, deps);
  systemRoutes(mount, deps);
  topicRoutes(mount, deps);
  await transferRoutes(app, mount, deps);
  treasuryRoutes(mount, deps);
  visitorRoutes(mount, deps);
  return { app, routes };
}

/** A number of proxies means that so many addresses, counted from us, are believed. */
function trustOf(setting: string | number | boolean) {
  if (typeof setting !== "number") return setting;
  return (_address: string, hop: number) => hop < setting;
}

function answerWithProblems(app: FastifyInstance, { log }: Deps): void {
  app.setNotFoundHandler(() => {
    throw new Refusal("not-found");
  });
  app.setErrorHandler((error, request, reply) => {
    const problem = sendProblem(error, request, reply);
    if (problem.status >= 500) {
      const { id: requestId, routeOptions } = request;
      log.error({ requestId, route: routeOptions.url, ...factsOf(error) });
    }
  });
}

function sendProblem(error: unknown, { id }: FastifyRequest, reply: FastifyReply): Problem {
  const problem = toProblem(error, id);
  if (problem.status === 503) void reply.header("retry-after", "5");
  const left = problem.status === 429 ? problem.reason?.values["left"] : undefined;
  if (left !== undefined && !reply.hasHeader("retry-after")) void reply.header("retry-after", left);
  void reply.code(problem.status).type("application/problem+json").send(problem);
  return problem;
}

/** The route decides, not the address as it was typed: `/%61pi/...` leads to the same operations. */
function isApi({ url, routeOptions }: FastifyRequest): boolean {
  return url.startsWith("/api/") || routeOptions.url?.startsWith("/api/") === true;
}

interface Guards {
  readonly page: Headers;
  readonly data: Headers;
}

function guardRequests(
  app: FastifyInstance,
  { env, sessions, visits, clock, log }: Deps,
  { page, data }: Guards,
): void {
  app.decorateRequest("actor");
  app.addHook("onRequest", async (request, reply) => {
    request.actor = visitor;
    const isForPrograms = isApi(request);
    void reply.headers(isForPrograms ? data : page).header("x-request-id", request.id);
    if (!isForPrograms) return;
    const isWrite = request.method !== "GET" && request.method !== "HEAD";
    if (isWrite && !isOwnOrigin(request.headers, env.PUBLIC_URL)) {
      throw new Refusal("foreign-origin");
    }
    if (request.headers["content-encoding"] !== undefined) {
      throw new Refusal("unsupported-media-type", {
        detail: "Send the content as it is, unpacked.",
      });
    }
    const { actor, cookie: renewed } = await sessions.resolve(request.headers.cookie);
    const visit =
      actor.kind === "visitor" ? visits?.read(request.headers.cookie, clock()) : undefined;
    request.actor = visit ? { ...visitor, visit } : actor;
    if (renewed !== undefined) void reply.header("set-cookie", renewed);
  });
  app.addHook("onResponse", async (request, reply) => {
    const { method, id } = request;
    const route = request.routeOptions.url;
    log.info({ requestId: id, method, route, status: reply.statusCode, ms: reply.elapsedTime });
  });
}
