import type { Incident, IncidentSummary } from "#shared/contract/incidents.ts";
import { isOverdue, stepsFor } from "#shared/systems/index.ts";
import type { Deps } from "../deps.ts";
import { disputeInShort } from "../disputes/public.ts";
import type { Standing } from "../platform/actor.ts";
import { namesOf } from "../platform/names-store.ts";
import { Refusal } from "../platform/problem.ts";
import { findIncident, type IncidentIds, type IncidentRow, stepsOf } from "./incident-store.ts";
import { placeOf, promisesOf } from "./place.ts";
import { handOf, isToBeMended, mayChange, mayKnowReporter, mayLink } from "./policy.ts";
import { type SystemRow, systemsNamed } from "./store.ts";
import { named } from "./view-system.ts";

type Reader = Pick<Deps, "db" | "clock">;

function summaryOf(row: IncidentRow, system: SystemRow, now: Date): IncidentSummary {
  return {
    id: row.id,
    communityId: row.communityId,
    system: { id: row.systemId, name: system.content.name },
    release: row.release,
    title: row.title,
    ...(row.moderation && { moderation: row.moderation }),
    severity: row.severity,
    state: row.state,
    dueAt: row.dueAt?.toISOString() ?? null,
    isOverdue: isOverdue(row.dueAt?.getTime() ?? null, now.getTime()),
    reportedAt: row.createdAt.toISOString(),
    version: row.version,
  };
}

/** Incidents as lists show them. */
export async function incidentSummaries(
  { db, clock }: Reader,
  communityId: string,
  rows: readonly IncidentRow[],
): Promise<IncidentSummary[]> {
  const ids = [...new Set(rows.map(({ systemId }) => systemId))];
  const systems = new Map(
    (await systemsNamed(db, communityId, ids)).map((row) => [row.systemId, row]),
  );
  const now = clock();
  return rows.flatMap((row) => {
    const system = systems.get(row.systemId);
    return system ? [summaryOf(row, system, now)] : [];
  });
}

/** An incident as its page shows it to a reader: who reported it only to those who may know. */
async function viewIncident(
  { db, clock }: Reader,
  standing: Standing,
  incident: IncidentRow,
): Promise<Incident> {
  const { communityId, id: incidentId, reporterId, disputeId, isNamed } = incident;
  const { system } = await placeOf(db, incident);
  const now = clock();
  const steps = await stepsOf(db, { communityId, incidentId });
  const people = [reporterId, ...steps.map(({ byId }) => byId)];
  const authors = await namesOf(db, communityId, people);
  return {
    ...summaryOf(incident, system, now),
    words: incident.words,
    harmed: incident.harmed,
    evidence: [...incident.evidence],
    reporter: mayKnowReporter(standing, incident) ? named(authors, reporterId) : null,
    isNamed,
    steps: steps.map(({ to, why, byId, createdAt }) => {
      return { to, why, by: named(authors, byId), at: createdAt.toISOString() };
    }),
    dispute: disputeId === null ? null : await disputeInShort(db, { communityId, disputeId }),
    commitments: await promisesOf(db, incident, now),
    can: {
      move: stepsFor(incident.state, handOf(standing, system)),
      askToMend: mayChange(standing, system) && isToBeMended(incident),
      link: mayLink(standing, { incident, system }),
    },
  };
}

/** An incident by its ids, as it is now. */
export async function freshIncident(
  reader: Reader,
  standing: Standing,
  ids: IncidentIds,
): Promise<Incident> {
  const incident = await findIncident(reader.db, ids);
  if (!incident) throw new Refusal("not-found");
  return viewIncident(reader, standing, incident);
}
