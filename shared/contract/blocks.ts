import { z } from "zod";
import { endpoint } from "./endpoint.ts";
import { accountRoom, event } from "./event.ts";
import { Author, communityParams, Id, Moment } from "./ids.ts";
import { pageOf, PageQuery } from "./page.ts";

/*
 * Whom somebody would rather not read. A block is of the person as one community knows them: over all
 * communities it would tell which two names are one. Only whoever blocks ever learns of it, and it
 * changes nothing that is counted: debates and decisions are the same for everybody.
 */

/** As many people as one can block in one community; a list that is longer is not of people any more. */
export const mostBlocks = 500;

/** Somebody whom the caller blocked. */
export const Block = z
  .object({
    id: Id,
    community: z.object({ id: Id, slug: z.string(), name: z.string() }),
    person: Author,
    createdAt: Moment,
  })
  .meta({ id: "Block" });
export type Block = z.infer<typeof Block>;

const path = "/api/communities/:communityId/blocks/:participantId";
const params = communityParams.extend({ participantId: Id });
const limit = { max: 120, perSeconds: 3_600 };

export const blockPerson = endpoint({
  name: "blockPerson",
  summary:
    "Block somebody: nobody learns of it, and what they do in passing tells one nothing more",
  method: "PUT",
  path,
  access: "self",
  params,
  limit,
});

export const unblockPerson = endpoint({
  name: "unblockPerson",
  summary: "Block somebody no longer",
  method: "DELETE",
  path,
  access: "self",
  params,
  limit,
});

export const listBlocks = endpoint({
  name: "listBlocks",
  summary: "Whom the caller has blocked in all communities, the latest first",
  method: "GET",
  path: "/api/me/blocks",
  access: "self",
  query: PageQuery,
  reply: pageOf(Block),
});

/** Somebody was blocked or is no longer; told to the other devices of who did so, and to nobody else. */
export const blocksChanged = event({
  name: "blocks.changed",
  payload: z.object({ accountId: Id }),
  room: accountRoom,
});

export const blockEndpoints = [blockPerson, unblockPerson, listBlocks] as const;
export const blockEvents = [blocksChanged] as const;
