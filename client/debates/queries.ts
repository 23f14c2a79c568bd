import { infiniteQueryOptions, type QueryClient, queryOptions } from "@tanstack/react-query";
import {
  listClaimRevisions,
  listPositionRevisions,
  type Outline,
  readOutline,
} from "#shared/contract/claims.ts";
import { readCommunityBySlug } from "#shared/contract/communities.ts";
import { readActivity, readDebate } from "#shared/contract/debates.ts";
import { listStructureChanges } from "#shared/contract/structure.ts";
import { ApiError, call } from "../lib/api.ts";
import { type ArgumentNews, hear } from "./outline-changes.ts";
import { type Ratings, ratingsOf, touchesMine } from "./ratings.ts";
import { type Verdicts, verdictsOf } from "./verdicts.ts";

export interface DebateIds {
  readonly communityId: string;
  readonly debateId: string;
}

const isMissing = (error: Error) => error instanceof ApiError && error.status === 404;

/** The community around the debate. Where none is to be seen, the page is one that is not there. */
export const communityQuery = (slug: string) =>
  queryOptions({
    queryKey: ["community", slug],
    queryFn: ({ signal }) => call(readCommunityBySlug, { params: { slug }, signal }),
    throwOnError: (error, { state }) => isMissing(error) && state.data === undefined,
  });

export const debateQuery = ({ communityId, debateId }: DebateIds) =>
  queryOptions({
    queryKey: ["debate", communityId, debateId] as const,
    queryFn: ({ signal }) => call(readDebate, { params: { communityId, debateId }, signal }),
    throwOnError: (error, { state }) => isMissing(error) && state.data === undefined,
  });

/** A debate's argument, with its ratings beside it: those change often, the tree does not. */
export interface LiveOutline extends Outline {
  readonly ratings: Ratings;
  readonly verdicts: Verdicts;
}

type OutlineChange = (outline: LiveOutline) => LiveOutline;

/** What was told or done while an outline was on its way: the answer may not know of it. */
const underWay = new Map<string, { answers: number; heard: OutlineChange[] }>();

async function fetchOutline(ids: DebateIds, signal: AbortSignal): Promise<LiveOutline> {
  const waiting = underWay.get(ids.debateId) ?? { answers: 0, heard: [] };
  underWay.set(ids.debateId, waiting);
  waiting.answers += 1;
  try {
    const outline = await call(readOutline, { params: ids, signal });
    const live = { ...outline, ratings: ratingsOf(outline), verdicts: verdictsOf(outline) };
    return waiting.heard.reduce<LiveOutline>((before, change) => change(before), live);
  } finally {
    waiting.answers -= 1;
    if (waiting.answers === 0) underWay.delete(ids.debateId);
  }
}

export const outlineQuery = ({ communityId, debateId }: DebateIds) =>
  queryOptions({
    queryKey: ["outline", communityId, debateId] as const,
    queryFn: ({ signal }) => fetchOutline({ communityId, debateId }, signal),
    // Kept up to date by events; comparing five thousand claims with themselves takes longer than drawing them.
    structuralSharing: false,
    staleTime: 5 * 60_000,
  });

/** Brings the outline up to date with what the room told. */
export function hearNews(queries: QueryClient, ids: DebateIds, news: ArgumentNews): void {
  changeOutline(queries, ids, (outline) => hear(outline, news));
}

/** Brings the outline up to date with a change of where claims stand, and asks anew for one's own ratings of those. */
export function hearRearranged(
  queries: QueryClient,
  ids: DebateIds,
  payload: Extract<ArgumentNews, { kind: "rearranged" }>["payload"],
): void {
  const { queryKey } = outlineQuery(ids);
  hearNews(queries, ids, { kind: "rearranged", payload });
  const outline = queries.getQueryData(queryKey);
  // How many claims there are may have changed.
  void queries.invalidateQueries({ queryKey: debateQuery(ids).queryKey });
  if (outline && touchesMine(outline.ratings, payload)) {
    void queries.invalidateQueries({ queryKey });
  }
}

/** Changes the outline where it is known, and one that is on its way once it is here. */
export function changeOutline(queries: QueryClient, ids: DebateIds, change: OutlineChange): void {
  underWay.get(ids.debateId)?.heard.push(change);
  queries.setQueryData(outlineQuery(ids).queryKey, (outline) => outline && change(outline));
}

export const activityQuery = ({ communityId, debateId }: DebateIds) =>
  infiniteQueryOptions({
    queryKey: ["activity", communityId, debateId] as const,
    queryFn: ({ pageParam: after, signal }) =>
      call(readActivity, {
        params: { communityId, debateId },
        query: { after, limit: 30 },
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    staleTime: 0,
  });

/** How the argument was rearranged. */
export const changesQuery = ({ communityId, debateId }: DebateIds) =>
  infiniteQueryOptions({
    queryKey: ["structure-changes", communityId, debateId] as const,
    queryFn: ({ pageParam: after, signal }) =>
      call(listStructureChanges, {
        params: { communityId, debateId },
        query: { after, limit: 20 },
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    staleTime: 0,
  });

interface Subject {
  readonly kind: "claim" | "position";
  readonly id: string;
  readonly version: number;
}

/** What a claim or position said in each of its versions. */
export const revisionsQuery = (ids: DebateIds, { kind, id, version }: Subject) =>
  queryOptions({
    queryKey: ["revisions", ids.debateId, id, version] as const,
    queryFn: ({ signal }) =>
      kind === "claim"
        ? call(listClaimRevisions, { params: { ...ids, claimId: id }, signal })
        : call(listPositionRevisions, { params: { ...ids, positionId: id }, signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
