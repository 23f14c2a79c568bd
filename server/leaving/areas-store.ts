import * as charter from "#db/schema/charter.ts";
import * as comments from "#db/schema/comments.ts";
import * as communities from "#db/schema/communities.ts";
import * as curation from "#db/schema/curation.ts";
import * as debates from "#db/schema/debates.ts";
import * as decisions from "#db/schema/decisions.ts";
import { delegations } from "#db/schema/delegations.ts";
import * as definitions from "#db/schema/definitions.ts";
import * as disputes from "#db/schema/disputes.ts";
import { electorGroups } from "#db/schema/elector-groups.ts";
import { groupNames, groupNameVotes } from "#db/schema/group-names.ts";
import * as holdings from "#db/schema/holdings.ts";
import * as ledger from "#db/schema/ledger.ts";
import { claimMarks } from "#db/schema/marks.ts";
import * as moderation from "#db/schema/moderation.ts";
import { paperBallots } from "#db/schema/paper-ballots.ts";
import * as platform from "#db/schema/platform.ts";
import { profiles } from "#db/schema/profiles.ts";
import { declarations } from "#db/schema/representation.ts";
import { spamSketches } from "#db/schema/spam.ts";
import * as statements from "#db/schema/statements.ts";
import * as structure from "#db/schema/structure.ts";
import * as suggestions from "#db/schema/suggestions.ts";
import * as transfer from "#db/schema/transfer.ts";
import { type Area, by, ofAccounts } from "./account-areas-store.ts";
import { ofCommitments } from "./commitment-areas-store.ts";
import { ofFunding } from "./funding-areas-store.ts";
import { ofPanels } from "./panel-areas-store.ts";
import { ofTreasury } from "./treasury-areas-store.ts";
import { ofSystems } from "./system-areas-store.ts";

export type { Area } from "./account-areas-store.ts";

