import { z } from "zod";
import { Choice, DrawDocument, Obstacle } from "#shared/lottery/index.ts";
import { Dispute, disputeLimits, disputeParams, disputePath, DisputeStage } from "./disputed.ts";
import { endpoint } from "./endpoint.ts";
import { Author, communityParams, Id, Moment } from "./ids.ts";
import { Subject } from "./moderated.ts";
import { prose } from "./text.ts";

/** Who speaks in the jury's thread: a juror by the order in which they first spoke there, without a name. */
const Speaker = z.object({ number: z.int(), isMe: z.boolean() });

export const JuryMessage = z
  .object({ id: Id, level: z.int(), by: Speaker, text: z.string(), at: Moment })
  .meta({ id: "JuryMessage" });
export type JuryMessage = z.infer<typeof JuryMessage>;

export const JuryQuestion = z
  .object({
    id: Id,
    level: z.int(),
    by: Speaker,
    to: z.enum(["claimant", "respondent", "both"]),
    text: z.string(),
    at: Moment,
    answers: z.array(
      z.object({ side: z.enum(["claimant", "respondent"]), text: z.string(), at: Moment }),
    ),
    can: z.object({ answer: z.boolean() }),
  })
  .meta({ id: "JuryQuestion" });
export type JuryQuestion = z.infer<typeof JuryQuestion>;

export const JuryRoom = z
  .object({
    questions: z.array(JuryQuestion),
    /** The jury's own thread: for its jurors, and for everybody once the ruling is published; else null. */
    messages: z.array(JuryMessage).nullable(),
  })
  .meta({ id: "JuryRoom" });
export type JuryRoom = z.infer<typeof JuryRoom>;

const Summons = z.object({ disputeId: Id, stage: DisputeStage, dueAt: Moment.nullable() });

export const JuryDuty = z
  .object({
    isReady: z.boolean(),
    since: Moment.nullable(),
    /** Why one would not be drawn today; null where one could be. */
    obstacle: Obstacle.nullable(),
    /** In how many juries one has served whose rulings are published. */
    served: z.int(),
    /** Cases that wait for an answer or a vote. */
    summons: z.array(Summons),
    /** How many members are ready. */
    readyCount: z.int(),
  })
  .meta({ id: "JuryDuty" });
export type JuryDuty = z.infer<typeof JuryDuty>;

/** What a disputed action was about, as its jury must know it. */
export const DisputedContent = z
  .object({
    subject: Subject,
    author: Author.nullable(),
    /** The statement of reasons that went with the action. */
    reason: z.string(),
    /** What it says, field by field, also where that is out of sight; null where it is gone. */
    words: z.record(z.string(), z.string()).nullable(),
    /** What it stands under, the nearest first. */
    context: z.array(z.object({ subject: Subject, text: z.string() })),
    /** Path of the page where it stands. */
    link: z.string().nullable(),
  })
  .meta({ id: "DisputedContent" });
export type DisputedContent = z.infer<typeof DisputedContent>;

/** How somebody stands to the juries of one of their communities. */
export const JuryPlace = z
  .object({
    community: z.object({ id: Id, slug: z.string(), name: z.string() }),
    isReady: z.boolean(),
    served: z.int(),
    summons: z.array(Summons),
  })
  .meta({ id: "JuryPlace" });
export type JuryPlace = z.infer<typeof JuryPlace>;

const Hash = z.string().regex(/^[0-9a-f]{64}$/);
const Secret = z.string().regex(/^[\x21-\x7e]{16,128}$/);

export const readJuryDuty = endpoint({
  name: "readJuryDuty",
  summary: "Whether the caller is ready to serve on juries, could be drawn today, and is asked to",
  method: "GET",
  path: "/api/communities/:communityId/jury-duty",
  access: "member",
  params: communityParams,
  reply: JuryDuty,
});

export const changeJuryDuty = endpoint({
  name: "changeJuryDuty",
  summary: "Be ready to serve on juries, or not any more; cases that one has accepted stay",
  method: "PUT",
  path: "/api/communities/:communityId/jury-duty",
  access: "member",
  params: communityParams,
  body: z.strictObject({ isReady: z.boolean() }),
  reply: JuryDuty,
});

export const listJuryPlaces = endpoint({
  name: "listJuryPlaces",
  summary: "The caller's communities in which they are ready to serve on juries, or have served",
  method: "GET",
  path: "/api/me/jury-duty",
  access: "self",
  reply: z.object({ items: z.array(JuryPlace) }),
});

