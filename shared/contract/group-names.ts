import { z } from "zod";
import { endpoint } from "./endpoint.ts";
import { debateRoom, event } from "./event.ts";
import { debateParams, Id } from "./ids.ts";
import { ModerationMark } from "./moderated.ts";
import { name } from "./text.ts";

export const maxNameLength = 40;
/** So many names one person proposes in a debate. */
export const mostNamesEach = 5;

export const GroupNames = z
  .object({
    /** The number of the reader's group on the newest map; null for none, and nothing is listed. */
    group: z.int().nullable(),
    /** What people of the group proposed, in the order of letters. */
    names: z.array(
      z.object({
        id: Id,
        text: z.string(),
        isMine: z.boolean(),
        /** Whether everybody reads it on the map. */
        isShown: z.boolean(),
      }),
    ),
    /** The one that the reader wants. */
    choice: Id.nullable(),
    /** The reader's own that wait for a moderator, or were put out of sight; why, their actions say to the reader. */
    held: z.array(z.object({ id: Id, mark: ModerationMark })),
    can: z.object({ name: z.boolean() }),
  })
  .meta({ id: "GroupNames" });
export type GroupNames = z.infer<typeof GroupNames>;

const path = "/api/communities/:communityId/debates/:debateId/opinion-map/names";
const limit = { max: 30, perSeconds: 60 };

export const listGroupNames = endpoint({
  name: "listGroupNames",
  summary:
    "What the caller's own opinion group may be called. What is proposed and voted shows and counts from the next five minutes of the clock on, without whose it is or how many want it",
  method: "GET",
  path,
  access: "member",
  params: debateParams,
  reply: GroupNames,
});

export const proposeGroupName = endpoint({
  name: "proposeGroupName",
  summary: "Propose a name for one's own opinion group, and vote for it",
  method: "POST",
  path,
  access: "member",
  params: debateParams,
  body: z.strictObject({ text: name(maxNameLength) }),
  reply: GroupNames,
  limit,
});

export const chooseGroupName = endpoint({
  name: "chooseGroupName",
  summary:
    "Vote for a name of one's own opinion group, or for none (null); the one that most of the group want is shown, from three on",
  method: "PUT",
  path: `${path}/choice`,
  access: "member",
  params: debateParams,
  body: z.strictObject({ nameId: Id.nullable() }),
  reply: GroupNames,
  limit,
});

/** Groups may have other names now. It does not say which, and comes every five minutes at most. */
export const groupNamesChanged = event({
  name: "group-names.changed",
  folded: true,
  payload: z.object({ communityId: Id, debateId: Id }),
  room: debateRoom,
});

export const groupNameEndpoints = [listGroupNames, proposeGroupName, chooseGroupName] as const;
export const groupNameEvents = [groupNamesChanged] as const;