const ofParticipants: Area[] = [
  {
    ...by(
      ["communities/invitations.json", "links to join that you made, without their secrets"],
      communities.invitations,
      communities.invitations.createdBy,
    ),
    without: ["tokenHash"],
  },
  by(
    ["communities/profiles.json", "what you show of yourself there, the picture in base64"],
    profiles,
    profiles.participantId,
  ),
  by(
    ["communities/names.json", "how you are called there"],
    communities.participants,
    communities.participants.id,
  ),
  by(
    ["written/rules.json", "versions of the charter's rules that you saved"],
    charter.charterVersions,
    charter.charterVersions.authorId,
  ),
  by(["written/debates.json", "debates that you began"], debates.debates, debates.debates.authorId),
  by(
    ["written/positions.json", "positions that you proposed"],
    debates.positions,
    debates.positions.authorId,
  ),
  by(
    ["written/claims.json", "claims that you made, or worded"],
    debates.claims,
    debates.claims.authorId,
    debates.claims.editorId,
  ),
  by(
    ["written/revisions.json", "what claims and positions said before you edited them"],
    debates.revisions,
    debates.revisions.editorId,
  ),
  by(
    ["written/comments.json", "what you said about claims; people are named by their ids"],
    comments.comments,
    comments.comments.authorId,
  ),
  by(
    ["opinions/well-put.json", "claims and comments that you found well put"],
    comments.acknowledgements,
    comments.acknowledgements.participantId,
  ),
  by(
    ["written/evidence.json", "sources that you brought"],
    debates.evidence,
    debates.evidence.authorId,
  ),
  by(
    ["written/statements.json", "statements that you added"],
    statements.statements,
    statements.statements.authorId,
  ),
  by(
    ["written/definitions.json", "words whose meaning you proposed or worded"],
    definitions.definitions,
    definitions.definitions.authorId,
    definitions.definitions.editorId,
  ),
  by(
    ["written/suggestions.json", "new words that you suggested for claims, or answered"],
    suggestions.suggestions,
    suggestions.suggestions.authorId,
    suggestions.suggestions.settledById,
  ),
  by(
    ["written/decisions.json", "decisions that you called, or whose outcome you worded"],
    decisions.decisions,
    decisions.decisions.authorId,
    decisions.decisions.outcomeById,
  ),
  by(
    ["written/summaries.json", "summaries of debates that you wrote"],
    curation.summaries,
    curation.summaries.authorId,
  ),
  by(
    ["acts/facilitated.json", "debates that you were named to facilitate"],
    curation.curated,
    curation.curated.subjectId,
  ),
  by(
    ["acts/curation.json", "what you pinned, tagged or ordered, and that you were named to do so"],
    curation.curationChanges,
    curation.curationChanges.actorId,
    curation.curationChanges.undoneById,
    curation.curationChanges.aboutId,
    curation.curationChanges.subjectId,
  ),
  by(
    ["acts/phase-moves.json", "debates that you moved on"],
    debates.phaseMoves,
    debates.phaseMoves.actorId,
  ),
  by(
    ["acts/scheduled-moves.json", "moves that you scheduled"],
    debates.scheduledMoves,
    debates.scheduledMoves.byId,
  ),
  by(
    ["acts/rearrangements.json", "claims that you moved, joined, archived, or put back"],
    structure.structureChanges,
    structure.structureChanges.actorId,
    structure.structureChanges.undoneById,
  ),
  by(
    ["acts/imports.json", "conversations that you brought in"],
    transfer.imports,
    transfer.imports.byId,
  ),
  by(
    ["acts/token-snapshots.json", "snapshots of who holds how much that you made"],
    holdings.tokenSnapshots,
    holdings.tokenSnapshots.authorId,
  ),
  by(
    ["votes/balances.json", "what you hold by your name in such snapshots"],
    holdings.tokenBalances,
    holdings.tokenBalances.participantId,
  ),
  by(
    ["acts/public-acts.json", "what you did that is in the public record"],
    platform.ledgerActs,
    platform.ledgerActs.actor,
  ),
  by(
    ["acts/public-words.json", "what you wrote in doing so, with the salts of its commitments"],
    ledger.ledgerSalts,
    ledger.ledgerSalts.actor,
  ),
  by(
    ["communities/declared.json", "what you said about yourself, by the ids of its values"],
    declarations,
    declarations.participantId,
  ),
  by(
    ["opinions/truth-ratings.json", "how true you found claims, 0 to 4"],
    debates.truthRatings,
    debates.truthRatings.participantId,
  ),
  by(
    [
      "opinions/relevance-ratings.json",
      "how much you found claims to bear on what they stand under, 0 to 4",
    ],
    debates.relevanceRatings,
    debates.relevanceRatings.participantId,
  ),
  by(
    ["opinions/former-ratings.json", "ratings of yours that gave way when claims were joined"],
    structure.joinedRatings,
    structure.joinedRatings.participantId,
  ),
  by(
    ["opinions/source-reviews.json", "what you found sources to be worth"],
    debates.evidenceReviews,
    debates.evidenceReviews.participantId,
  ),
  by(
    ["opinions/summary-ratings.json", "how fair you found summaries of debates"],
    curation.summaryRatings,
    curation.summaryRatings.participantId,
  ),
  by(
    ["opinions/agreements.json", "definitions that you agreed with"],
    definitions.definitionAgreements,
    definitions.definitionAgreements.participantId,
  ),
  by(
    ["opinions/supported-suggestions.json", "suggested words that you found better"],
    suggestions.suggestionSupports,
    suggestions.suggestionSupports.participantId,
  ),
  by(
    ["opinions/delegations.json", "who votes for you, and for whom you vote; by their ids"],
    delegations,
    delegations.fromId,
    delegations.toId,
  ),
  by(
    ["opinions/counted-delegations.json", "the same, as decisions were counted by it"],
    decisions.decisionDelegations,
    decisions.decisionDelegations.fromId,
    decisions.decisionDelegations.toId,
  ),
  by(
    ["acts/marks.json", "claims that you marked for review"],
    claimMarks,
    claimMarks.participantId,
  ),
  by(
    [
      "opinions/responses.json",
      "your latest response to each statement: agree 1, disagree -1, pass 0",
    ],
    statements.responses,
    statements.responses.participantId,
  ),
  by(
    [
      "opinions/former-responses.json",
      "responses of yours that gave way when statements were joined",
    ],
    statements.joinedResponses,
    statements.joinedResponses.participantId,
  ),
  by(
    ["written/group-names.json", "names that you proposed for your opinion group"],
    groupNames,
    groupNames.authorId,
  ),
  by(
    ["opinions/group-names.json", "which name you want for your opinion group"],
    groupNameVotes,
    groupNameVotes.participantId,
  ),
  by(
    ["opinions/response-history.json", "all responses that you ever gave"],
    statements.responseHistory,
    statements.responseHistory.participantId,
  ),
  by(
    ["disputes/cases.json", "disputes in which you are a side, or were named to mediate"],
    disputes.disputes,
    disputes.disputes.claimantId,
    disputes.disputes.respondentId,
    disputes.disputes.mediatorId,
    disputes.disputes.claimantMediatorId,
    disputes.disputes.respondentMediatorId,
  ),
  by(
    ["disputes/statements.json", "what you said in disputes"],
    disputes.disputeStatements,
    disputes.disputeStatements.authorId,
  ),
  by(
    ["disputes/nonces.json", "what you threw into draws of juries"],
    disputes.drawNonces,
    disputes.drawNonces.participantId,
  ),
  by(
    ["disputes/appeals.json", "juries before which you brought a ruling"],
    disputes.juries,
    disputes.juries.appealedById,
  ),
  by(
    ["disputes/signatures.json", "cases that you asked the community to decide"],
    disputes.disputeSignatures,
    disputes.disputeSignatures.participantId,
  ),
  by(
    ["juries/ready.json", "since when you are ready to serve on juries"],
    disputes.juryDuties,
    disputes.juryDuties.participantId,
  ),
  by(
    ["juries/pools.json", "draws in which you could be drawn, with your pseudonym and its salt"],
    disputes.juryPool,
    disputes.juryPool.participantId,
  ),
  by(
    ["juries/seats.json", "juries that you were drawn for, with your votes and reasons"],
    disputes.jurors,
    disputes.jurors.participantId,
  ),
  by(
    ["juries/messages.json", "what you asked, answered and said before juries"],
    disputes.juryMessages,
    disputes.juryMessages.authorId,
  ),
  by(
    ["votes/electorates.json", "decisions in which you may vote, with your weight"],
    decisions.electors,
    decisions.electors.participantId,
  ),
  by(
    ["votes/opinion-groups.json", "your opinion group in votes that ask a share of each"],
    electorGroups,
    electorGroups.participantId,
  ),
  by(
    [
      "votes/roll.json",
      "secret decisions in which you voted; what you voted there is on no list with your name",
    ],
    decisions.rollEntries,
    decisions.rollEntries.participantId,
  ),
  by(
    ["votes/ballots.json", "your ballots in decisions with names; `ballotId` is on your receipt"],
    decisions.ballots,
    decisions.ballots.voterId,
  ),
  by(
    ["written/flags.json", "what you flagged, and why"],
    moderation.flags,
    moderation.flags.participantId,
  ),
  by(
    ["written/out-of-sight.json", "what you wrote that moderation folded or put out of sight"],
    moderation.contentStates,
    moderation.contentStates.authorId,
  ),
  by(
    [
      "acts/moderation.json",
      "what moderators did about you, with reasons, and what you did as one",
    ],
    moderation.moderationActions,
    moderation.moderationActions.authorId,
    moderation.moderationActions.actorId,
    moderation.moderationActions.endedById,
  ),
  by(
    ["acts/sanctions.json", "until when you could only read, or write little"],
    moderation.sanctions,
    moderation.sanctions.participantId,
  ),
  by(
    ["written/times.json", "when you wrote what"],
    moderation.postings,
    moderation.postings.participantId,
  ),
  {
    ...by(
      ["written/sketches.json", "what you wrote in the last three days is compared with others'"],
      spamSketches,
      spamSketches.participantId,
    ),
    without: ["sketch"],
  },
  by(
    ["acts/queue-filters.json", "how you like to see what waits for moderators"],
    moderation.queueFilters,
    moderation.queueFilters.participantId,
  ),
  by(
    ["votes/paper.json", "votes on paper that were entered or confirmed by you, or are yours"],
    paperBallots,
    paperBallots.voterId,
    paperBallots.enteredById,
    paperBallots.confirmedById,
  ),
];

export const areas: readonly Area[] = [
  ...ofAccounts,
  ...ofParticipants,
  ...ofCommitments,
  ...ofFunding,
  ...ofPanels,
  ...ofTreasury,
  ...ofSystems,
];
