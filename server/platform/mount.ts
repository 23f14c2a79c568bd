import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { z } from "zod";
import type { Access, Endpoint } from "#shared/contract/endpoint.ts";
import { isReasonCode, type Reason, type ReasonCode } from "#shared/contract/reasons.ts";
import type { Deps } from "../deps.ts";
import {
  type Actor,
  isMember,
  isModerator,
  maySee,
  type MemberStanding,
  type SignedIn,
  type Standing,
} from "./actor.ts";
import { Download } from "./download.ts";
import type { Once } from "./key-store.ts";
import { furtherLimitsOf, limitOf } from "./limits.ts";
import { refuseFaults, Refusal } from "./problem.ts";
import { replySerializer } from "./reply-serializer.ts";
import { refuseSuspended } from "./suspended.ts";
import { bodyWithVersion, etagOf, givesVersion } from "./versions.ts";

type CommunityAccess = "member" | "moderator" | "owner";

type Who<A extends Access> = A extends "public"
  ? { readonly actor: Actor; readonly standing: Standing }
  : A extends CommunityAccess
    ? { readonly actor: SignedIn; readonly standing: MemberStanding }
    : { readonly actor: SignedIn };

/** What a use case is called with: who, what, and how the reply's cookies are set. */
export type Call<E extends Endpoint> = Who<E["access"]> & {
  readonly params: z.output<E["params"]>;
  readonly query: z.output<E["query"]>;
  readonly body: z.output<E["body"]>;
  /** Given to `transact`, makes a repeated request harmless. Absent where the contract needs no key. */
  readonly once: Once | undefined;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
};

type Answer<E extends Endpoint> = E["reply"] extends z.ZodUndefined
  ? Download | void
  : z.input<E["reply"]>;
type Handle<E extends Endpoint> = (call: Call<E>) => Promise<Answer<E>>;
export type Mount = <E extends Endpoint>(contract: E, handle: Handle<E>) => void;

declare module "fastify" {
  interface FastifyRequest {
    actor: Actor;
  }
  interface FastifyContextConfig {
    endpoint?: Endpoint;
  }
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;

/**
 * Serves contracts. Whether the caller may know and do this is settled before the request's content
 * is looked at; then the contract checks what comes in, and only what it names gets out.
 */
export function createMount(app: FastifyInstance, deps: Deps): Mount {
  return (contract, handle) => {
    const serialize = replySerializer(contract, deps.env.NODE_ENV === "test");
    const isVersioned = givesVersion(contract);
    app.route({
      method: contract.method,
      url: contract.path,
      config: { endpoint: contract, rateLimit: limitOf(contract) },
      ...furtherLimitsOf(app, contract),
      // The replies to writes are short.
      ...(contract.method === "GET" ? {} : { compress: false as const }),
      ...(contract.bodyLimit === undefined ? {} : { bodyLimit: contract.bodyLimit }),
      handler: async (request, reply) => {
        const { actor, standing } = await admit(contract, request, deps);
        const sent = bodyWithVersion(contract, request);
        const { params, query, body } = readInput(contract, request, sent);
        const once = onceOf(contract, request, sent);
        const call = { actor, standing, params, query, body, once, request, reply };
        const result = await handle(call as never);
        if (reply.sent) return reply;
        if (result instanceof Download) return result.send(reply);
        if (result === undefined) return reply.code(204).send();
        if (isVersioned) void reply.header("etag", etagOf(result));
        const pieces = serialize(result);
        return reply
          .type("application/json; charset=utf-8")
          .send(pieces.length === 1 ? pieces[0] : Readable.from(pieces));
      },
    });
  };
}

async function admit(contract: Endpoint, { actor, params }: FastifyRequest, deps: Deps) {
  const { communityId } = params as Record<string, string>;
  if (communityId === undefined) {
    admitAccount(contract, actor);
    return { actor, standing: undefined };
  }
  const standing = uuid.test(communityId) ? await deps.findStanding(actor, communityId) : null;
  if (!maySee(standing)) throw new Refusal("not-found");
  admitToCommunity(contract, actor, standing);
  return { actor, standing };
}

function admitAccount({ access }: Endpoint, actor: Actor): void {
  if (access === "public") return;
  if (actor.kind === "visitor") throw new Refusal("sign-in-required");
  if (access === "operator" && !actor.isOperator) throw new Refusal("not-allowed");
}

function admitToCommunity(contract: Endpoint, actor: Actor, standing: Standing): void {
  const { access } = contract;
  if (access === "public") return;
  if (actor.kind === "visitor") throw new Refusal("sign-in-required");
  if (access === "self") return;
  if (!isMember(standing)) throw new Refusal("not-a-member");
  const suffices =
    access === "member" ||
    (access === "moderator" && isModerator(standing)) ||
    (access === "owner" && standing.role === "owner");
  if (!suffices) throw new Refusal("not-allowed");
  admitWriter(contract, standing);
}

/** Whoever is suspended reads, and writes only what that leaves open. */
function admitWriter({ method, whileSuspended }: Endpoint, standing: Standing): void {
  if (method !== "GET" && !whileSuspended) refuseSuspended(standing);
}

function readInput(contract: Endpoint, request: FastifyRequest, body: unknown) {
  const params = contract.params.safeParse(request.params);
  if (!params.success) throw new Refusal("not-found");
  return {
    params: params.data,
    query: check(contract.query, request.query, "query"),
    body: check(contract.body, body, "body"),
  };
}

function check(schema: z.ZodType, value: unknown, place: string): unknown {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const errors = result.error.issues.map((issue) => ({
    pointer: `#/${[place, ...issue.path].join("/")}`,
    detail: issue.message,
    ...reasonOf(issue),
  }));
  refuseFaults("invalid-request", errors);
}

/** What people can do wrong in a form that its own limits let pass, as a code; the rest is for programs. */
function reasonOf(issue: z.core.$ZodIssue): { reason?: Reason } {
  const because = (code: ReasonCode, values = {}) => ({ reason: { code, values } });
  if (issue.code === "invalid_format" && issue.format === "email") return because("mail-address");
  if (issue.code === "custom") {
    const code: unknown = issue.params?.["reason"];
    return isReasonCode(code) ? because(code) : {};
  }
  if (issue.code === "too_big" && issue.origin === "string") {
    return because("text-too-long", { most: Number(issue.maximum) });
  }
  if (issue.code !== "too_small" || issue.origin !== "string") return {};
  const least = Number(issue.minimum);
  return least === 1 ? because("text-missing") : because("text-too-short", { least });
}

const keyForm = /^[\x21-\x7e]{8,128}$/;

function onceOf(contract: Endpoint, { actor, headers, params }: FastifyRequest, body: unknown) {
  if (contract.method === "GET" || actor.kind === "visitor") return undefined;
  const key = headers["idempotency-key"];
  if (key === undefined) {
    if (contract.method !== "POST" || contract.repeatable) return undefined;
    throw new Refusal("idempotency-key-required", {
      detail: "Send any new random text of 8 to 128 characters, and the same again when you retry.",
    });
  }
  if (typeof key !== "string" || !keyForm.test(key)) {
    throw new Refusal("idempotency-key-required", {
      detail: "An Idempotency-Key has 8 to 128 visible characters.",
    });
  }
  const requestHash = createHash("sha256")
    .update(JSON.stringify([params, body]))
    .digest("hex");
  return { accountId: actor.accountId, key, operation: contract.name, requestHash };
}
