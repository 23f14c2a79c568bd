import type { reportIncident as contract } from "#shared/contract/incidents.ts";
import { deadlineOf } from "#shared/systems/index.ts";
import type { Deps } from "../deps.ts";
import type { MemberStanding } from "../platform/actor.ts";
import type { Call } from "../platform/mount.ts";
import { Refusal } from "../platform/problem.ts";
import type { Tx } from "../platform/transact.ts";
import { type IncidentRow, saveIncident } from "./incident-store.ts";
import { lockedPlace } from "./place.ts";
import { findSystem } from "./store.ts";
import { carersOf, notifyOf, tell } from "./tell.ts";
import { termsOf } from "./terms.ts";
import { freshIncident } from "./view-incident.ts";

/** Reports what went wrong with a system; moderators and its steward are told. */
export async function reportIncident(
  deps: Deps,
  { standing, params: { communityId }, body, once }: Call<typeof contract>,
) {
  const { systemId, severity } = body;
  return deps.transact(async (tx) => {
    if (!(await findSystem(tx.db, { communityId, systemId }))) throw new Refusal("not-found");
    const terms = await termsOf(tx.db, communityId);
    const now = deps.clock();
    const at = now.getTime();
    const dueAt = deadlineOf({ state: "reported", severity, at, before: null }, terms);
    const ids = { communityId, incidentId: deps.random.id() };
    await saveIncident(tx.db, {
      ...body,
      communityId,
      id: ids.incidentId,
      reporterId: standing.participantId,
      dueAt: dueAt === null ? null : new Date(dueAt),
      dueSetAt: now,
      createdAt: now,
    });
    const { incident, system } = await lockedPlace(tx, ids);
    await enter(tx, incident, standing);
    await tell(tx, incident);
    const carers = await carersOf(tx, system);
    const to = carers.filter((id) => id !== standing.participantId);
    await notifyOf(tx, incident, { what: "reported", to, waits: true });
    return freshIncident({ ...deps, db: tx.db }, standing, ids);
  }, once);
}

/**
 * Of who asked not to be named, the record holds neither the name nor the words: words are forgotten by the name of
 * who wrote them, and so could not be.
 */
async function enter(tx: Tx, incident: IncidentRow, { participantId }: MemberStanding) {
  const { communityId, id, systemId, severity, isNamed, title, words, harmed } = incident;
  await tx.act({
    communityId,
    kind: "incident.reported",
    actor: isNamed ? participantId : null,
    subject: id,
    payload: { system: systemId, severity, named: isNamed },
    ...(isNamed && { words: { title, words, harmed } }),
  });
}
