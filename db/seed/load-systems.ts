import { canonicalJson } from "#shared/merkle/canonical-json.ts";
import type { Db } from "../client.ts";
import { incidents, incidentSteps, systems, systemVersions } from "../schema/systems.ts";
import { enterAct } from "./acts.ts";
import type { DemoPlan } from "./demo-plan.ts";
import type { DemoIncident } from "./work-plan.ts";

/** The model that the community governs, with what went wrong with it, and the entries of it all. */
export async function saveSystem(db: Db, { community, system }: DemoPlan): Promise<void> {
  const communityId = community.id;
  const { id: systemId, createdAt, versions, stewardId, editorId, links } = system;
  await db
    .insert(systems)
    .values({ communityId, id: systemId, createdAt, version: versions.length });
  for (const [at, { content, reason, createdAt: time }] of versions.entries()) {
    const version = { content, links, stewardId, editorId, reason, createdAt: time };
    await db.insert(systemVersions).values({ ...version, communityId, systemId, version: at + 1 });
    const card = canonicalJson({ ...content, links });
    await enterAct(db, {
      communityId,
      time,
      kind: at === 0 ? "system.registered" : "system.changed",
      actor: editorId,
      subject: systemId,
      payload:
        at === 0
          ? { kind: content.kind, steward: stewardId }
          : { version: at + 1, steward: stewardId },
      words: at === 0 ? { card } : { card, reason },
    });
  }
  for (const incident of system.incidents)
    await saveIncident(db, { communityId, systemId }, incident);
}

async function saveIncident(
  db: Db,
  { communityId, systemId }: { readonly communityId: string; readonly systemId: string },
  { steps, dueAt, ...incident }: DemoIncident,
): Promise<void> {
  const { id: incidentId, severity, title, words, harmed, reporterId, createdAt } = incident;
  const last = steps.at(-1);
  await db.insert(incidents).values({
    ...incident,
    communityId,
    systemId,
    isNamed: true,
    state: last?.to ?? "reported",
    dueAt,
    dueSetAt: last?.createdAt ?? createdAt,
    version: steps.length + 1,
  });
  const about = { communityId, subject: incidentId };
  await enterAct(db, {
    ...about,
    time: createdAt,
    kind: "incident.reported",
    actor: reporterId,
    payload: { system: systemId, severity, named: true },
    words: { title, words, harmed },
  });
  let from = "reported";
  for (const step of steps) {
    await db.insert(incidentSteps).values({ ...step, communityId, incidentId });
    await enterAct(db, {
      ...about,
      time: step.createdAt,
      kind: `incident.${step.to}`,
      actor: step.byId,
      payload: { from, severity, dueAt: dueAt.toISOString() },
      words: { why: step.why },
    });
    from = step.to;
  }
}
