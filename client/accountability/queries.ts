import { queryOptions } from "@tanstack/react-query";
import { readAccountability, readActionRates } from "#shared/contract/accountability.ts";
import { call, type Reply } from "../lib/api.ts";
import type { Asked } from "./times-asked.ts";

export type Accountability = Reply<typeof readAccountability>;
export type ActionRates = Reply<typeof readActionRates>;

export const accountabilityKey = (communityId: string) => ["accountability", communityId] as const;

export const accountabilityQuery = (communityId: string, { from, to }: Asked) =>
  queryOptions({
    queryKey: [...accountabilityKey(communityId), from, to],
    queryFn: ({ signal }) =>
      call(readAccountability, { params: { communityId }, query: { from, to }, signal }),
    placeholderData: (before) => before,
  });

export const ratesQuery = (communityId: string, { quarter }: Asked) =>
  queryOptions({
    queryKey: [...accountabilityKey(communityId), "people", quarter],
    queryFn: ({ signal }) =>
      call(readActionRates, { params: { communityId }, query: { quarter }, signal }),
    placeholderData: (before) => before,
  });
