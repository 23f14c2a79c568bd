import { readArgumentBridging as bridgingContract } from "#shared/contract/bridging.ts";
import * as claims from "#shared/contract/claims.ts";
import * as debates from "#shared/contract/debates.ts";
import * as evidence from "#shared/contract/evidence.ts";
import * as ratings from "#shared/contract/ratings.ts";
import * as reviews from "#shared/contract/reviews.ts";
import { admitVisitors as admitContract } from "#shared/contract/visitors.ts";
import type { Deps } from "../deps.ts";
import type { Mount } from "../platform/mount.ts";
import { addClaim } from "./add-claim.ts";
import { addEvidence } from "./add-evidence.ts";
import { addPosition } from "./add-position.ts";
import { readArgumentBridging } from "./bridging/read-bridging.ts";
import { commentRoutes } from "./comments/routes.ts";
import { admitVisitors } from "./admit-visitors.ts";
import { createDebate } from "./create-debate.ts";
import { definitionRoutes } from "./definitions/routes.ts";
import { editClaim } from "./edit-claim.ts";
import { editDebate } from "./edit-debate.ts";
import { editEvidence } from "./edit-evidence.ts";
import { editPosition } from "./edit-position.ts";
import { listDebates } from "./list-debates.ts";
import { listLiveDebates } from "./list-live-debates.ts";
import { listClaimRevisions, listPositionRevisions } from "./list-revisions.ts";
import { markRoutes } from "./marks/routes.ts";
import { moveDebate } from "./move-debate.ts";
import { createRate } from "./rate.ts";
import { ratingNewsAt } from "./rating-news.ts";
import { readActivity } from "./read-activity.ts";
import { readOutline } from "./read-outline.ts";
import { createReviewNews } from "./review-news.ts";
import { createReview } from "./review-evidence.ts";
import { suggestionRoutes } from "./suggestions/routes.ts";
import { similarRoutes } from "./similar/routes.ts";
import { structureRoutes } from "./structure/routes.ts";
import { scheduleMove, unscheduleMove } from "./schedule-move.ts";
import { viewDebate } from "./view.ts";
import { withdrawClaim } from "./withdraw-claim.ts";
import { withdrawEvidence } from "./withdraw-evidence.ts";
import { withdrawPosition } from "./withdraw-position.ts";

/** What people can do with debates, and with the positions, claims and evidence in them. */
export function debateRoutes(mount: Mount, deps: Deps): void {
  mount(debates.listLiveDebates, (call) => listLiveDebates(deps, call));
  mount(debates.listDebates, (call) => listDebates(deps, call));
  mount(debates.createDebate, (call) => createDebate(deps, call));
  mount(debates.readDebate, ({ standing, params }) => viewDebate(deps.db, standing, params));
  mount(debates.editDebate, (call) => editDebate(deps, call));
  mount(debates.moveDebate, (call) => moveDebate(deps, call));
  mount(debates.scheduleMove, (call) => scheduleMove(deps, call));
  mount(debates.unscheduleMove, (call) => unscheduleMove(deps, call));
  mount(debates.readActivity, (call) => readActivity(deps, call));
  mount(admitContract, (call) => admitVisitors(deps, call));

  mount(claims.readOutline, (call) => readOutline(deps, call));
  mount(bridgingContract, (call) => readArgumentBridging(deps, call));
  mount(claims.addPosition, (call) => addPosition(deps, call));
  mount(claims.editPosition, (call) => editPosition(deps, call));
  mount(claims.withdrawPosition, (call) => withdrawPosition(deps, call));
  mount(claims.listPositionRevisions, (call) => listPositionRevisions(deps, call));
  mount(claims.addClaim, (call) => addClaim(deps, call));
  mount(claims.editClaim, (call) => editClaim(deps, call));
  mount(claims.withdrawClaim, (call) => withdrawClaim(deps, call));
  mount(claims.listClaimRevisions, (call) => listClaimRevisions(deps, call));

  definitionRoutes(mount, deps);
  suggestionRoutes(mount, deps);
  markRoutes(mount, deps);
  commentRoutes(mount, deps);
  similarRoutes(mount, deps);

  const ratingNews = ratingNewsAt(deps);
  structureRoutes(mount, deps, ratingNews);

  const reviewNews = createReviewNews(deps);
  mount(evidence.addEvidence, (call) => addEvidence(deps, call));
  mount(evidence.editEvidence, (call) => editEvidence(deps, call, reviewNews));
  mount(evidence.withdrawEvidence, (call) => withdrawEvidence(deps, call));

  const review = createReview(deps, reviewNews);
  mount(reviews.reviewEvidence, (call) => review(call, call.body.verdict));
  mount(reviews.takeBackReview, (call) => review(call, null));

  const rate = createRate(deps, ratingNews);
  mount(ratings.rateTruth, ({ standing, params, body: { rating } }) =>
    rate({ kind: "truth", standing, params, subjectId: params.claimId, rating }),
  );
  mount(ratings.takeBackTruth, ({ standing, params }) =>
    rate({ kind: "truth", standing, params, subjectId: params.claimId, rating: undefined }),
  );
  mount(ratings.rateRelevance, ({ standing, params, body: { rating } }) =>
    rate({ kind: "relevance", standing, params, subjectId: params.edgeId, rating }),
  );
  mount(ratings.takeBackRelevance, ({ standing, params }) =>
    rate({ kind: "relevance", standing, params, subjectId: params.edgeId, rating: undefined }),
  );
}
