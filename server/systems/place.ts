import type { Db } from "#db/client.ts";
import type { CommitmentSummary } from "#shared/contract/commitments.ts";
import { commitmentsFrom } from "../commitments/public.ts";
import { Refusal } from "../platform/problem.ts";
import type { Tx } from "../platform/transact.ts";
import { type IncidentIds, type IncidentRow, lockIncident } from "./incident-store.ts";
import { findSystem, type SystemRow } from "./store.ts";

/** An incident with the system that it is about. */
export interface Place {
  readonly incident: IncidentRow;
  readonly system: SystemRow;
}

export async function placeOf(db: Db, incident: IncidentRow): Promise<Place> {
  const { communityId, systemId } = incident;
  const system = await findSystem(db, { communityId, systemId });
  if (!system) throw new Error("an incident is about a system");
  return { incident, system };
}

/** The same, held until the transaction ends. */
export async function lockedPlace(tx: Tx, ids: IncidentIds): Promise<Place> {
  const incident = await lockIncident(tx.db, ids);
  if (!incident) throw new Refusal("not-found");
  return placeOf(tx.db, incident);
}

/** What members promised because of an incident, or were asked to, the newest first. */
export const promisesOf = (db: Db, incident: IncidentRow, now: Date) =>
  commitmentsFrom(db, incident.communityId, { sourceId: incident.id, now });

/** States in which a commitment is still to be answered or done. */
const running = new Set<CommitmentSummary["state"]>(["open", "accepted", "underway", "overdue"]);

export const unfinishedAmong = (promises: readonly CommitmentSummary[]): number =>
  promises.filter(({ parentId, state }) => parentId === null && running.has(state)).length;
