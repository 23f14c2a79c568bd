import * as incidents from "#shared/contract/incidents.ts";
import * as systems from "#shared/contract/systems.ts";
import { idOf } from "../commitments/testing-scene.ts";
import { addDebate, type Scene as Argued } from "../decisions/testing-scene.ts";
import type { Person } from "../testing/person.ts";
import type { TestServer } from "../testing/server.ts";
import { tellDueOf } from "./tell-due.ts";

/** A community with a debate, a steward, and the system that they answer for. */
export interface Scene extends Argued {
  readonly server: TestServer;
  readonly steward: Person;
  readonly stewardId: string;
  readonly systemId: string;
}

export interface Ids {
  readonly communityId: string;
  readonly incidentId: string;
}

export const cardOf = (stewardId: string, more: object = {}) => ({
  kind: "model" as const,
  name: "Moss 7B",
  release: "2.1",
  licence: "Apache-2.0",
  url: "https://example.org/moss",
  intendedUse: "Summaries of minutes.",
  knownHarms: "It makes up names.",
  evaluations: [
    {
      measured: "Names that are made up",
      value: "3 %",
      on: "2026-01-02",
      by: "The lab of the commons",
      url: "https://example.org/evaluation",
    },
  ],
  links: [] as { kind: "debate"; id: string }[],
  stewardId,
  ...more,
});

export async function setScene(
  server: TestServer,
  shape: { isPrivate?: boolean } = {},
): Promise<Scene> {
  const argued = await addDebate(server, shape);
  const { communityId, debateId, moderator } = argued;
  const steward = await argued.join("Stella");
  const stewardId = await idOf(steward, communityId);
  const { id: systemId } = await moderator.call(systems.registerSystem, {
    params: { communityId },
    body: cardOf(stewardId, { links: [{ kind: "debate", id: debateId }] }),
  });
  return { ...argued, server, steward, stewardId, systemId };
}

export const reportOf = ({ systemId }: Pick<Scene, "systemId">, more: object = {}) => ({
  systemId,
  release: "2.1",
  title: "It named a person who was not there",
  words: "The summary of the meeting in May says that I agreed. I was not there.",
  harmed: "Me: others believe that I agreed.",
  severity: "high" as const,
  evidence: [{ title: "The summary", url: "https://example.org/summary" }],
  ...more,
});

/** The member reports something. */
export async function report(scene: Scene, more: object = {}, by = scene.member): Promise<Ids> {
  const params = { communityId: scene.communityId };
  const body = reportOf(scene, more);
  const { id } = await by.call(incidents.reportIncident, { params, body });
  return { ...params, incidentId: id };
}

export const read = (person: Person, params: Ids) =>
  person.call(incidents.readIncident, { params });

/** What moves an incident on, in the version that it has now. */
export async function stepTo(
  person: Person,
  params: Ids,
  step: { to: incidents.IncidentState; severity?: incidents.IncidentSeverity },
) {
  const { version } = await read(person, params);
  return { params, body: { why: "We have looked into it.", version, ...step } };
}

export async function move(
  person: Person,
  params: Ids,
  ...states: incidents.IncidentState[]
): Promise<void> {
  for (const to of states) {
    await person.call(incidents.moveIncident, await stepTo(person, params, { to }));
  }
}

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();

export const mendingBy = (ownerId: string, more: object = {}) => ({
  title: "Check names against the list of who was there",
  criterion: "No summary of a month names anybody who was not there.",
  ownerId,
  budget: null,
  dueAt: inDays(10),
  reviewAt: inDays(20),
  ...more,
});

/** So much of the time of an incident is over, in days; the clock tells of it. */
export async function passTime({ server }: Scene, ids: Ids, days: number): Promise<void> {
  await server.sql(
    `update incidents set due_at = due_at - $3 * interval '1 day',
       due_set_at = due_set_at - $3 * interval '1 day'
     where community_id = $1 and id = $2`,
    [ids.communityId, ids.incidentId, days],
  );
  await tellDueOf(server.deps, ids);
}
