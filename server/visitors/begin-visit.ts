import { phasesToRespond } from "#shared/contract/statements.ts";
import type { beginVisit as contract } from "#shared/contract/visitors.ts";
import { openToVisitors } from "../debates/public.ts";
import { refuseUnlisted } from "../embedding/public.ts";
import type { Deps } from "../deps.ts";
import type { Call } from "../platform/mount.ts";
import { because, Refusal } from "../platform/problem.ts";
import { takeAnswer, visitGoingOn } from "./puzzles.ts";

/**
 * Gives this browser the cookie that responding without an account needs. Asked for before the first
 * response, which can then be sent again by the same visit when its answer is lost. It is also the way
 * out for who shows a visit that does not count, or one that has given no proof of work where one is asked for.
 */
export async function beginVisit(deps: Deps, call: Call<typeof contract>): Promise<undefined> {
  const { actor, standing, params, query, body, reply } = call;
  const { phase, visitorProofBits: bits } = await openToVisitors(deps, standing, params);
  if (!phasesToRespond.includes(phase)) throw new Refusal("phase-forbids");
  await refuseUnlisted(deps, params, query.framedBy);
  const { visits, clock } = deps;
  if (!visits) throw new Refusal("sign-in-required", because("visitors-closed"));
  const known = await visitGoingOn(deps, actor);
  if (known && known.proofBits >= bits) return;
  if (bits > 0) await takeAnswer(deps, { debateId: params.debateId, bits }, body);
  const isFramed = query.framed === "true";
  const visit = { ...(known && { id: known.id }), proofBits: bits, isFramed };
  void reply.header("set-cookie", visits.begin(clock(), visit));
}
