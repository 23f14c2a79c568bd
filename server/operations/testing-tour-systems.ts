import { readCommunity } from "#shared/contract/communities.ts";
import { openDispute } from "#shared/contract/disputes.ts";
import * as incidents from "#shared/contract/incidents.ts";
import * as systems from "#shared/contract/systems.ts";
import type { Person } from "../testing/person.ts";
import type { Tour } from "./testing-tour-guide.ts";

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();

async function idOf(person: Person, communityId: string): Promise<string> {
  const { me } = await person.call(readCommunity, { params: { communityId } });
  return me?.participantId ?? "";
}

interface Places {
  readonly communityId: string;
  readonly debateId: string;
}

/** A system is registered and changed, and what went wrong with it is reported, found, linked and mended. */
export async function tourSystems(tour: Tour, places: Places): Promise<void> {
  const { communityId } = places;
  const { moderator, owner, member } = tour.cast;
  const params = { communityId };
  const stewardId = await idOf(member, communityId);
  const card = cardBy(tour, { ...places, stewardId });
  const { id: systemId } = await tour.go(moderator, systems.registerSystem, {
    params,
    body: card(),
  });
  const at = { communityId, systemId };
  await tour.go(member, systems.readSystem, { params: at });
  await tour.go(member, systems.changeSystem, {
    params: at,
    body: { ...card(), reason: tour.text("It has a new release."), version: 1 },
  });
  await tour.go(member, systems.listSystems, { params, query: { limit: 1 } });
  await tour.go(member, systems.listSystemVersions, { params: at, query: { limit: 1 } });
  await tourIncidents(tour, at);
  await tour.take(member, systems.downloadSystemCard, { params: at });
  const { terms, version } = await tour.go(member, incidents.readIncidentTerms, { params });
  await tour.go(owner, incidents.changeIncidentTerms, {
    params,
    body: { terms: { ...terms, low: { triageDays: 20, mendDays: 80 } }, version },
  });
}

const cardBy =
  (tour: Tour, { debateId, stewardId }: Places & { readonly stewardId: string }) =>
  () => ({
    kind: "model" as const,
    name: tour.text("Moss"),
    release: tour.text("2.1"),
    licence: tour.text("Apache-2.0"),
    url: "https://example.org/moss",
    intendedUse: tour.text("Summaries of minutes."),
    knownHarms: tour.text("It makes up names."),
    evaluations: [
      {
        measured: tour.text("Made-up names"),
        value: tour.text("3 %"),
        on: "2026-01-02",
        by: tour.text("The lab"),
        url: "https://example.org/evaluation",
      },
    ],
    links: [{ kind: "debate" as const, id: debateId }],
    stewardId,
  });

async function tourIncidents(
  tour: Tour,
  { communityId, systemId }: { readonly communityId: string; readonly systemId: string },
): Promise<void> {
  const { moderator, member } = tour.cast;
  const report = (isNamed: boolean) =>
    tour.go(member, incidents.reportIncident, {
      params: { communityId },
      body: {
        systemId,
        release: tour.text("2.1"),
        title: tour.text("A name was made up"),
        words: tour.text("It named a person who was not there."),
        harmed: tour.text("That person."),
        severity: "high",
        evidence: [{ title: tour.text("The summary"), url: "https://example.org/summary" }],
        isNamed,
      },
    });
  await report(false);
  const { id: incidentId } = await report(true);
  const params = { communityId, incidentId };
  const versionNow = async () => {
    return (await member.call(incidents.readIncident, { params })).version;
  };
  await tour.go(moderator, incidents.moveIncident, {
    params,
    body: { to: "accepted", why: tour.text("It did."), version: await versionNow() },
  });
  await tour.go(member, incidents.linkIncident, {
    params,
    body: { disputeId: await conflict(tour, communityId), version: await versionNow() },
  });
  await tour.go(moderator, incidents.askToMend, {
    params,
    body: {
      title: tour.text("Check the names"),
      criterion: tour.text("No name is made up in a month."),
      ownerId: await idOf(member, communityId),
      budget: tour.text("A day"),
      dueAt: inDays(10),
      reviewAt: inDays(20),
    },
  });
  await tour.go(member, incidents.readIncident, { params });
  await tour.go(member, incidents.listIncidents, {
    params: { communityId },
    query: { systemId, limit: 1 },
  });
}

/** A case that can be linked. */
async function conflict(tour: Tour, communityId: string): Promise<string> {
  const { moderator, member } = tour.cast;
  const { id } = await tour.go(member, openDispute, {
    params: { communityId },
    body: {
      kind: "conflict",
      respondentId: await idOf(moderator, communityId),
      grounds: tour.text("The summary stays as it is."),
      evidence: [],
      remedy: tour.text("That it is corrected."),
    },
  });
  return id;
}
