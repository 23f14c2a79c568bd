import type { askToMend as contract } from "#shared/contract/incidents.ts";
import { proposeCheckedPromise } from "../commitments/public.ts";
import type { Deps } from "../deps.ts";
import type { Call } from "../platform/mount.ts";
import { because, Refusal } from "../platform/problem.ts";
import { take } from "./move-incident.ts";
import { lockedPlace } from "./place.ts";
import { isToBeMended, mayChange } from "./policy.ts";
import { tell } from "./tell.ts";
import { freshIncident } from "./view-incident.ts";

/** Asks a member to promise what mends what an incident showed; from then on it is being mended. */
export async function askToMend(
  deps: Deps,
  { standing, params: ids, body, once }: Call<typeof contract>,
) {
  return deps.transact(async (tx) => {
    const place = await lockedPlace(tx, ids);
    const { incident, system } = place;
    if (!mayChange(standing, system)) throw new Refusal("not-allowed", because("incident-carers"));
    if (!isToBeMended(incident)) {
      throw new Refusal("incident-forbids", because("incident-not-accepted"));
    }
    const { communityId, id, title } = incident;
    await proposeCheckedPromise(deps, tx, {
      by: { communityId, proposerId: standing.participantId, isByRule: false },
      promise: {
        ...body,
        source: { kind: "incident", id, title, debateId: null, roundId: null },
        dueAt: new Date(body.dueAt),
        reviewAt: new Date(body.reviewAt),
        parts: [],
      },
    });
    if (incident.state === "accepted") {
      await take(deps, tx, { ...place, standing, to: "mending", why: body.title });
    } else {
      await tell(tx, incident);
    }
    return freshIncident({ ...deps, db: tx.db }, standing, ids);
  }, once);
}
