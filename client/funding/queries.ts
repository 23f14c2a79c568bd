import { type QueryClient, queryOptions } from "@tanstack/react-query";
import { commitmentChanged } from "#shared/contract/commitments.ts";
import { listDebates } from "#shared/contract/debates.ts";
import {
  fundingBallotsCounted,
  fundingRoundChanged,
  type FundingRoundView,
  listFundingRounds,
  readFundingRound,
} from "#shared/contract/funding.ts";
import { call } from "../lib/api.ts";
import { on } from "../lib/realtime.ts";

export interface RoundIds {
  readonly communityId: string;
  readonly roundId: string;
}

export const roundsQuery = (communityId: string) =>
  queryOptions({
    queryKey: ["funding", communityId, "list"],
    queryFn: ({ signal }) => call(listFundingRounds, { params: { communityId }, signal }),
  });

export const roundQuery = (params: RoundIds) =>
  queryOptions({
    queryKey: ["funding", params.communityId, params.roundId],
    queryFn: ({ signal }) => call(readFundingRound, { params, signal }),
  });

/** Debates that a round may belong to, the newest first. */
export const debatesToLinkQuery = (communityId: string) =>
  queryOptions({
    queryKey: ["debates", communityId, "to-link"],
    queryFn: ({ signal }) =>
      call(listDebates, { params: { communityId }, query: { limit: 100 }, signal }),
  });

/** Reads again what is shown of a community's rounds. */
export function refreshFunding(cache: QueryClient, communityId: string): Promise<void> {
  return cache.invalidateQueries({ queryKey: ["funding", communityId] });
}

/** What the community's room tells of its rounds. */
export const fundingEvents = (cache: QueryClient, communityId: string) => [
  on(fundingRoundChanged, () => void refreshFunding(cache, communityId)),
  // A round shows what was made of its projects.
  on(commitmentChanged, () => void refreshFunding(cache, communityId)),
  on(fundingBallotsCounted, ({ roundId, ballotCount }) => {
    cache.setQueryData<FundingRoundView>(
      roundQuery({ communityId, roundId }).queryKey,
      (now) => now && { ...now, round: { ...now.round, ballotCount } },
    );
  }),
];
