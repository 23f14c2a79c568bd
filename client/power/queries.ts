import { queryOptions } from "@tanstack/react-query";
import { readCommunityPower, readPower, readVotes } from "#shared/contract/power.ts";
import type { DecisionView } from "#shared/contract/decisions.ts";
import type { Bundle } from "#shared/recount/bundle.ts";
import type { Ballot } from "#shared/voting/index.ts";
import { call, type Reply } from "../lib/api.ts";

export type Power = Reply<typeof readPower>;
export type Report = NonNullable<Power["report"]>;
export type CommunityPower = Reply<typeof readCommunityPower>;

const askAgainMs = 1_500;
/** What has no figures so long after its end is too large for them. */
const workingMs = 10 * 60_000;

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
    refetchInterval: ({ state }) => {
      const isWorkedOn = state.data?.decisions.some(
        ({ figures, closedAt }) =>
          figures === null && Date.now() - Date.parse(closedAt) < workingMs,
      );
      return isWorkedOn ? askAgainMs : false;
    },
  });

/** What a decision is counted anew from, on the reader's own machine. */
export const votesQuery = (ids: { communityId: string; decisionId: string }) =>
  queryOptions({
    queryKey: ["live", ids.communityId, ids.decisionId, "votes"] as const,
    queryFn: ({ signal }) => call(readVotes, { params: ids, signal }),
  });
export type Votes = Reply<typeof readVotes>;

/** The same of a secret decision: its published ballots, each as if of some elector, one vote each. */
export const namelessVotesQuery = ({ communityId, id }: Pick<DecisionView, "communityId" | "id">) =>
  queryOptions({
    queryKey: ["nameless-votes", communityId, id] as const,
    queryFn: async ({ signal }): Promise<Votes> => {
      const path = `/api/communities/${communityId}/decisions/${id}/bundle`;
      const response = await fetch(path, { signal });
      if (!response.ok) throw new Error("the ballots could not be loaded");
      const { decision, ballots } = (await response.json()) as Bundle;
      return {
        electors: Array.from({ length: decision.electorate.size }, (_, at) => {
          return { id: `${at}`, role: "member" as const, tokens: null, weight: "1" };
        }),
        ballots: ballots.map(({ ballot }, at) => ({ voter: `${at}`, ballot: ballot as Ballot })),
        delegations: [],
        capPercent: 100,
      };
    },
    staleTime: Number.POSITIVE_INFINITY,
  });
