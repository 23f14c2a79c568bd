import { queryOptions, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import { debateRoom } from "#shared/contract/event.ts";
import {
  acceptSuggestion,
  declineSuggestion,
  listSuggestions,
  type Suggestion,
  suggestionChanged,
  suggestWording,
  takeBackSupport,
} from "#shared/contract/suggestions.ts";
import { call } from "../../lib/api.ts";
import { on } from "../../lib/realtime.ts";
import { useRoom } from "../../lib/use-room.ts";
import { useDebate } from "../debate-context.ts";
import { changeClaim } from "../outline-changes.ts";
import { groupBy } from "../outline/group-by.ts";
import { useOutline } from "../outline/outline-context.ts";
import { changeOutline, type DebateIds } from "../queries.ts";

export const suggestionsQuery = ({ communityId, debateId }: DebateIds) =>
  queryOptions({
    queryKey: ["suggestions", communityId, debateId] as const,
    queryFn: async ({ signal }) =>
      (await call(listSuggestions, { params: { communityId, debateId }, signal })).items,
    staleTime: 5 * 60_000,
  });

/** The suggestions that wait, with one as it is now, which takes the place of an earlier one of the same person for the claim. */
export function withSuggestion(list: readonly Suggestion[], suggestion: Suggestion): Suggestion[] {
  const others = list.filter(({ id }) => id !== suggestion.id);
  if (suggestion.status !== "open") return others;
  const { claimId, author } = suggestion;
  const kept = others.filter((one) => one.claimId !== claimId || one.author.id !== author.id);
  return [...kept, suggestion].toSorted((a, b) => (a.createdAt < b.createdAt ? -1 : 1));
}

function useKeep() {
  const queries = useQueryClient();
  const { ids } = useDebate();
  return (suggestion: Suggestion) =>
    queries.setQueryData(
      suggestionsQuery(ids).queryKey,
      (list) => list && withSuggestion(list, suggestion),
    );
}

/** Keeps the suggestions of a debate live while its argument stands. */
export function useSuggestionNews(): void {
  const { ids } = useDebate();
  const keep = useKeep();
  useRoom(debateRoom(ids), [on(suggestionChanged, ({ suggestion }) => keep(suggestion))]);
}

/** The suggestions that wait, by claim. */
export function useSuggestions(): ReadonlyMap<string, readonly Suggestion[]> {
  const { ids } = useDebate();
  const { data } = useQuery(suggestionsQuery(ids));
  return useMemo(() => groupBy(data ?? [], ({ claimId }) => claimId), [data]);
}

const none: readonly Suggestion[] = [];

/** The suggestions that wait at a claim. */
export const useSuggestionsFor = (claimId: string): readonly Suggestion[] =>
  useOutline().suggestions.get(claimId) ?? none;

export interface NewWording {
  readonly version: number;
  readonly text: string;
  readonly reason: string;
}

export function useSuggest(claimId: string) {
  const { ids } = useDebate();
  const keep = useKeep();
  return useMutation({
    mutationFn: (body: NewWording) => call(suggestWording, { params: { ...ids, claimId }, body }),
    onSuccess: keep,
  });
}

/** Accepts a suggestion, or supports it. */
export function useAccept() {
  const queries = useQueryClient();
  const { ids } = useDebate();
  const keep = useKeep();
  return useMutation({
    mutationFn: (suggestionId: string) =>
      call(acceptSuggestion, { params: { ...ids, suggestionId } }),
    onSuccess: ({ suggestion, claim }) => {
      keep(suggestion);
      if (claim) changeOutline(queries, ids, (outline) => changeClaim(outline, claim));
    },
  });
}

/** Takes support back, declines, or withdraws. */
export function useTurnDown() {
  const { ids } = useDebate();
  const keep = useKeep();
  return useMutation({
    mutationFn: ({ id, how }: { id: string; how: "support" | "suggestion" }) => {
      const params = { ...ids, suggestionId: id };
      return how === "support"
        ? call(takeBackSupport, { params })
        : call(declineSuggestion, { params });
    },
    onSuccess: keep,
  });
}
