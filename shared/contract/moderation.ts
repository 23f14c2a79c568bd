import { z } from "zod";
import { endpoint } from "./endpoint.ts";
import { accountRoom, communityRoom, debateRoom, event } from "./event.ts";
import { CitedRule, ReceivedFlag, RuleNumber } from "./flags.ts";
import { Author, communityParams, Id, Moment, Version } from "./ids.ts";
import {
  ActionKind,
  ItemStatus,
  ModerationMark,
  Severity,
  Subject,
  SubjectKind,
  Work,
} from "./moderated.ts";
import { pageOf, PageQuery } from "./page.ts";
import { mergeClaims, moveClaim, splitClaim } from "./structure.ts";
import { line, prose } from "./text.ts";
import { SpamEstimate, SpamReason } from "./spam.ts";

export const moderationLimits = {
  reason: 2_000,
  /** How many items are decided at once. */
  batch: 50,
  filters: 20,
  /** A moderator has an item to oneself for so long. */
  claimMinutes: 15,
  /** For so long, whoever acted may take it back. */
  undoHours: 24,
  appealDays: 14,
} as const;

const moderationPath = "/api/communities/:communityId/moderation";
const itemParams = communityParams.extend({ itemId: Id });
const actionParams = communityParams.extend({ actionId: Id });

const Content = z.object({
  /** What it says, field by field, as written: `text`, `title`, `url` and so on. */
  words: z.record(z.string(), z.string()),
  /** Path of the page where it stands. */
  link: z.string(),
});

/** Something that waits for a moderator's decision. */
export const ModerationItem = z
  .object({
    id: Id,
    work: Work,
    subject: Subject,
    debateId: Id.nullable(),
    author: Author.nullable(),
    /** How it begins. */
    excerpt: z.string(),
    severity: Severity,
    status: ItemStatus,
    /** Whether it is kept out of sight meanwhile. */
    state: ModerationMark.shape.state.nullable(),
    flags: z.object({
      count: z.int(),
      /** The sum of the flags' weights: each between 0 and 1, by how often its maker was right before. */
      weight: z.number(),
      /** The numbers of the rules that they cite, the most cited first. */
      rules: z.array(z.int()),
    }),
    /** The watched words that it uses, where those brought it here. */
    words: z.array(z.string()),
    /** What spoke for spam when it was written. */
    spam: z.array(SpamReason),
    /** When it is decided by the clock; null once it is decided. */
    deadlineAt: Moment.nullable(),
    isOverdue: z.boolean(),
    claimed: z.object({ by: Author, until: Moment }).nullable(),
    version: Version,
    createdAt: Moment,
    /** The action that decided it. */
    actionId: Id.nullable(),
    can: z.object({ claim: z.boolean(), act: z.array(ActionKind) }),
  })
  .meta({ id: "ModerationItem" });
export type ModerationItem = z.infer<typeof ModerationItem>;

export const actionRoles = [
  "owner",
  "moderator",
  "facilitator",
  "jury",
  /** A threshold, a word on the list, or the clock. */
  "automatic",
] as const;
export type ActionRole = (typeof actionRoles)[number];

export const ActionState = z.enum([
  "in-force",
  /** Its time is over. */
  "ended",
  /** Taken back by who acted. */
  "undone",
  /** By a jury. */
  "overturned",
  /** Another action has taken its place. */
  "replaced",
]);
export type ActionState = z.infer<typeof ActionState>;

/** What was done, under which rule. What everybody sees names nobody but who acted. */
export const ModerationAction = z
  .object({
    id: Id,
    kind: ActionKind,
    /** Null to others where it is a person. */
    subject: Subject.nullable(),
    debateId: Id.nullable(),
    /** Whom it concerns; null to others than that person and those who moderate. */
    author: Author.nullable(),
    /** Null where nothing was decided yet: a first contribution, or a word on the list. */
    rule: CitedRule.nullable(),
    /** The statement of reasons; null to others than whom it concerns and those who moderate. */
    reason: z.string().nullable(),
    /** Whether it was put away as spam. */
    isSpam: z.boolean(),
    /** What spoke for spam in what is held; to whom it concerns and those who moderate. */
    spam: z.array(SpamReason),
    role: z.enum(actionRoles),
    actor: Author.nullable(),
    until: Moment.nullable(),
    state: ActionState,
    createdAt: Moment,
    endedAt: Moment.nullable(),
    appealUntil: Moment.nullable(),
    can: z.object({
      undo: z.boolean(),
      appeal: z.boolean(),
      /** Whether the reader may read what it keeps out of sight. */
      readContent: z.boolean(),
    }),
  })
  .meta({ id: "ModerationAction" });
