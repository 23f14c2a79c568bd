import { infiniteQueryOptions, type QueryClient, queryOptions } from "@tanstack/react-query";
import { commitmentChanged } from "#shared/contract/commitments.ts";
import {
  incidentChanged,
  listIncidents,
  readIncident,
  readIncidentTerms,
} from "#shared/contract/incidents.ts";
import {
  listSystems,
  listSystemVersions,
  readSystem,
  systemChanged,
} from "#shared/contract/systems.ts";
import { call } from "../lib/api.ts";
import { on } from "../lib/realtime.ts";

export interface SystemIds {
  readonly communityId: string;
  readonly systemId: string;
}
export interface IncidentIds {
  readonly communityId: string;
  readonly incidentId: string;
}

const keyOf = (communityId: string) => ["systems", communityId] as const;
const inPages = {
  initialPageParam: null as string | null,
  getNextPageParam: ({ next }: { next: string | null }) => next,
};
const pageAfter = (pageParam: string | null) => ({ limit: 50, after: pageParam ?? undefined });

export const systemsQuery = (communityId: string) =>
  infiniteQueryOptions({
    queryKey: [...keyOf(communityId), "list"],
    queryFn: ({ pageParam, signal }) =>
      call(listSystems, { params: { communityId }, query: pageAfter(pageParam), signal }),
    ...inPages,
  });

export const systemQuery = (params: SystemIds) =>
  queryOptions({
    queryKey: [...keyOf(params.communityId), "one", params.systemId],
    queryFn: ({ signal }) => call(readSystem, { params, signal }),
  });

export const versionsQuery = (params: SystemIds) =>
  infiniteQueryOptions({
    queryKey: [...keyOf(params.communityId), "versions", params.systemId],
    queryFn: ({ pageParam, signal }) =>
      call(listSystemVersions, { params, query: pageAfter(pageParam), signal }),
    ...inPages,
  });

/** What was reported, of one system or of all. */
export const incidentsQuery = (communityId: string, systemId?: string) =>
  infiniteQueryOptions({
    queryKey: [...keyOf(communityId), "incidents", systemId],
    queryFn: ({ pageParam, signal }) =>
      call(listIncidents, {
        params: { communityId },
        query: { ...pageAfter(pageParam), systemId },
        signal,
      }),
    ...inPages,
  });

export const incidentQuery = (params: IncidentIds) =>
  queryOptions({
    queryKey: [...keyOf(params.communityId), "incident", params.incidentId],
    queryFn: ({ signal }) => call(readIncident, { params, signal }),
  });

export const termsQuery = (communityId: string) =>
  queryOptions({
    queryKey: [...keyOf(communityId), "terms"],
    queryFn: ({ signal }) => call(readIncidentTerms, { params: { communityId }, signal }),
  });

/** Reads again what is shown of a community's systems and their incidents. */
export const refreshSystems = (cache: QueryClient, communityId: string): Promise<void> =>
  cache.invalidateQueries({ queryKey: keyOf(communityId) });

/** What the community's room tells of its systems; an incident shows how far what mends it is. */
export const systemEvents = (cache: QueryClient, communityId: string) => {
  const again = () => void refreshSystems(cache, communityId);
  return [on(systemChanged, again), on(incidentChanged, again), on(commitmentChanged, again)];
};
