import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import {
  listLedgerEntries,
  listLedgerWitnesses,
  readConsistencyProof,
  readLedgerCheckpoint,
} from "#shared/contract/ledger.ts";
import { pathOf } from "#shared/contract/request.ts";
import { type Head, readHead } from "#shared/ledger/heads.ts";
import { call } from "../lib/api.ts";
import { type Finding, judge } from "./judging.ts";
import { remembered } from "./remembered.ts";

/** What one looks for; in the address, so that a look can be passed on. */
export interface LedgerFilter {
  readonly kind?: string | undefined;
  readonly actor?: string | undefined;
  readonly subject?: string | undefined;
}

const atOnce = 30;

/** The newest entries first, page by page. */
export const entriesQuery = (communityId: string, filter: LedgerFilter) =>
  infiniteQueryOptions({
    queryKey: ["ledger", communityId, "entries", filter],
    queryFn: ({ pageParam: end, signal }) =>
      call(listLedgerEntries, {
        params: { communityId },
        query: { ...filter, end, order: "newest", limit: atOnce },
        signal,
      }),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    placeholderData: (before) => before,
  });

export const witnessesQuery = (communityId: string) =>
  queryOptions({
    queryKey: ["ledger", communityId, "witnesses"],
    queryFn: ({ signal }) => call(listLedgerWitnesses, { params: { communityId }, signal }),
  });

export interface SeenHead {
  readonly note: string;
  /** Null where it is not signed by the key that the community names. */
  readonly head: Head | null;
  /** Under which key this server signs, as it says. */
  readonly verifierKey: string;
  readonly finding: Finding;
}

async function noteOf(communityId: string, signal: AbortSignal): Promise<string | null> {
  const path = pathOf(readLedgerCheckpoint, { params: { communityId } });
  const response = await fetch(path, { signal });
  if (response.status === 404) return null;
  if (!response.ok) throw new Error("no checkpoint came");
  return response.text();
}

const proofBetween = async (communityId: string, from: number, to: number) =>
  (await call(readConsistencyProof, { params: { communityId }, query: { from, to } })).proof;

/** The newest checkpoint, held against what this browser remembers; null before anything is signed. */
export const headQuery = (communityId: string) =>
  queryOptions({
    queryKey: ["ledger", communityId, "head"],
    structuralSharing: false,
    queryFn: async ({ signal }): Promise<SeenHead | null> => {
      const note = await noteOf(communityId, signal);
      if (note === null) return null;
      const { verifierKey } = await call(listLedgerWitnesses, { params: { communityId }, signal });
      const seen = remembered.read(communityId);
      const head =
        (seen && readHead(note, seen.verifierKey)) ?? readHead(note, verifierKey) ?? null;
      const finding = await judge(seen, head, (from, to) => proofBetween(communityId, from, to));
      if (head && finding.isRight) remembered.keep(communityId, head, note);
      return { note, head, verifierKey, finding };
    },
  });