export type ModerationAction = z.infer<typeof ModerationAction>;

export const ModerationCase = z
  .object({
    item: ModerationItem,
    content: Content,
    /** What it stands under, the nearest first. */
    context: z.array(z.object({ subject: Subject, text: z.string() })),
    estimate: SpamEstimate,
    flags: z.array(ReceivedFlag),
    /** What was done before about the same author, the latest first. */
    history: z.array(ModerationAction),
    /** The latest actions under the rules that are cited here. */
    sameRule: z.array(ModerationAction),
  })
  .meta({ id: "ModerationCase" });
export type ModerationCase = z.infer<typeof ModerationCase>;

/** By what the queue is narrowed. */
const filterShape = {
  status: ItemStatus.optional(),
  work: Work.optional(),
  severity: Severity.optional(),
  debateId: Id.optional(),
  rule: z.coerce.number().int().min(1).max(10_000).optional(),
  claimed: z.enum(["by-me", "by-nobody"]).optional(),
  order: z.enum(["deadline", "weight", "newest"]).optional(),
};
export const QueueFilter = z.strictObject(filterShape).meta({ id: "QueueFilter" });
export type QueueFilter = z.infer<typeof QueueFilter>;

export const listModerationItems = endpoint({
  name: "listModerationItems",
  summary:
    "What waits for a decision, the nearest deadline first; facilitators see that of their debates, nobody their own case",
  method: "GET",
  path: `${moderationPath}/items`,
  access: "member",
  params: communityParams,
  query: PageQuery.extend(filterShape),
  reply: pageOf(ModerationItem).extend({
    /** What is open in all, for this reader. */
    open: z.int(),
    overdue: z.int(),
  }),
});

export const readModerationItem = endpoint({
  name: "readModerationItem",
  summary: "An item with its content, context, flags and history",
  method: "GET",
  path: `${moderationPath}/items/:itemId`,
  access: "member",
  params: itemParams,
  reply: ModerationCase,
});

export const claimModerationItem = endpoint({
  name: "claimModerationItem",
  summary: "Take an item for a quarter of an hour; nobody else decides it meanwhile",
  method: "PUT",
  path: `${moderationPath}/items/:itemId/claim`,
  access: "member",
  params: itemParams,
  body: z.strictObject({ version: Version }),
  reply: ModerationItem,
});

export const releaseModerationItem = endpoint({
  name: "releaseModerationItem",
  summary: "Leave an item that one has taken to others",
  method: "DELETE",
  path: `${moderationPath}/items/:itemId/claim`,
  access: "member",
  params: itemParams,
  reply: ModerationItem,
});

const deed = {
  kind: ActionKind,
  /** A rule in force. May be left out where the item's flags cite one, or an earlier action did. */
  rule: RuleNumber.optional(),
  /** What its author reads. */
  reason: prose(moderationLimits.reason).min(1),
  /** Whether it is put away as spam: from what is hidden or removed so, and what is found in order, advice is learned. */
  isSpam: z.boolean().default(false),
  /** For how long; of a suspension, a rate limit, and a lock that ends by itself. */
  until: Moment.optional(),
};

export const moderate = endpoint({
  name: "moderate",
  summary: "Act on content or its author under a rule, with reasons; closes the item about it",
  method: "POST",
  path: `${moderationPath}/actions`,
  access: "member",
  params: communityParams,
  body: z.strictObject({
    ...deed,
    subject: Subject,
    /** Where a claim goes, and from which of its places. */
    move: moveClaim.body.extend({ edgeId: Id }).optional(),
    /** The claim, or of a statement the statement, that it repeats. */
    merge: mergeClaims.body.optional(),
    /** Its points, each by itself. */
    split: splitClaim.body.optional(),
    /** The item as it was read; another state of it meanwhile is a conflict. */
    item: z.strictObject({ id: Id, version: Version }).optional(),
  }),
  reply: ModerationAction,
});

