import { readArgumentBridging } from "#shared/contract/bridging.ts";
import * as claims from "#shared/contract/claims.ts";
import * as debates from "#shared/contract/debates.ts";
import * as evidence from "#shared/contract/evidence.ts";
import * as ratings from "#shared/contract/ratings.ts";
import * as reviews from "#shared/contract/reviews.ts";
import * as statements from "#shared/contract/statements.ts";
import type { Tour } from "./testing-tour-guide.ts";

interface DebateIds {
  readonly communityId: string;
  readonly debateId: string;
}

/** Asks, argues and weighs; one debate ends up in deliberation, another stays a draft. */
export async function tourDebates(tour: Tour, communityId: string) {
  const draft = await draftDebate(tour, communityId);
  const { ids, positionIds } = await openDebate(tour, communityId);
  await schedule(tour, ids);
  await argue(tour, ids, positionIds);
  await respond(tour, ids);
  const { member } = tour.cast;
  await tour.go(member, debates.listDebates, { params: { communityId }, query: {} });
  await tour.go(member, debates.listLiveDebates, { query: { limit: 3 } });
  await tour.go(member, debates.readActivity, { params: ids, query: { limit: 5 } });
  await tour.go(member, claims.readOutline, { params: ids });
  await tour.go(member, readArgumentBridging, { params: ids });
  return { debateId: ids.debateId, draftId: draft.debateId };
}

/** A question that only its author and the moderators know of. */
async function draftDebate(tour: Tour, communityId: string): Promise<DebateIds> {
  const { owner } = tour.cast;
  const draft = await tour.go(owner, debates.createDebate, {
    params: { communityId },
    body: {
      question: tour.text("DRAFT What might we ask?"),
      context: tour.text("DRAFT Not yet."),
      topic: "privacy",
      language: "en",
    },
  });
  const params = { communityId, debateId: draft.id };
  await tour.go(owner, debates.editDebate, {
    params,
    body: { version: draft.version, context: tour.text("DRAFT Still not.") },
  });
  return params;
}

/** A debate with three positions, in deliberation. */
export async function openDebate(tour: Tour, communityId: string) {
  const { member, moderator } = tour.cast;
  const debate = await tour.go(member, debates.createDebate, {
    params: { communityId },
    body: {
      question: tour.text("Who answers for harm?"),
      context: tour.text("A model does harm."),
      topic: "accountability",
      language: "en",
      phase: "framing",
    },
  });
  const ids = { communityId, debateId: debate.id };
  await tour.go(member, debates.readDebate, { params: ids });
  const positionIds: string[] = [];
  for (const about of ["Those who run it", "Those who trained it", "Nobody"]) {
    const body = { title: tour.text(about), text: tour.text("Because.") };
    positionIds.push((await tour.go(member, claims.addPosition, { params: ids, body })).id);
  }
  await tour.go(moderator, debates.moveDebate, {
    params: ids,
    body: { from: "framing", to: "deliberation", reason: tour.text("Ready.") },
  });
  return { ids, positionIds };
}

async function schedule(tour: Tour, ids: DebateIds): Promise<void> {
  const { moderator } = tour.cast;
  const params = { ...ids, to: "voting" as const };
  const at = new Date(Date.now() + 86_400_000).toISOString();
  await tour.go(moderator, debates.scheduleMove, { params, body: { at } });
  await tour.go(moderator, debates.unscheduleMove, { params });
}

