import { type QueryKey, queryOptions } from "@tanstack/react-query";
import {
  listJuryPlaces,
  readDisputedContent,
  readDraw,
  readJuryDuty,
} from "#shared/contract/disputes.ts";
import { listLedgerEntries } from "#shared/contract/ledger.ts";
import { call } from "../lib/api.ts";
import { caseKey, disputesKey } from "../disputes/public.ts";

export interface CaseIds {
  readonly communityId: string;
  readonly disputeId: string;
}

/** The reader's own readiness, under the cases of the community: what moves a case on moves it too. */
export const dutyKey = (communityId: string): QueryKey => [...disputesKey(communityId), "duty"];

export const dutyQuery = (communityId: string) =>
  queryOptions({
    queryKey: dutyKey(communityId),
    queryFn: ({ signal }) => call(readJuryDuty, { params: { communityId }, signal }),
    staleTime: 10_000,
  });

/** In all communities of the reader. */
export const placesQuery = queryOptions({
  queryKey: ["jury-places"],
  queryFn: async ({ signal }) => (await call(listJuryPlaces, { signal })).items,
  staleTime: 0,
});

/** What a disputed action was about, for who may read it. */
export const contentQuery = (ids: CaseIds) =>
  queryOptions({
    queryKey: [...caseKey(ids), "content"],
    queryFn: ({ signal }) => call(readDisputedContent, { params: ids, signal }),
  });

export const drawQuery = (ids: CaseIds, level: number) =>
  queryOptions({
    queryKey: [...caseKey(ids), "draw", level],
    queryFn: ({ signal }) => call(readDraw, { params: ids, query: { level }, signal }),
    staleTime: 0,
  });

/** What the public record says of the draws of a case: when each pool was fixed, with which hash, and what was drawn. */
export const entriesQuery = ({ communityId, disputeId }: CaseIds) =>
  queryOptions({
    queryKey: [...caseKey({ communityId, disputeId }), "entries"],
    queryFn: async ({ signal }) => {
      const query = { kind: "dispute", subject: disputeId };
      const { items } = await call(listLedgerEntries, { params: { communityId }, query, signal });
      return items.map(({ entry }) => entry);
    },
    staleTime: 0,
  });
