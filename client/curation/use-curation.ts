import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { Side } from "#shared/contract/claims.ts";
import {
  type Curated,
  curationChanged,
  dismissFacilitator,
  highlightClaim,
  nameFacilitator,
  pinClaim,
  removeHighlight,
  setOrder,
  summaryChanged,
  tagClaim,
  undoCurationChange,
  unpinClaim,
} from "#shared/contract/curation.ts";
import { debateRoom } from "#shared/contract/event.ts";
import { summaryRated } from "#shared/contract/summary-ratings.ts";
import { type DebateIds, useDebate } from "../debates/public.ts";
import { call } from "../lib/api.ts";
import { on } from "../lib/realtime.ts";
import { useRoom } from "../lib/use-room.ts";
import { useErrorText } from "../ui/problem-text.ts";
import { toast } from "../ui/toast.ts";
import {
  curationChangesQuery,
  curationQuery,
  keepPart,
  keepRatings,
  keepSummary,
  type LiveCuration,
} from "./queries.ts";

/** What those who look after this debate have made of it; nothing until it is known. */
export function useCuration(): LiveCuration | undefined {
  const { ids } = useDebate();
  return useQuery(curationQuery(ids)).data;
}

/** Keeps the curation of the debate live while its page stands. */
export function useCurationNews(ids: DebateIds): void {
  const queries = useQueryClient();
  useRoom(debateRoom(ids), [
    on(curationChanged, ({ part }) => keepPart(queries, ids, part)),
    on(summaryChanged, ({ summary }) => keepSummary(queries, ids, summary)),
    on(summaryRated, ({ ratings }) => keepRatings(queries, ids, ratings)),
  ]);
}

/** One thing that those who curate do. */
export type Deed =
  | { readonly do: "pin" | "unpin"; readonly claimId: string }
  | { readonly do: "tag"; readonly claimId: string; readonly tags: string[] }
  | { readonly do: "order"; readonly targetId: string; readonly ids: string[] }
  | {
      readonly do: "highlight";
      readonly positionId: string;
      readonly side: Side;
      readonly claimId: string | null;
    }
  | { readonly do: "name" | "dismiss"; readonly participantId: string }
  | { readonly do: "undo"; readonly changeId: string };

function send(ids: DebateIds, deed: Deed): Promise<Curated> {
  switch (deed.do) {
    case "pin":
      return call(pinClaim, { params: { ...ids, claimId: deed.claimId } });
    case "unpin":
      return call(unpinClaim, { params: { ...ids, claimId: deed.claimId } });
    case "tag":
      return call(tagClaim, {
        params: { ...ids, claimId: deed.claimId },
        body: { tags: deed.tags },
      });
    case "order":
      return call(setOrder, {
        params: { ...ids, targetId: deed.targetId },
        body: { ids: deed.ids },
      });
    case "highlight": {
      const { positionId, side, claimId } = deed;
      const params = { ...ids, positionId, side };
      if (claimId === null) return call(removeHighlight, { params });
      return call(highlightClaim, { params, body: { claimId } });
    }
    case "name":
      return call(nameFacilitator, { params: { ...ids, participantId: deed.participantId } });
    case "dismiss":
      return call(dismissFacilitator, { params: { ...ids, participantId: deed.participantId } });
    case "undo":
      return call(undoCurationChange, { params: { ...ids, changeId: deed.changeId } });
  }
}

/** Curates; says so where that fails. */
export function useCurate() {
  const queries = useQueryClient();
  const { ids } = useDebate();
  const errorText = useErrorText();
  return useMutation({
    mutationFn: (deed: Deed) => send(ids, deed),
    onSuccess: (part) => {
      keepPart(queries, ids, part);
      void queries.invalidateQueries({ queryKey: curationChangesQuery(ids).queryKey });
    },
    onError: (error) => toast({ ...errorText(error), tone: "danger" }),
  });
}
