import { z } from "zod";
import { endpoint, postsFromAddress } from "./endpoint.ts";
import { debateRoom, event } from "./event.ts";
import { Author, debateParams, Id, Moment, Version } from "./ids.ts";
import { ModerationMark } from "./moderated.ts";
import { pageOf, PageQuery } from "./page.ts";
import { prose } from "./text.ts";

export const maxCommentLength = 1_000;
/** A comment that calls a crowd is a mailing. */
export const mostMentions = 10;

const mention = /@\{([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\}/g;

/** A text cut where it mentions people: plain words and the ids of participants, in turn. */
export function mentionParts(text: string): readonly string[] {
  return text.split(mention);
}

/** The text with other names for whom it mentions. */
export function renameMentions(text: string, nameOf: (participantId: string) => string): string {
  return text.replace(mention, (_, id: string) => nameOf(id));
}

/** Whom a text mentions, each once. People are named by id: names change, and go with their account. */
export function mentionedIn(text: string): string[] {
  return [...new Set(mentionParts(text).filter((_, at) => at % 2 === 1))];
}

export const CommentText = prose(maxCommentLength).min(1);

/** Something said about how a claim is put or meant; it does not count as for or against it. */
export const Comment = z
  .object({
    id: Id,
    claimId: Id,
    /** People are mentioned as `@{id of a participant}`. */
    text: z.string(),
    mentions: z.array(Author),
    author: Author,
    version: Version,
    createdAt: Moment,
    withdrawnAt: Moment.optional(),
    moderation: ModerationMark.optional(),
    /** How many find it well put. */
    wellPut: z.int(),
  })
  .meta({ id: "Comment" });
export type Comment = z.infer<typeof Comment>;

/** How much is said about a claim, and how many find the claim well put. */
export const ClaimTalk = z
  .object({ claimId: Id, comments: z.int(), wellPut: z.int() })
  .meta({ id: "ClaimTalk" });
export type ClaimTalk = z.infer<typeof ClaimTalk>;

const debatePath = "/api/communities/:communityId/debates/:debateId";
const claimParams = debateParams.extend({ claimId: Id });
const commentParams = debateParams.extend({ commentId: Id });
const commentPath = `${debatePath}/comments/:commentId` as const;
const subjectParams = debateParams.extend({ subjectId: Id });

export const readTalk = endpoint({
  name: "readTalk",
  summary: "The claims of a debate about which something is said, or that somebody finds well put",
  method: "GET",
  path: `${debatePath}/talk`,
  access: "public",
  params: debateParams,
  /** `mine`: claims that the caller finds well put. */
  reply: z.object({ items: z.array(ClaimTalk), mine: z.array(Id) }),
});

export const listComments = endpoint({
  name: "listComments",
  summary: "What is said about a claim and about those that are one with it by now, newest first",
  method: "GET",
  path: `${debatePath}/claims/:claimId/comments`,
  access: "public",
  params: claimParams,
  query: PageQuery,
  /** `mine`: comments of this page that the caller finds well put. */
  reply: pageOf(Comment).extend({ mine: z.array(Id) }),
});

export const addComment = endpoint({
  name: "addComment",
  summary: "Say something about a claim; whom it mentions is told",
  method: "POST",
  path: `${debatePath}/claims/:claimId/comments`,
  access: "member",
  params: claimParams,
  body: z.strictObject({ text: CommentText }),
  reply: Comment,
  limit: { max: 120, perSeconds: 3_600 },
  furtherLimit: postsFromAddress,
});

export const editComment = endpoint({
  name: "editComment",
  summary: "Reword one's comment",
  method: "PUT",
  path: commentPath,
  access: "member",
  params: commentParams,
  body: z.strictObject({ version: Version, text: CommentText }),
  reply: Comment,
});

export const withdrawComment = endpoint({
  name: "withdrawComment",
  summary: "Take one's comment back; that there was one is still seen",
  method: "DELETE",
  path: commentPath,
  access: "member",
  params: commentParams,
  reply: Comment,
});

const WellPut = z.object({ subjectId: Id, count: z.int() });

export const findWellPut = endpoint({
  name: "findWellPut",
  summary:
    "Acknowledge that somebody else's claim or comment is well put, whether one agrees or not",
  method: "PUT",
  path: `${debatePath}/well-put/:subjectId`,
  access: "member",
  params: subjectParams,
  reply: WellPut,
});

export const takeBackWellPut = endpoint({
  name: "takeBackWellPut",
  summary: "Find a claim or comment well put no longer",
  method: "DELETE",
  path: `${debatePath}/well-put/:subjectId`,
  access: "member",
  params: subjectParams,
  reply: WellPut,
});

/** A comment was added, reworded or taken back; with it, how many stand at its claim now. */
export const commentChanged = event({
  name: "comment.changed",
  payload: z.object({ communityId: Id, debateId: Id, comment: Comment, comments: z.int() }),
  room: debateRoom,
});

export const wellPutChanged = event({
  name: "wellput.changed",
  payload: z.object({
    communityId: Id,
    debateId: Id,
    /** Where the subject is or stands. */
    claimId: Id,
    ...WellPut.shape,
  }),
  room: debateRoom,
});

export const commentEndpoints = [
  readTalk,
  listComments,
  addComment,
  editComment,
  withdrawComment,
  findWellPut,
  takeBackWellPut,
];
export const commentEvents = [commentChanged, wellPutChanged];
