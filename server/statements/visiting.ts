import { randomBytes } from "node:crypto";
import type {
  listVisitResponses as responsesContract,
  nextForVisitor as nextContract,
} from "#shared/contract/visitors.ts";
import type { Deps } from "../deps.ts";
import { openToVisitors } from "../debates/public.ts";
import type { Call } from "../platform/mount.ts";
import { visitOf } from "../platform/visits.ts";
import { cardsFor, ownResponses } from "./read-statements.ts";
import { viewFor } from "./view.ts";

/** Cards for who is not signed in. Before the first response nobody knows who that is: each look is dealt anew. */
export async function nextForVisitor(deps: Deps, call: Call<typeof nextContract>) {
  const { actor, standing, params, query } = call;
  const debate = await openToVisitors(deps, standing, params);
  const visit = await visitOf(deps, actor);
  const visitId = visit?.id ?? null;
  const cards = await cardsFor(deps, params, {
    readerId: visitId,
    seed: visitId ?? randomBytes(8).toString("hex"),
    count: query.count,
    view: viewFor(standing, debate),
  });
  const needsProof = (visit?.proofBits ?? 0) < debate.visitorProofBits;
  return { ...cards, hasVisit: visit !== null && !needsProof, needsProof };
}

/** What was responded in this visit; nothing where none has begun. */
export async function listVisitResponses(deps: Deps, call: Call<typeof responsesContract>) {
  const { actor, standing, params, query } = call;
  const debate = await openToVisitors(deps, standing, params);
  const readerId = (await visitOf(deps, actor))?.id ?? null;
  if (readerId === null) return { items: [], next: null };
  return ownResponses(deps, params, { readerId, query, view: viewFor(standing, debate) });
}
