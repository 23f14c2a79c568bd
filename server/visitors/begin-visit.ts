import { phasesToRespond } from "#shared/contract/statements.ts";
import type { beginVisit as contract } from "#shared/contract/visitors.ts";
import { openToVisitors } from "../debates/public.ts";
import type { Deps } from "../deps.ts";
import type { Call } from "../platform/mount.ts";
import { because, Refusal } from "../platform/problem.ts";
import { shownVisit } from "../platform/visits.ts";
import { hasEnded } from "../platform/visit-store.ts";

/**
 * Gives this browser the cookie that responding without an account needs. Asked for before the first
 * response, which can then be sent again by the same visit when its answer is lost. It is also the way
 * out for who shows a visit that does not count.
 */
export async function beginVisit(deps: Deps, call: Call<typeof contract>): Promise<undefined> {
  const { actor, standing, params, reply } = call;
  const { phase } = await openToVisitors(deps, standing, params);
  if (!phasesToRespond.includes(phase)) throw new Refusal("phase-forbids");
  const { visits, db, clock } = deps;
  if (!visits) throw new Refusal("sign-in-required", because("visitors-closed"));
  const known = shownVisit(actor);
  if (known !== null && !(await hasEnded(db, known))) return;
  void reply.header("set-cookie", visits.begin(clock()));
}