export const moderateMany = endpoint({
  name: "moderateMany",
  summary: "Decide many items alike; each by itself, so that one conflict stops no other",
  method: "POST",
  path: `${moderationPath}/batches`,
  access: "member",
  params: communityParams,
  body: z.strictObject({
    ...deed,
    items: z
      .array(z.strictObject({ id: Id, version: Version }))
      .min(1)
      .max(moderationLimits.batch),
  }),
  reply: z.object({
    results: z.array(
      z.object({
        itemId: Id,
        actionId: Id.nullable(),
        /** The code of the problem, where it was refused. */
        problem: z.string().nullable(),
      }),
    ),
  }),
});

export const listModerationActions = endpoint({
  name: "listModerationActions",
  summary: "The public log of what moderators did, newest first",
  method: "GET",
  path: `${moderationPath}/actions`,
  access: "public",
  params: communityParams,
  query: PageQuery.extend({
    kind: ActionKind.optional(),
    rule: z.coerce.number().int().min(1).max(10_000).optional(),
    debateId: Id.optional(),
    subjectId: Id.optional(),
    actorId: Id.optional(),
    /** Those about the caller. */
    mine: z.enum(["true", "false"]).default("false"),
  }),
  reply: pageOf(ModerationAction),
});

export const readModerationAction = endpoint({
  name: "readModerationAction",
  summary: "One action; its reasons for whom it concerns and those who moderate",
  method: "GET",
  path: `${moderationPath}/actions/:actionId`,
  access: "public",
  params: actionParams,
  reply: ModerationAction,
});

export const undoModerationAction = endpoint({
  name: "undoModerationAction",
  summary: "Take one's own action back within a day; that it was done stays in the log",
  method: "POST",
  path: `${moderationPath}/actions/:actionId/undo`,
  access: "member",
  params: actionParams,
  reply: ModerationAction,
});

export const readModeratedContent = endpoint({
  name: "readModeratedContent",
  summary: "What is kept out of sight, for its author and those who moderate",
  method: "GET",
  path: `${moderationPath}/content/:kind/:subjectId`,
  access: "member",
  params: communityParams.extend({ kind: SubjectKind, subjectId: Id }),
  reply: Content.extend({ mark: ModerationMark.nullable() }),
});

export const SavedFilter = z
  .object({ id: Id, name: z.string(), filter: QueueFilter })
  .meta({ id: "SavedFilter" });
export type SavedFilter = z.infer<typeof SavedFilter>;

export const listQueueFilters = endpoint({
  name: "listQueueFilters",
  summary: "The caller's own saved filters of the queue",
  method: "GET",
  path: `${moderationPath}/filters`,
  access: "member",
  params: communityParams,
  reply: z.object({ items: z.array(SavedFilter) }),
});

export const saveQueueFilter = endpoint({
  name: "saveQueueFilter",
  summary: "Save a filter of the queue for oneself",
  method: "POST",
  path: `${moderationPath}/filters`,
  access: "member",
  params: communityParams,
  body: z.strictObject({ name: line(60, 1), filter: QueueFilter }),
  reply: SavedFilter,
});

export const deleteQueueFilter = endpoint({
  name: "deleteQueueFilter",
  summary: "Forget a saved filter",
  method: "DELETE",
  path: `${moderationPath}/filters/:filterId`,
  access: "member",
  params: communityParams.extend({ filterId: Id }),
});

/** Content was put out of sight, folded, or shown again; whoever shows it fetches it anew. */
export const contentModerated = event({
  name: "content.moderated",
  payload: z.object({
    communityId: Id,
    debateId: Id,
    subject: Subject,
    mark: ModerationMark.nullable(),
  }),
  room: debateRoom,
});

/** The public log has another action, or one has changed. */
export const actionTaken = event({
  name: "moderation.acted",
  payload: z.object({ communityId: Id, actionId: Id }),
  room: communityRoom,
});

/** An item of the queue is new or has changed; told to each of those who see it. */
export const queueChanged = event({
  name: "moderation.queue-changed",
  payload: z.object({ accountId: Id, communityId: Id, itemId: Id }),
  room: accountRoom,
});

export const moderationEndpoints = [
  listModerationItems,
  readModerationItem,
  claimModerationItem,
  releaseModerationItem,
  moderate,
  moderateMany,
  listModerationActions,
  readModerationAction,
  undoModerationAction,
  readModeratedContent,
  listQueueFilters,
  saveQueueFilter,
  deleteQueueFilter,
];
export const moderationEvents = [contentModerated, actionTaken, queueChanged];
