import { z } from "zod";
import { endpoint } from "./endpoint.ts";
import { debateRoom, event } from "./event.ts";
import { Author, debateParams, Id, Moment } from "./ids.ts";

/** What can be found to be mended about a claim. */
export const markKinds = [
  "unsupported",
  "unclear",
  "duplicate",
  "not-a-claim",
  "unrelated",
  "several-points",
] as const;
export const MarkKind = z.enum(markKinds);
export type MarkKind = z.infer<typeof MarkKind>;

/** A claim that is pelted with marks is mended no sooner. */
export const mostMarks = 2;

export const Mark = z
  .object({ claimId: Id, kind: MarkKind, by: Author, at: Moment })
  .meta({ id: "Mark" });
export type Mark = z.infer<typeof Mark>;

const debatePath = "/api/communities/:communityId/debates/:debateId";
const markPath = `${debatePath}/claims/:claimId/marks/:kind` as const;
const markParams = debateParams.extend({ claimId: Id, kind: MarkKind });

export const listMarks = endpoint({
  name: "listMarks",
  summary: "The claims of a debate that are marked for review, the oldest marks first",
  method: "GET",
  path: `${debatePath}/marks`,
  access: "public",
  params: debateParams,
  reply: z.object({ items: z.array(Mark) }),
});

export const markClaim = endpoint({
  name: "markClaim",
  summary: "Mark somebody else's claim for review; at most two marks stand at a claim",
  method: "PUT",
  path: markPath,
  access: "member",
  params: markParams,
});

export const unmarkClaim = endpoint({
  name: "unmarkClaim",
  summary: "Take a mark away: who set it, or who curates the debate",
  method: "DELETE",
  path: markPath,
  access: "member",
  params: markParams,
});

export const marksChanged = event({
  name: "marks.changed",
  payload: z.object({ communityId: Id, debateId: Id, claimId: Id, marks: z.array(Mark) }),
  room: debateRoom,
});

export const markEndpoints = [listMarks, markClaim, unmarkClaim];
export const markEvents = [marksChanged];
