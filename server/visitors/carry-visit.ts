import type { FastifyReply, FastifyRequest } from "fastify";
import { phasesToRespond } from "#shared/contract/statements.ts";
import type { Deps } from "../deps.ts";
import type { Tx } from "../platform/transact.ts";
import { saveEnd, visitsOfAccount } from "../platform/visit-store.ts";
import { tellTotals } from "../statements/public.ts";
import { askForMap } from "../platform/opinion-maps.ts";
import { carryResponses, placesOf, visitedDebates } from "./store.ts";

interface Visiting {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

/**
 * Ends the visit of this browser in the account that somebody has just signed in to: what was responded
 * in it is theirs from now on, at once where the account belongs to the community. Once: of two accounts
 * that are signed in to with one visit, the first has it.
 */
export async function carryVisitIn(deps: Deps, { request, reply }: Visiting, accountId: string) {
  const { visits, clock } = deps;
  const visit = visits?.read(request.headers.cookie, clock());
  if (!visits || !visit) return;
  void reply.header("set-cookie", visits.blankCookies());
  if (visit.state !== "begun") return;
  const visitId = visit.id;
  await deps.transact(async (tx) => {
    if (!(await saveEnd(tx.db, { visitId, accountId, endedAt: clock() }))) return;
    for (const place of await placesOf(tx.db, accountId))
      await carry(deps, tx, { ...place, visitId });
  });
}

interface Member {
  readonly communityId: string;
  readonly participantId: string;
  readonly accountId: string;
}

/** The same for who has become a member of a community by now. */
export async function carryVisitsTo(deps: Deps, tx: Tx, member: Member): Promise<void> {
  for (const visitId of await visitsOfAccount(tx.db, member.accountId)) {
    await carry(deps, tx, { ...member, visitId });
  }
}

/** Where a debate is decided nothing moves any more, and statements that take no responses take none of these. */
async function carry(deps: Deps, tx: Tx, to: Omit<Member, "accountId"> & { visitId: string }) {
  const { communityId } = to;
  for (const debateId of await visitedDebates(tx.db, to, phasesToRespond)) {
    await carryResponses(tx.db, { ...to, debateId });
    await askForMap(tx, { communityId, debateId });
    tx.afterCommit(() => tellTotals(deps, { communityId, debateId }));
  }
}
