import type { Community } from "#shared/contract/communities.ts";
import type { FundingRoundView } from "#shared/contract/funding.ts";
import type { FundingOutcome } from "#shared/contract/funding-outcome.ts";

/** What each part of a round's page is about. */
export interface RoundProps {
  view: FundingRoundView;
  community: Community;
}

/** Once it is counted. */
export interface OutcomeProps extends RoundProps {
  outcome: FundingOutcome;
}
