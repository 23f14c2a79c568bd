import type { linkIncident as contract } from "#shared/contract/incidents.ts";
import type { Deps } from "../deps.ts";
import { disputeInShort } from "../disputes/public.ts";
import type { Call } from "../platform/mount.ts";
import { because, Refusal, refuseField } from "../platform/problem.ts";
import { updateIncident } from "./incident-store.ts";
import { lockedPlace } from "./place.ts";
import { isReporter, mayLink } from "./policy.ts";
import { tell } from "./tell.ts";
import { freshIncident } from "./view-incident.ts";

/** Says which case is about an incident. */
export async function linkIncident(
  deps: Deps,
  { standing, params: ids, body, once }: Call<typeof contract>,
) {
  const { communityId, incidentId } = ids;
  const { disputeId, version } = body;
  return deps.transact(async (tx) => {
    const place = await lockedPlace(tx, ids);
    const { incident } = place;
    if (!mayLink(standing, place)) {
      throw new Refusal("not-allowed", because("incident-parties"));
    }
    const reader = { ...deps, db: tx.db };
    if (incident.disputeId === disputeId) return freshIncident(reader, standing, ids);
    if (disputeId !== null && !(await disputeInShort(tx.db, { communityId, disputeId }))) {
      refuseField("invalid-request", "disputeId", because("no-such-dispute"));
    }
    if (incident.version !== version) throw new Refusal("stale-version");
    await updateIncident(tx.db, ids, { disputeId });
    const isHidden = !incident.isNamed && isReporter(standing, incident);
    await tx.act({
      communityId,
      kind: "incident.linked",
      actor: isHidden ? null : standing.participantId,
      subject: incidentId,
      payload: { dispute: disputeId },
    });
    await tell(tx, incident);
    return freshIncident(reader, standing, ids);
  }, once);
}