export const readDisputedContent = endpoint({
  name: "readDisputedContent",
  summary: "What a disputed action was about, for its sides, its jurors and those who moderate",
  method: "GET",
  path: `${disputePath}/content`,
  access: "member",
  whileSuspended: true,
  params: disputeParams,
  reply: DisputedContent,
});

export const readDraw = endpoint({
  name: "readDraw",
  summary: "Everything with which anybody can draw a jury of a case again; the latest unless said",
  method: "GET",
  path: `${disputePath}/draw`,
  access: "public",
  params: disputeParams,
  query: z.object({ level: z.coerce.number().int().min(1).max(10).optional() }),
  reply: DrawDocument,
});

export const commitNonce = endpoint({
  name: "commitNonce",
  summary: "Commit to a nonce for the draw, before those who can be drawn are fixed",
  method: "PUT",
  path: `${disputePath}/nonce`,
  access: "member",
  whileSuspended: true,
  params: disputeParams,
  /** SHA-256 of the canonical JSON of ["nonce", dispute id, level, party, nonce]. */
  body: z.strictObject({ commitment: Hash }),
  reply: Dispute,
});

export const tellNonce = endpoint({
  name: "tellNonce",
  summary: "Tell the nonce that one has committed to; once all are told, the jury is drawn",
  method: "POST",
  path: `${disputePath}/nonce/telling`,
  access: "member",
  whileSuspended: true,
  params: disputeParams,
  body: z.strictObject({ nonce: Secret }),
  reply: Dispute,
});

export const answerSummons = endpoint({
  name: "answerSummons",
  summary: "Take the seat that one was drawn for, saying what could bias one; or decline it",
  method: "POST",
  path: `${disputePath}/summons`,
  access: "member",
  params: disputeParams,
  body: z.strictObject({
    accept: z.boolean(),
    /** Shown with the vote. */
    declaration: prose(disputeLimits.declaration).nullable().default(null),
  }),
  reply: Dispute,
});

export const readJuryRoom = endpoint({
  name: "readJuryRoom",
  summary: "Questions with their answers, and the jury's own thread for who may read it",
  method: "GET",
  path: `${disputePath}/jury`,
  access: "public",
  params: disputeParams,
  reply: JuryRoom,
});

export const askParties = endpoint({
  name: "askParties",
  summary: "Ask the one question that each juror has",
  method: "POST",
  path: `${disputePath}/questions`,
  access: "member",
  params: disputeParams,
  body: z.strictObject({
    to: z.enum(["claimant", "respondent", "both"]),
    text: prose(disputeLimits.question).min(3),
  }),
  reply: JuryQuestion,
});

export const answerQuestion = endpoint({
  name: "answerQuestion",
  summary: "Answer a juror's question that was put to one's side",
  method: "POST",
  path: `${disputePath}/questions/:questionId/answers`,
  access: "member",
  whileSuspended: true,
  params: disputeParams.extend({ questionId: Id }),
  body: z.strictObject({ text: prose(disputeLimits.statement).min(1) }),
  reply: JuryQuestion,
});

export const deliberate = endpoint({
  name: "deliberate",
  summary: "Say something in the jury's own thread",
  method: "POST",
  path: `${disputePath}/jury/messages`,
  access: "member",
  params: disputeParams,
  body: z.strictObject({ text: prose(disputeLimits.message).min(1) }),
  reply: JuryMessage,
});

export const commitVote = endpoint({
  name: "commitVote",
  summary: "Commit to one's vote; another commitment takes its place until votes are told",
  method: "PUT",
  path: `${disputePath}/vote/commitment`,
  access: "member",
  params: disputeParams,
  /** SHA-256 of the canonical JSON of ["vote", dispute id, level, pseudonym, choice, salt]. */
  body: z.strictObject({ commitment: Hash }),
  reply: Dispute,
});

export const tellVote = endpoint({
  name: "tellVote",
  summary: "Tell the vote that one has committed to, with reasons; the reasons are published",
  method: "PUT",
  path: `${disputePath}/vote`,
  access: "member",
  params: disputeParams,
  body: z.strictObject({
    choice: Choice,
    salt: Secret,
    reason: prose(disputeLimits.reason).min(10),
  }),
  reply: Dispute,
});

export const juryEndpoints = [
  readJuryDuty,
  changeJuryDuty,
  listJuryPlaces,
  readDisputedContent,
  readDraw,
  commitNonce,
  tellNonce,
  answerSummons,
  readJuryRoom,
  askParties,
  answerQuestion,
  deliberate,
  commitVote,
  tellVote,
] as const;
