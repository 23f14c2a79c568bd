import type { FastifyReply, FastifyRequest } from "fastify";
import type { Deps } from "../deps.ts";
import { deleteSession } from "../platform/session-store.ts";
import { carryVisitIn } from "../visitors/public.ts";
import { deviceName, trustDevice } from "./device.ts";

interface Visit {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

/**
 * Signs in on the caller's browser under a new session id; whatever session it had ends. Last, and
 * its socket by the hub's next look: else the page hears that it is signed out before it has the
 * new cookie.
 */
export async function beginSession(deps: Deps, { request, reply }: Visit, accountId: string) {
  const { cookie } = await deps.sessions.begin(
    accountId,
    deviceName(request.headers["user-agent"]),
  );
  void reply.header("set-cookie", cookie);
  await trustDevice(deps, accountId, reply);
  await carryVisitIn(deps, { request, reply }, accountId);
  const { actor } = request;
  if (actor.kind === "visitor") return;
  await deleteSession(deps.db, actor.accountId, actor.sessionId);
  deps.sessions.forget();
}

/** Ends the session that the request came with, if any. */
export async function endPresentSession(deps: Deps, { actor }: FastifyRequest): Promise<void> {
  if (actor.kind === "visitor") return;
  await deleteSession(deps.db, actor.accountId, actor.sessionId);
  deps.sessions.forget();
  deps.hub.cutSession(actor.sessionId);
}
