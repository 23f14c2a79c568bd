import { z } from "zod";
import { endpoint, postsFromAddress } from "./endpoint.ts";
import { debateRoom, event } from "./event.ts";
import { Author, communityParams, debateParams, Id, Moment, Version } from "./ids.ts";
import { ModerationMark } from "./moderated.ts";
import { pageOf, PageQuery } from "./page.ts";
import { Language, Phase, Template, TopicId, StatementMode } from "./phases.ts";
import { brokenRule } from "./reasons.ts";
import { line, prose } from "./text.ts";

export const Question = line(300, 10);
export const Context = prose(10_000);
export const Reason = line(500, 0);
export const PositionTitle = line(200, 3);
export const PositionText = prose(4_000);

/** Where the clock may move a debate: `decided` comes of a decision, or by hand. */
export const schedulablePhases = [
  "framing",
  "deliberation",
  "voting",
  "followup",
  "archived",
] as const;
export const SchedulablePhase = z.enum(schedulablePhases);
export type SchedulablePhase = z.infer<typeof SchedulablePhase>;

/** What can stand in the way of a move. */
export const moveRules = ["no-way", "two-positions", "decision-open", "reason"] as const;
export const MoveRule = z.enum(moveRules);
export type MoveRule = z.infer<typeof MoveRule>;

/** A move that the clock will make; `refusal` says why it could not when it was time. */
export const ScheduledMove = z
  .object({ to: SchedulablePhase, at: Moment, refusal: MoveRule.nullable() })
  .meta({ id: "ScheduledMove" });
export type ScheduledMove = z.infer<typeof ScheduledMove>;

/** A debate as everybody sees it who may see it at all. */
export const Debate = z
  .object({
    id: Id,
    communityId: Id,
    question: z.string(),
    /** Markdown as written. */
    context: z.string(),
    topic: z.string(),
    /** What the community calls the topic; null for a usual one under its usual name. */
    topicName: z.string().nullable(),
    language: Language,
    phase: Phase,
    /** The frame that it was begun with. */
    template: Template.nullable(),
    /** Whether people without an account may respond to its statements. */
    admitsVisitors: z.boolean(),
    /** Whether what they respond is shown and exported, apart from the others, or left out. */
    countsVisitors: z.boolean(),
    /** How many zero bits the proof of work of their browsers has; 0 where none is asked for. */
    visitorProofBits: z.int(),
    /** Whether new statements are shown at once, or once they are approved. */
    statementMode: StatementMode,
    author: Author,
    /** Where an imported debate came from, and under which licence. */
    attribution: z.string().nullable(),
    version: Version,
    createdAt: Moment,
    updatedAt: Moment,
    moderation: ModerationMark.optional(),
    schedule: z.array(ScheduledMove),
  })
  .meta({ id: "Debate" });
export type Debate = z.infer<typeof Debate>;

export const DebateCounts = z
  .object({ positions: z.int(), claims: z.int(), evidence: z.int(), statements: z.int() })
  .meta({ id: "DebateCounts" });

/** What the reader may do now. */
export const DebateRights = z
  .object({
    edit: z.boolean(),
    /** Phases to which the reader may move the debate; the rules of that phase are checked then. */
    move: z.array(Phase),
    schedule: z.boolean(),
    addPosition: z.boolean(),
    addClaim: z.boolean(),
    addStatement: z.boolean(),
    respond: z.boolean(),
    /** The reader is not signed in, and may respond all the same. */
    respondAsVisitor: z.boolean(),
    /** Say whether people without an account may respond. */
    admitVisitors: z.boolean(),
    /** Say which statements are shown when, and mark them. */
    careForStatements: z.boolean(),
    rate: z.boolean(),
    openDecision: z.boolean(),
  })
  .meta({ id: "DebateRights" });
export type DebateRights = z.infer<typeof DebateRights>;

/** The room that tells of a thing's changes, and the last event that the reply may not know of. */
export const RoomHead = z.object({ name: z.string(), seq: z.int() }).meta({ id: "RoomHead" });

export const DebateView = Debate.extend({
  counts: DebateCounts,
  /** When voting on the open decision ends. */
  closesAt: Moment.nullable(),
  room: RoomHead,
  can: DebateRights,
}).meta({ id: "DebateView" });
export type DebateView = z.infer<typeof DebateView>;

/** A debate in a list. */
export const DebateSummary = Debate.pick({
  id: true,
  communityId: true,
  question: true,
  topic: true,
  topicName: true,
  language: true,
  phase: true,
  author: true,
  createdAt: true,
  updatedAt: true,
  moderation: true,
})
  .extend({
    counts: DebateCounts,
    closesAt: Moment.nullable(),
    nextMove: z.object({ to: SchedulablePhase, at: Moment }).nullable(),
  })
  .meta({ id: "DebateSummary" });
export type DebateSummary = z.infer<typeof DebateSummary>;

export const LiveDebate = DebateSummary.extend({
  community: z.object({ id: Id, slug: z.string(), name: z.string() }),
  /** How many people are in the debate now, visitors included. */
  present: z.int(),
}).meta({ id: "LiveDebate" });
export type LiveDebate = z.infer<typeof LiveDebate>;