async function argue(tour: Tour, ids: DebateIds, positionIds: readonly string[]): Promise<void> {
  const { member } = tour.cast;
  const [first = "", , last = ""] = positionIds;
  const change = { ...ids, positionId: last };
  const reworded = { version: 1, title: tour.text("Nobody at all"), text: tour.text("Truly.") };
  await tour.go(member, claims.editPosition, { params: change, body: reworded });
  await tour.go(member, claims.listPositionRevisions, { params: change });
  const placed = await say(tour, ids, { kind: "position", id: first });
  const claimParams = { ...ids, claimId: placed.claim.id };
  const words = { version: 1, text: tour.text("They could have known better.") };
  await tour.go(member, claims.editClaim, { params: claimParams, body: words });
  await tour.go(member, claims.listClaimRevisions, { params: claimParams });
  await source(tour, claimParams);
  await rate(tour, placed, ids);
  const reply = await say(tour, ids, { kind: "claim", id: placed.claim.id });
  await say(tour, ids, { kind: "edge", id: reply.edges[0]?.id ?? "" });
  await tour.go(member, claims.withdrawClaim, { params: { ...ids, claimId: reply.claim.id } });
  await tour.go(member, claims.withdrawPosition, { params: change });
}

async function say(
  tour: Tour,
  ids: DebateIds,
  target: { kind: claims.TargetKind; id: string },
): Promise<claims.PlacedClaim> {
  return tour.go(tour.cast.member, claims.addClaim, {
    params: ids,
    body: {
      target,
      side: "pro",
      text: tour.text("They could have known."),
      evidence: [sourceOf(tour)],
    },
  });
}

const sourceOf = (tour: Tour) => ({
  kind: "study" as const,
  url: `https://example.org/${encodeURIComponent(tour.text("study"))}`,
  title: tour.text("A study"),
  publisher: tour.text("A press"),
  publishedOn: "2025-11-03",
  quote: tour.text("It is so."),
});

async function source(tour: Tour, params: DebateIds & { claimId: string }): Promise<void> {
  const { member, moderator } = tour.cast;
  const { communityId, debateId } = params;
  const added = await tour.go(member, evidence.addEvidence, { params, body: sourceOf(tour) });
  const at = { communityId, debateId, evidenceId: added.id };
  const body = { ...sourceOf(tour), version: added.version };
  await tour.go(member, evidence.editEvidence, { params: at, body });
  const verdict = "misrepresents" as const;
  await tour.go(moderator, reviews.reviewEvidence, { params: at, body: { verdict } });
  await tour.go(moderator, reviews.takeBackReview, { params: at });
  await tour.go(member, evidence.withdrawEvidence, { params: at });
}

async function rate(tour: Tour, { claim, edges }: claims.PlacedClaim, ids: DebateIds) {
  const { moderator } = tour.cast;
  const truth = { ...ids, claimId: claim.id };
  await tour.go(moderator, ratings.rateTruth, { params: truth, body: { rating: 3 } });
  await tour.go(moderator, ratings.takeBackTruth, { params: truth });
  const relevance = { ...ids, edgeId: edges[0]?.id ?? "" };
  await tour.go(moderator, ratings.rateRelevance, { params: relevance, body: { rating: 4 } });
  await tour.go(moderator, ratings.takeBackRelevance, { params: relevance });
}

async function respond(tour: Tour, ids: DebateIds): Promise<void> {
  const { member, moderator } = tour.cast;
  const propose = () =>
    tour.go(member, statements.addStatement, {
      params: ids,
      body: { text: tour.text("Somebody answers.") },
    });
  const kept = await propose();
  const params = { ...ids, statementId: kept.id };
  const body = { text: tour.text("Somebody always answers."), version: kept.version };
  await tour.go(member, statements.editStatement, { params, body });
  await tour.go(moderator, statements.respond, { params, body: { value: 1 } });
  await tour.go(moderator, statements.readStatement, { params });
  await tour.go(moderator, statements.listStatements, { params: ids, query: { limit: 3 } });
  await tour.go(member, statements.nextStatements, { params: ids, query: { count: 2 } });
  await tour.go(moderator, statements.readStatementRouting, { params: ids });
  await tour.go(member, statements.readResponseTotals, { params: ids });
  await tour.go(moderator, statements.listMyResponses, { params: ids, query: {} });
  const { id } = await propose();
  await tour.go(member, statements.withdrawStatement, { params: { ...ids, statementId: id } });
}
