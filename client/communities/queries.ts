import {
  infiniteQueryOptions,
  type QueryClient,
  type QueryKey,
  queryOptions,
} from "@tanstack/react-query";
import {
  charterChanged,
  communityChanged,
  listCharterVersions,
  listCommunities,
  memberJoined,
  memberLeft,
  memberRenamed,
  memberRoleChanged,
  readCommunityBySlug,
  type Role,
} from "#shared/contract/communities.ts";
import { listDebates, listLiveDebates } from "#shared/contract/debates.ts";
import {
  listArrivals,
  listInvitations,
  listMembers,
  listRequests,
  readInvitation,
} from "#shared/contract/memberships.ts";
import { delegationEvents, delegationsKey } from "../delegations/public.ts";
import { ApiError, call } from "../lib/api.ts";
import { on } from "../lib/realtime.ts";
import { commitmentEvents } from "../commitments/public.ts";
import { systemEvents } from "../systems/public.ts";
import { fundingEvents } from "../funding/public.ts";
import { panelEvents } from "../panels/public.ts";
import { holdingEvents } from "../holdings/public.ts";
import { representationEvents } from "../representation/public.ts";
import { topicEvents } from "../topics/public.ts";
import { treasuryEvents } from "../treasury/public.ts";

interface Part {
  readonly next: string | null;
}

/** How lists are read part by part. */
const inParts = {
  initialPageParam: undefined as string | undefined,
  getNextPageParam: ({ next }: Part) => next ?? undefined,
};

const isMissing = (error: Error) => error instanceof ApiError && error.status === 404;

/** A community as the reader sees it. Where none is to be seen, the page is one that is not there. */
export const communityQuery = (slug: string) =>
  queryOptions({
    queryKey: ["community", slug],
    queryFn: ({ signal }) => call(readCommunityBySlug, { params: { slug }, signal }),
    throwOnError: (error, { state }) => isMissing(error) && state.data === undefined,
  });

export const communitiesQuery = (search: string) =>
  infiniteQueryOptions({
    queryKey: ["communities", "found", search],
    queryFn: ({ pageParam: after, signal }) =>
      call(listCommunities, { query: { after, search: search || undefined, limit: 24 }, signal }),
    ...inParts,
    placeholderData: (before) => before,
  });

const halfMinute = 30_000;

/** Debates that are live now. Who is present changes without an event, so this is read again now and then. */
export const liveDebatesQuery = infiniteQueryOptions({
  queryKey: ["live-debates"],
  queryFn: ({ pageParam: after, signal }) =>
    call(listLiveDebates, { query: { after, limit: 8 }, signal }),
  ...inParts,
  refetchInterval: halfMinute,
});

/** The debates of a community, or those under one of its topics. */
export const debatesQuery = (communityId: string, topic?: string) =>
  infiniteQueryOptions({
    queryKey: ["debates", communityId, topic],
    queryFn: ({ pageParam: after, signal }) =>
      call(listDebates, { params: { communityId }, query: { after, topic, limit: 50 }, signal }),
    ...inParts,
    refetchInterval: halfMinute,
    placeholderData: (before) => before,
  });

export const membersQuery = (communityId: string, search = "", role?: Role) =>
  infiniteQueryOptions({
    queryKey: ["members", communityId, search, role],
    queryFn: ({ pageParam: after, signal }) =>
      call(listMembers, {
        params: { communityId },
        query: { after, search: search || undefined, role, limit: 50 },
        signal,
      }),
    ...inParts,
    placeholderData: (before) => before,
  });

export const requestsQuery = (communityId: string) =>
  infiniteQueryOptions({
    queryKey: ["requests", communityId],
    queryFn: ({ pageParam: after, signal }) =>
      call(listRequests, { params: { communityId }, query: { after }, signal }),
    ...inParts,
  });

export const invitationsQuery = (communityId: string) =>
  infiniteQueryOptions({
    queryKey: ["invitations", communityId],
    queryFn: ({ pageParam: after, signal }) =>
      call(listInvitations, { params: { communityId }, query: { after }, signal }),
    ...inParts,
  });

export const arrivalsQuery = (communityId: string) =>
  infiniteQueryOptions({
    queryKey: ["members", communityId, "arrivals"],
    queryFn: ({ pageParam: after, signal }) =>
      call(listArrivals, { params: { communityId }, query: { after, limit: 100 }, signal }),
    ...inParts,
  });

export const invitationQuery = (token: string) =>
  queryOptions({
    queryKey: ["invitation", token],
    queryFn: ({ signal }) => call(readInvitation, { params: { token }, signal }),
  });

/** Every saved change of the charter, or of one rule, newest first. */
export const charterVersionsQuery = (communityId: string, number?: number) =>
  infiniteQueryOptions({
    queryKey: ["charter", communityId, number],
    queryFn: ({ pageParam: after, signal }) =>
      call(listCharterVersions, { params: { communityId }, query: { after, number }, signal }),
    ...inParts,
    placeholderData: (before) => before,
  });

const waiting = new Map<string, ReturnType<typeof setTimeout>>();

/** Reads something again in a moment: a burst of news is one reading. */
function refreshSoon(cache: QueryClient, queryKey: QueryKey): void {
  const name = JSON.stringify(queryKey);
  if (waiting.has(name)) return;
  const refresh = () => {
    waiting.delete(name);
    void cache.invalidateQueries({ queryKey });
  };
  waiting.set(name, setTimeout(refresh, 250));
}

interface Ids {
  readonly id: string;
  readonly slug: string;
}

/** What the news of a community keep fresh, whoever shows it: who goes from page to page misses those told in between. */
export const keptByCommunity = ({ id, slug }: Ids): QueryKey[] => [
  ["community", slug],
  ["communities"],
  ["members", id],
  ["requests", id],
  ["charter", id],
  ["topics", id],
  ["holdings", id],
  ["panels", id],
  ["representation", id],
  ["commitments", id],
  ["systems", id],
  ["funding", id],
  ["treasury", id],
  delegationsKey(id),
  ["debates", id],
  ["debate", id],
  ["live-debates"],
];

/** Reads again what a change of members or settings touches. */
export function refreshCommunity(cache: QueryClient, { id, slug }: Ids): void {
  refreshSoon(cache, ["community", slug]);
  refreshSoon(cache, ["members", id]);
  refreshSoon(cache, ["requests", id]);
  refreshSoon(cache, ["communities"]);
}

export function communityEvents(cache: QueryClient, ids: Ids) {
  const again = () => refreshCommunity(cache, ids);
  return [
    on(memberJoined, again),
    on(memberLeft, again),
    on(memberRoleChanged, again),
    on(memberRenamed, again),
    on(communityChanged, again),
    ...representationEvents(cache, ids.id),
    ...topicEvents(cache, ids.id),
    ...commitmentEvents(cache, ids.id),
    ...systemEvents(cache, ids.id),
    ...fundingEvents(cache, ids.id),
    ...panelEvents(cache, ids.id),
    ...holdingEvents(cache, ids.id),
    ...treasuryEvents(cache, ids.id),
    ...delegationEvents(cache, ids.id),
    on(charterChanged, () => {
      again();
      refreshSoon(cache, ["charter", ids.id]);
    }),
  ];
}
