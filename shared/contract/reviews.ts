import { z } from "zod";
import { endpoint } from "./endpoint.ts";
import { debateRoom, event } from "./event.ts";
import { debateParams, Id } from "./ids.ts";

/** What a member finds who looked a source up: it says so, it is about something else, it says otherwise, it is gone. */
export const verdicts = ["supports", "irrelevant", "misrepresents", "broken"] as const;
export const Verdict = z.enum(verdicts);
export type Verdict = z.infer<typeof Verdict>;

/** How many reviewers of a source came to each verdict. Who did is shown to nobody. */
export const ReviewSums = z
  .object({
    supports: z.int(),
    irrelevant: z.int(),
    misrepresents: z.int(),
    broken: z.int(),
  })
  .meta({ id: "ReviewSums" });
export type ReviewSums = z.infer<typeof ReviewSums>;

/** The reviews of the sources of a debate, those of sources that nobody reviewed left out. */
export const Reviews = z
  .object({
    sums: z.array(ReviewSums.extend({ evidenceId: Id })),
    /** The reader's own. */
    mine: z.array(z.object({ evidenceId: Id, verdict: Verdict })),
  })
  .meta({ id: "Reviews" });
export type Reviews = z.infer<typeof Reviews>;

const path = "/api/communities/:communityId/debates/:debateId/evidence/:evidenceId/review";
const params = debateParams.extend({ evidenceId: Id });

export const reviewEvidence = endpoint({
  name: "reviewEvidence",
  summary: "Say whether a source of somebody else's bears out its claim",
  method: "PUT",
  path,
  access: "member",
  params,
  body: z.strictObject({ verdict: Verdict }),
});

export const takeBackReview = endpoint({
  name: "takeBackReview",
  summary: "Take one's review of a source back",
  method: "DELETE",
  path,
  access: "member",
  params,
});

/** The reviews of what was reviewed a moment ago, as they are now. */
export const evidenceReviewed = event({
  name: "evidence.reviewed",
  folded: true,
  payload: z.object({
    communityId: Id,
    debateId: Id,
    reviews: z.array(ReviewSums.extend({ evidenceId: Id })),
  }),
  room: debateRoom,
});

export const reviewEndpoints = [reviewEvidence, takeBackReview];
export const reviewEvents = [evidenceReviewed];
