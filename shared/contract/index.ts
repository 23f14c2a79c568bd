import { accountabilityEndpoints } from "./accountability.ts";
import { accountEndpoints } from "./accounts.ts";
import { blockEndpoints, blockEvents } from "./blocks.ts";
import { bridgingEndpoints } from "./bridging.ts";
import { calendarEndpoints } from "./calendar.ts";
import { claimEndpoints, claimEvents } from "./claims.ts";
import { commentEndpoints, commentEvents } from "./comments.ts";
import { commitmentEndpoints, commitmentEvents } from "./commitments.ts";
import { communityEndpoints, communityEvents } from "./communities.ts";
import { curationEndpoints, curationEvents } from "./curation.ts";
import { debateEndpoints, debateEvents } from "./debates.ts";
import { decisionEvents } from "./decision-events.ts";
import { decisionEndpoints } from "./decisions.ts";
import { delegationEndpoints, delegationEvents } from "./delegations.ts";
import { definitionEndpoints, definitionEvents } from "./definitions.ts";
import { disputeEndpoints, disputeEvents } from "./disputes.ts";
import { embeddingEndpoints, embeddingEvents } from "./embedding.ts";
import type { Endpoint } from "./endpoint.ts";
import type { Event } from "./event.ts";
import { evidenceEndpoints, evidenceEvents } from "./evidence.ts";
import { flagEndpoints } from "./flags.ts";
import { fundingEndpoints, fundingEvents } from "./funding.ts";
import { incidentEndpoints, incidentEvents } from "./incidents.ts";
import { healthEndpoints } from "./health.ts";
import { holdingEndpoints, holdingEvents } from "./holdings.ts";
import { ledgerEndpoints, ledgerEvents } from "./ledger.ts";
import { leavingEndpoints } from "./leaving.ts";
import { markEndpoints, markEvents } from "./marks.ts";
import { membershipEndpoints } from "./memberships.ts";
import { lockEndpoints, lockEvents } from "./locks.ts";
import { moderationEndpoints, moderationEvents } from "./moderation.ts";
import { moderationSettingEndpoints, moderationSettingEvents } from "./moderation-settings.ts";
import { notificationEndpoints, notificationEvents } from "./notifications.ts";
import { operationEndpoints } from "./operations.ts";
import { groupNameEndpoints, groupNameEvents } from "./group-names.ts";
import { opinionEndpoints, opinionEvents } from "./opinions.ts";
import { profileEndpoints } from "./profiles.ts";
import { providerEndpoints } from "./provider.ts";
import { ratingEndpoints, ratingEvents } from "./ratings.ts";
import { readingEndpoints } from "./reading.ts";
import { representationEndpoints, representationEvents } from "./representation.ts";
import { reviewEndpoints, reviewEvents } from "./reviews.ts";
import { paperBallotEndpoints } from "./paper-ballots.ts";
import { recountEndpoints } from "./recount.ts";
import { panelHearingEndpoints } from "./panel-hearing.ts";
import { panelRoomEndpoints } from "./panel-room.ts";
import { panelEndpoints, panelEvents } from "./panels.ts";
import { passkeyEndpoints } from "./passkeys.ts";
import { powerEndpoints } from "./power.ts";
import { presenceChanged, readRoomEvents, writingChanged } from "./rooms.ts";
import { sampleEndpoints } from "./samples.ts";
import { similarEndpoints } from "./similar.ts";
import { statementCareEndpoints } from "./statement-care.ts";
import { statementEndpoints, statementEvents } from "./statements.ts";
import { structureEndpoints, structureEvents } from "./structure.ts";
import { suggestionEndpoints, suggestionEvents } from "./suggestions.ts";
import { summaryEndpoints, summaryEvents } from "./summaries.ts";
import { systemEndpoints, systemEvents } from "./systems.ts";
import { topicEndpoints, topicEvents } from "./topics.ts";
import { transferEndpoints, transferEvents } from "./transfer.ts";
import { treasuryEndpoints, treasuryEvents } from "./treasury.ts";
import { twoStepEndpoints } from "./two-steps.ts";
import { visitorEndpoints } from "./visitors.ts";
import { walletEndpoints } from "./wallets.ts";

/** Every operation of the API; one line per feature. */
export const endpoints: readonly Endpoint[] = [
  readRoomEvents,
  ...accountabilityEndpoints,
  ...accountEndpoints,
  ...blockEndpoints,
  ...claimEndpoints,
  ...commentEndpoints,
  ...commitmentEndpoints,
  ...communityEndpoints,
  ...curationEndpoints,
  ...debateEndpoints,
  ...calendarEndpoints,
  ...decisionEndpoints,
  ...paperBallotEndpoints,
  ...recountEndpoints,
  ...delegationEndpoints,
  ...definitionEndpoints,
  ...disputeEndpoints,
  ...evidenceEndpoints,
  ...flagEndpoints,
  ...fundingEndpoints,
  ...healthEndpoints,
  ...holdingEndpoints,
  ...incidentEndpoints,
  ...leavingEndpoints,
  ...ledgerEndpoints,
  ...markEndpoints,
  ...membershipEndpoints,
  ...lockEndpoints,
  ...moderationEndpoints,
  ...moderationSettingEndpoints,
  ...notificationEndpoints,
  ...operationEndpoints,
  ...opinionEndpoints,
  ...summaryEndpoints,
  ...groupNameEndpoints,
  ...panelEndpoints,
  ...panelRoomEndpoints,
  ...panelHearingEndpoints,
  ...passkeyEndpoints,
  ...powerEndpoints,
  ...profileEndpoints,
  ...providerEndpoints,
  ...bridgingEndpoints,
  ...ratingEndpoints,
  ...readingEndpoints,
  ...representationEndpoints,
  ...reviewEndpoints,
  ...sampleEndpoints,
  ...similarEndpoints,
  ...statementEndpoints,
  ...statementCareEndpoints,
  ...structureEndpoints,
  ...suggestionEndpoints,
  ...systemEndpoints,
  ...topicEndpoints,
  ...transferEndpoints,
  ...treasuryEndpoints,
  ...twoStepEndpoints,
  ...embeddingEndpoints,
  ...visitorEndpoints,
  ...walletEndpoints,
];

/** Everything that is told to rooms; one line per feature. */
export const events: readonly Event[] = [
  presenceChanged,
  writingChanged,
  ...blockEvents,
  ...claimEvents,
  ...commentEvents,
  ...commitmentEvents,
  ...communityEvents,
  ...curationEvents,
  ...debateEvents,
  ...decisionEvents,
  ...delegationEvents,
  ...definitionEvents,
  ...disputeEvents,
  ...evidenceEvents,
  ...fundingEvents,
  ...holdingEvents,
  ...incidentEvents,
  ...ledgerEvents,
  ...markEvents,
  ...lockEvents,
  ...moderationEvents,
  ...moderationSettingEvents,
  ...notificationEvents,
  ...opinionEvents,
  ...summaryEvents,
  ...embeddingEvents,
  ...groupNameEvents,
  ...panelEvents,
  ...ratingEvents,
  ...representationEvents,
  ...reviewEvents,
  ...statementEvents,
  ...structureEvents,
  ...suggestionEvents,
  ...systemEvents,
  ...topicEvents,
  ...transferEvents,
  ...treasuryEvents,
];