/** A move from phase to phase; `actor` is null where the schedule or a decision moved the debate. */
export const PhaseMove = z
  .object({
    id: Id,
    from: Phase,
    to: Phase,
    actor: Author.nullable(),
    reason: z.string(),
    at: Moment,
  })
  .meta({ id: "PhaseMove" });
export type PhaseMove = z.infer<typeof PhaseMove>;

const hasDistinctTitles = (positions: readonly { readonly title: string }[]) =>
  new Set(positions.map(({ title }) => title.toLowerCase())).size === positions.length;

export const createDebate = endpoint({
  name: "createDebate",
  summary: "Ask a question; as a draft it is seen by its author and moderators alone",
  method: "POST",
  path: "/api/communities/:communityId/debates",
  access: "member",
  params: communityParams,
  body: z.strictObject({
    question: Question,
    context: Context.default(""),
    topic: TopicId,
    language: Language,
    phase: z.enum(["draft", "framing"]).default("draft"),
    template: Template.optional(),
    /** Answers to begin with. */
    positions: z
      .array(z.strictObject({ title: PositionTitle, text: PositionText.default("") }))
      .max(20)
      .refine(hasDistinctTitles, brokenRule("same-titles"))
      .default([]),
  }),
  reply: DebateView,
  limit: { max: 60, perSeconds: 3_600 },
  furtherLimit: postsFromAddress,
});

export const readDebate = endpoint({
  name: "readDebate",
  summary: "One debate, and what the reader may do in it",
  method: "GET",
  path: "/api/communities/:communityId/debates/:debateId",
  access: "public",
  params: debateParams,
  reply: DebateView,
});

export const editDebate = endpoint({
  name: "editDebate",
  summary: "Change the question, context, topic or language",
  method: "PATCH",
  path: "/api/communities/:communityId/debates/:debateId",
  access: "member",
  params: debateParams,
  body: z.strictObject({
    version: Version,
    question: Question.optional(),
    context: Context.optional(),
    topic: TopicId.optional(),
    language: Language.optional(),
  }),
  reply: DebateView,
});

export const listDebates = endpoint({
  name: "listDebates",
  summary: "The debates of a community, those with the latest activity first",
  method: "GET",
  path: "/api/communities/:communityId/debates",
  access: "public",
  params: communityParams,
  query: PageQuery.extend({ phase: Phase.optional(), topic: TopicId.optional() }),
  reply: pageOf(DebateSummary),
});

export const listLiveDebates = endpoint({
  name: "listLiveDebates",
  summary: "Debates of public communities and of the reader's own, the latest activity first",
  method: "GET",
  path: "/api/debates/live",
  access: "public",
  query: PageQuery,
  reply: pageOf(LiveDebate),
});

export const moveDebate = endpoint({
  name: "moveDebate",
  summary: "Move a debate to another phase, with a reason where it goes back or ends",
  method: "POST",
  path: "/api/communities/:communityId/debates/:debateId/moves",
  access: "member",
  params: debateParams,
  body: z.strictObject({
    /** The phase it is moved from; another one meanwhile is a conflict. */
    from: Phase,
    to: Phase,
    reason: Reason.default(""),
  }),
  reply: DebateView,
});

const scheduleParams = debateParams.extend({ to: SchedulablePhase });

export const scheduleMove = endpoint({
  name: "scheduleMove",
  summary: "Have the debate moved to a phase at a time; the rules are checked then",
  method: "PUT",
  path: "/api/communities/:communityId/debates/:debateId/schedule/:to",
  access: "member",
  params: scheduleParams,
  body: z.strictObject({ at: Moment }),
  reply: DebateView,
});

export const unscheduleMove = endpoint({
  name: "unscheduleMove",
  summary: "Take a scheduled move back",
  method: "DELETE",
  path: "/api/communities/:communityId/debates/:debateId/schedule/:to",
  access: "member",
  params: scheduleParams,
  reply: DebateView,
});

/** One line of a debate's history; the text of what was withdrawn is empty. */
export const ActivityItem = z
  .object({
    id: Id,
    kind: z.enum(["moved", "position-added", "claim-added", "evidence-added"]),
    at: Moment,
    actor: Author.nullable(),
    text: z.string(),
    isWithdrawn: z.boolean(),
    /** Of a move. */
    from: Phase.nullable(),
    to: Phase.nullable(),
    /** Of a claim: itself; of evidence: the claim it is attached to. */
    claimId: Id.nullable(),
  })
  .meta({ id: "ActivityItem" });
export type ActivityItem = z.infer<typeof ActivityItem>;

export const readActivity = endpoint({
  name: "readActivity",
  summary: "What happened in a debate, the latest first",
  method: "GET",
  path: "/api/communities/:communityId/debates/:debateId/activity",
  access: "public",
  params: debateParams,
  query: PageQuery,
  reply: pageOf(ActivityItem),
});

export const debateChanged = event({
  name: "debate.changed",
  payload: z.object({ communityId: Id, debateId: Id, debate: Debate }),
  room: debateRoom,
});

export const debateMoved = event({
  name: "debate.moved",
  payload: z.object({ communityId: Id, debateId: Id, debate: Debate, move: PhaseMove }),
  room: debateRoom,
});

export const debateEndpoints = [
  listLiveDebates,
  listDebates,
  createDebate,
  readDebate,
  editDebate,
  moveDebate,
  scheduleMove,
  unscheduleMove,
  readActivity,
];
export const debateEvents = [debateChanged, debateMoved];
