import { z } from "zod";
import { endpoint } from "./endpoint.ts";
import { debateRoom, event } from "./event.ts";
import { debateParams, Id } from "./ids.ts";

/** How a member finds the summary of a debate: fair to all sides, partly, or unfair. Who said what is shown to nobody. */
export const fairnesses = ["fair", "partly", "unfair"] as const;
export const Fairness = z.enum(fairnesses);
export type Fairness = z.infer<typeof Fairness>;

/** How many find one version of a summary how fair; each version begins without. */
export const SummaryRatings = z
  .object({ version: z.int(), fair: z.int(), partly: z.int(), unfair: z.int() })
  .meta({ id: "SummaryRatings" });
export type SummaryRatings = z.infer<typeof SummaryRatings>;

/** What the reader said last, and of which version. */
export const OwnSummaryRating = z
  .object({ version: z.int(), rating: Fairness })
  .meta({ id: "OwnSummaryRating" });
export type OwnSummaryRating = z.infer<typeof OwnSummaryRating>;

export const rateSummary = endpoint({
  name: "rateSummary",
  summary: "Say whether the summary of a debate is fair to all sides; null takes it back",
  method: "PUT",
  path: "/api/communities/:communityId/debates/:debateId/summary/versions/:number/rating",
  access: "member",
  params: debateParams.extend({ number: z.coerce.number().int().min(1).max(1_000_000) }),
  body: z.strictObject({ rating: Fairness.nullable() }),
  limit: { max: 600, perSeconds: 60 },
});

/** How fair the summary is found, as it is now. */
export const summaryRated = event({
  name: "summary.rated",
  folded: true,
  payload: z.object({ communityId: Id, debateId: Id, ratings: SummaryRatings }),
  room: debateRoom,
});
