import type { FastifyReply, FastifyRequest } from "fastify";
import type { SecondStep, SignedIn } from "#shared/contract/account.ts";
import type { Deps } from "../deps.ts";
import { appointIfNamed } from "./appoint-operator.ts";
import { beginSession } from "./begin-session.ts";
import { hasSecondStep } from "./second-step.ts";
import type { AccountRow } from "./store.ts";
import { saveTicket } from "./ticket-store.ts";
import { viewAccount } from "./view.ts";

const ticketLastsMs = 5 * 60_000;

interface Visit {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

/** Signs in who has shown one factor, or asks for the second where the account has one. */
export async function enter(deps: Deps, visit: Visit, account: AccountRow): Promise<SignedIn> {
  if (await hasSecondStep(deps.db, account.id)) {
    return { account: null, secondStep: await handTicket(deps, account.id) };
  }
  return letIn(deps, visit, account);
}

/** Signs in who has shown all there is to show. */
export async function letIn(deps: Deps, visit: Visit, account: AccountRow): Promise<SignedIn> {
  const appointed = await appointIfNamed(deps, account);
  await beginSession(deps, visit, account.id);
  return { account: viewAccount(appointed), secondStep: null };
}

async function handTicket(deps: Deps, accountId: string): Promise<SecondStep> {
  const ticket = deps.random.token();
  const expiresAt = new Date(deps.clock().getTime() + ticketLastsMs);
  await saveTicket(deps.db, { secret: ticket, accountId, expiresAt });
  return { ticket, expiresAt: expiresAt.toISOString() };
}
