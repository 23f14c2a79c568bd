import { type QueryClient, infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import {
  type Curated,
  type Curation,
  listCurationChanges,
  listSummaryVersions,
  readCuration,
  type Summary,
} from "#shared/contract/curation.ts";
import type { OwnSummaryRating, SummaryRatings } from "#shared/contract/summary-ratings.ts";
import { type DebateIds, type Order, outlineQuery } from "../debates/public.ts";
import { call } from "../lib/api.ts";

/** What is curated in a debate, found by what it is about. */
export interface LiveCuration extends Curation {
  readonly pins: readonly string[];
  readonly tags: ReadonlyMap<string, readonly string[]>;
  readonly order: Order;
  /** The strongest claims, by position and side. */
  readonly strongest: ReadonlyMap<string, string>;
}

export const placeOfSide = (positionId: string, side: "pro" | "con") => `${positionId} ${side}`;

/** The curation with its parts sorted by kind. */
export function sorted(curation: Curation, debateId: string): LiveCuration {
  const { parts } = curation;
  const of = (kind: Curated["kind"]) => parts.filter((part) => part.kind === kind);
  const below = new Map(of("order").map(({ subjectId, values }) => [subjectId, values]));
  const sides = (["pro", "con"] as const).flatMap((side) =>
    of(side).map(({ subjectId, values: [claimId = ""] }) => {
      return [placeOfSide(subjectId, side), claimId] as const;
    }),
  );
  return {
    ...curation,
    pins: of("pin").map(({ subjectId }) => subjectId),
    tags: new Map(of("tags").map(({ subjectId, values }) => [subjectId, values])),
    order: { positions: below.get(debateId) ?? [], below },
    strongest: new Map(sides),
  };
}

/** The parts with one as it is now; without values it is gone. */
export function withPart(parts: readonly Curated[], part: Curated): Curated[] {
  const at = parts.findIndex(
    ({ kind, subjectId }) => kind === part.kind && subjectId === part.subjectId,
  );
  if (part.values.length === 0) return parts.filter((_part, place) => place !== at);
  return at === -1 ? [...parts, part] : parts.with(at, part);
}

export const curationQuery = ({ communityId, debateId }: DebateIds) =>
  queryOptions({
    queryKey: ["curation", communityId, debateId] as const,
    queryFn: async ({ signal }) =>
      sorted(await call(readCuration, { params: { communityId, debateId }, signal }), debateId),
    staleTime: 5 * 60_000,
    structuralSharing: false,
  });

/** Puts news into what is known; an answer that is on its way may not know of it, and is asked for again. */
function keep(queries: QueryClient, ids: DebateIds, change: (known: LiveCuration) => Curation) {
  const { queryKey } = curationQuery(ids);
  queries.setQueryData(queryKey, (known) => known && sorted(change(known), ids.debateId));
  if (queries.isFetching({ queryKey }) > 0) void queries.invalidateQueries({ queryKey });
}

export function keepPart(queries: QueryClient, ids: DebateIds, part: Curated): void {
  keep(queries, ids, (known) => ({ ...known, parts: withPart(known.parts, part) }));
  // Names, and what one may do oneself, come with who facilitates.
  if (part.kind === "facilitator") {
    void queries.invalidateQueries({ queryKey: curationQuery(ids).queryKey });
    void queries.invalidateQueries({ queryKey: outlineQuery(ids).queryKey });
  }
}

export function keepSummary(queries: QueryClient, ids: DebateIds, summary: Summary): void {
  keep(queries, ids, (known) => {
    const isOlder = (known.summary?.version ?? 0) > summary.version;
    return isOlder ? known : { ...known, summary, ratings: ratingsOf(summary, known.ratings) };
  });
}

/** A new version begins without ratings; one that says nothing has none. */
function ratingsOf({ version, text }: Summary, known: SummaryRatings | null) {
  if (text === "") return null;
  return known?.version === version ? known : { version, fair: 0, partly: 0, unfair: 0 };
}

/** How fair the version that is shown is found by now. */
export function keepRatings(queries: QueryClient, ids: DebateIds, ratings: SummaryRatings): void {
  keep(queries, ids, (known) =>
    known.ratings?.version === ratings.version ? { ...known, ratings } : known,
  );
}

/** What the reader says of it. */
export function keepOwn(queries: QueryClient, ids: DebateIds, mine: OwnSummaryRating | null): void {
  keep(queries, ids, (known) => ({ ...known, mine }));
}

/** What the summary said, by the version that stands now. */
export const summaryVersionsQuery = ({ communityId, debateId }: DebateIds, version: number) =>
  infiniteQueryOptions({
    queryKey: ["summary-versions", communityId, debateId, version] as const,
    queryFn: ({ pageParam: after, signal }) =>
      call(listSummaryVersions, {
        params: { communityId, debateId },
        query: { after, limit: 10 },
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    placeholderData: (before) => before,
  });

/** Who curated what. */
export const curationChangesQuery = ({ communityId, debateId }: DebateIds) =>
  infiniteQueryOptions({
    queryKey: ["curation-changes", communityId, debateId] as const,
    queryFn: ({ pageParam: after, signal }) =>
      call(listCurationChanges, {
        params: { communityId, debateId },
        query: { after, limit: 20 },
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    staleTime: 0,
  });
