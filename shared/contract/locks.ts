import { z } from "zod";
import { endpoint } from "./endpoint.ts";
import { debateRoom, event } from "./event.ts";
import { debateParams, Id, Moment } from "./ids.ts";
import { ModerationMark, SubjectKind } from "./moderated.ts";

/** A place to which nothing is added, and where nothing is changed, but by those who look after the debate. */
export const ContentLock = z
  .object({
    /** Of a claim or position all below it, of a question all of the debate, of a comment its thread. */
    kind: SubjectKind,
    /** What is locked; of a thread the claim that it is about. */
    placeId: Id,
    rule: ModerationMark.shape.rule,
    actionId: Id,
    /** Null where it lasts until somebody ends it. */
    until: Moment.nullable(),
  })
  .meta({ id: "ContentLock" });
export type ContentLock = z.infer<typeof ContentLock>;

export const listLocks = endpoint({
  name: "listLocks",
  summary: "What moderators have locked in a debate, and until when",
  method: "GET",
  path: "/api/communities/:communityId/debates/:debateId/locks",
  access: "public",
  params: debateParams,
  reply: z.object({ items: z.array(ContentLock) }),
});

/** Something was locked or let go; whoever shows it asks for the locks anew. */
export const locksChanged = event({
  name: "moderation.locks-changed",
  payload: z.object({ communityId: Id, debateId: Id }),
  room: debateRoom,
});

export const lockEndpoints = [listLocks];
export const lockEvents = [locksChanged];
