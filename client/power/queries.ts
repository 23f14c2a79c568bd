import { queryOptions } from "@tanstack/react-query";
import { readCommunityPower, readPower, readVotes } from "#shared/contract/power.ts";
import { call, type Reply } from "../lib/api.ts";

export type Power = Reply<typeof readPower>;
export type Report = NonNullable<Power["report"]>;
export type CommunityPower = Reply<typeof readCommunityPower>;

const askAgainMs = 1_500;

/** Who had the power in a decision; asked for again while it is being worked out. */
export const powerQuery = (ids: { communityId: string; decisionId: string }) =>
  queryOptions({
    // Read again with all else that is live of the decision.
    queryKey: ["live", ids.communityId, ids.decisionId, "power"] as const,
    queryFn: ({ signal }) => call(readPower, { params: ids, signal }),
    refetchInterval: ({ state }) => (state.data?.report === null ? askAgainMs : false),
  });

export const communityPowerQuery = (communityId: string) =>
  queryOptions({
    queryKey: ["community-power", communityId] as const,
    queryFn: ({ signal }) => call(readCommunityPower, { params: { communityId }, signal }),
  });

/** What a decision is counted anew from, on the reader's own machine. */
export const votesQuery = (ids: { communityId: string; decisionId: string }) =>
  queryOptions({
    queryKey: ["live", ids.communityId, ids.decisionId, "votes"] as const,
    queryFn: ({ signal }) => call(readVotes, { params: ids, signal }),
  });
export type Votes = Reply<typeof readVotes>;
