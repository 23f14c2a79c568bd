import { z } from "zod";
import { commitmentStates, reviewOutcomes } from "#shared/commitments/index.ts";
import { endpoint } from "./endpoint.ts";
import { communityRoom, event } from "./event.ts";
import { Author, communityParams, Id, Moment, Version } from "./ids.ts";
import { pageOf, PageQuery } from "./page.ts";
import { line, prose, WebAddress } from "./text.ts";

/*
 * What somebody promised to do because of a decision. Nobody is made responsible without a yes of their own; whoever
 * promised reports progress, each time with evidence; what is overdue everybody sees; and others than its owner review
 * what came of it.
 */

export const commitmentLimits = {
  title: 200,
  criterion: 1_000,
  budget: 120,
  words: 2_000,
  parts: 20,
  weight: 1_000,
  /** The latest day that can be promised, and reviewed, in days from now. */
  days: 3_650,
} as const;

export const CommitmentState = z.enum(commitmentStates).meta({ id: "CommitmentState" });
export type CommitmentState = z.infer<typeof CommitmentState>;
export const ReviewOutcome = z.enum(reviewOutcomes).meta({ id: "ReviewOutcome" });
export type ReviewOutcome = z.infer<typeof ReviewOutcome>;

/** What a commitment comes from: a decision of a debate, a project that a funding round pays, or an incident. */
export const commitmentSources = ["decision", "project", "incident"] as const;
export const CommitmentSource = z
  .object({
    kind: z.enum(commitmentSources),
    id: Id,
    /** What it was called then. */
    title: z.string(),
    /** The debate that led there, where one did. */
    debateId: Id.nullable(),
    /** The round that pays for the project; null of all else. */
    roundId: Id.nullable(),
  })
  .meta({ id: "CommitmentSource" });
export type CommitmentSource = z.infer<typeof CommitmentSource>;

const summary = {
  id: Id,
  communityId: Id,
  /** The commitment that this one is a part of. */
  parentId: Id.nullable(),
  /** How much it counts in the progress of that, beside its other parts. */
  weight: z.int(),
  source: CommitmentSource,
  title: z.string(),
  /** By what anybody can measure whether it was kept. */
  criterion: z.string(),
  /** What it may cost, in words. */
  budget: z.string().nullable(),
  owner: Author,
  dueAt: Moment,
  /** When others review what came of it; parts have no review of their own. */
  reviewAt: Moment.nullable(),
  state: CommitmentState,
  /** In whole per cent: as its parts are, by their weights, or as its owner reported last. */
  progress: z.int().min(0).max(100),
  partCount: z.int(),
  /** When it was reported to be done in full; null while it is not. */
  doneAt: Moment.nullable(),
  createdAt: Moment,
  version: Version,
};

export const CommitmentSummary = z.object(summary).meta({ id: "CommitmentSummary" });
export type CommitmentSummary = z.infer<typeof CommitmentSummary>;

export const ProgressUpdate = z
  .object({
    id: Id,
    percent: z.int(),
    words: z.string(),
    evidence: z.object({ title: z.string(), url: z.string() }),
    by: Author,
    at: Moment,
    /** The dispute whose ruling found it to be false; it counts no more. */
    foundFalseBy: Id.nullable(),
  })
  .meta({ id: "ProgressUpdate" });
export type ProgressUpdate = z.infer<typeof ProgressUpdate>;

/** A part that was added to a whole later: its progress is that of the parts from then on, and may have fallen. */
export const PartAddition = z
  .object({
    part: z.object({ id: Id, title: z.string() }),
    by: Author,
    at: Moment,
    /** The progress of the whole just before, and with it, in whole per cent. */
    before: z.int().min(0).max(100),
    since: z.int().min(0).max(100),
  })
  .meta({ id: "PartAddition" });
export type PartAddition = z.infer<typeof PartAddition>;

export const Commitment = z
  .object({
    ...summary,
    proposedBy: Author,
    /** The answer of its owner; null before. */
    answer: z.object({ isYes: z.boolean(), reason: z.string(), at: Moment }).nullable(),
    /** Whether its owner is a member still; if not, it needs another one. */
    hasOwner: z.boolean(),
    parent: z.object({ id: Id, title: z.string() }).nullable(),
    parts: z.array(CommitmentSummary),
    /** The newest first. */
    updates: z.array(ProgressUpdate),
    /** The newest first. */
    additions: z.array(PartAddition),
    review: z
      .object({
        outcome: ReviewOutcome,
        words: z.string(),
        by: Author,
        at: Moment,
        /** Whether the debate was taken up again because of it. */
        reopened: z.boolean(),
      })
      .nullable(),
    /** Whether the caller chose to be told of it; shown to nobody else. */
    isFollowed: z.boolean(),
    can: z.object({
      follow: z.boolean(),
      edit: z.boolean(),
      addPart: z.boolean(),
      withdraw: z.boolean(),
      answer: z.boolean(),
      report: z.boolean(),
      review: z.boolean(),
      /** Whether a review may take the debate up again. */
      reopen: z.boolean(),
    }),
  })
  .meta({ id: "Commitment" });
export type Commitment = z.infer<typeof Commitment>;

const commitmentsPath = "/api/communities/:communityId/commitments";
const commitmentPath = `${commitmentsPath}/:commitmentId` as const;
const commitmentParams = communityParams.extend({ commitmentId: Id });

export const listCommitments = endpoint({
  name: "listCommitments",
  summary: "What was promised here, the newest first; parts come with what they are parts of",
  method: "GET",
  path: commitmentsPath,
  access: "public",
  params: communityParams,
  query: PageQuery.extend({
    debateId: Id.optional(),
    /** The decision or the project that they come from. */
    sourceId: Id.optional(),
    ownerId: Id.optional(),
  }),
  reply: pageOf(CommitmentSummary).extend({ can: z.object({ propose: z.boolean() }) }),
});

export const readCommitment = endpoint({
  name: "readCommitment",
  summary: "A commitment: where it stands, its parts, reports and review",
  method: "GET",
  path: commitmentPath,
  access: "public",
  params: commitmentParams,
  reply: Commitment,
});

const terms = {
  title: line(commitmentLimits.title, 3),
  criterion: prose(commitmentLimits.criterion).min(3),
  /** A member. It is theirs once they say yes. */
  ownerId: Id,
  dueAt: Moment,
};
const Weight = z.int().min(1).max(commitmentLimits.weight);
const Budget = line(commitmentLimits.budget).nullable();

export const proposeCommitment = endpoint({
  name: "proposeCommitment",
  summary: "Ask a member to commit to what a decision asks for, as a whole or with parts",
  method: "POST",
  path: commitmentsPath,
  access: "member",
  params: communityParams,
  body: z.strictObject({
    source: z.strictObject({ kind: z.literal("decision"), id: Id }),
    ...terms,
    budget: Budget.default(null),
    /** Not before it is due. */
    reviewAt: Moment,
    parts: z
      .array(z.strictObject({ ...terms, weight: Weight.default(1) }))
      .max(commitmentLimits.parts)
      .default([]),
  }),
  reply: Commitment,
  limit: { max: 60, perSeconds: 3_600 },
});

export const editCommitment = endpoint({
  name: "editCommitment",
  summary:
    "Change what nobody has said yes to yet, or hand on what lost its owner; the owner is asked anew",
  method: "PATCH",
  path: commitmentPath,
  access: "member",
  params: commitmentParams,
  body: z.strictObject({
    title: terms.title.optional(),
    criterion: terms.criterion.optional(),
    ownerId: terms.ownerId.optional(),
    dueAt: terms.dueAt.optional(),
    /** Of a part there is none. */
    reviewAt: Moment.optional(),
    budget: Budget.optional(),
    weight: Weight.optional(),
    version: Version,
  }),
  reply: Commitment,
});

export const addCommitmentPart = endpoint({
  name: "addCommitmentPart",
  summary:
    "Add a part to a commitment that is not over: its owner is asked, and the progress of the whole follows from all parts",
  method: "POST",
  path: `${commitmentPath}/parts`,
  access: "member",
  params: commitmentParams,
  body: z.strictObject({
    ...terms,
    weight: Weight.default(1),
    /** Of the whole. */
    version: Version,
  }),
  reply: Commitment,
  limit: { max: 60, perSeconds: 3_600 },
});

export const answerCommitment = endpoint({
  name: "answerCommitment",
  summary:
    "Say yes or no to what one is asked to commit to, in the words of that version; with a yes or no to a whole, to one's own parts of it too",
  method: "PUT",
  path: `${commitmentPath}/answer`,
  access: "member",
  params: commitmentParams,
  body: z.strictObject({
    accept: z.boolean(),
    reason: prose(commitmentLimits.words).default(""),
    version: Version,
  }),
  reply: Commitment,
});

export const withdrawCommitment = endpoint({
  name: "withdrawCommitment",
  summary: "Withdraw what nobody has said yes to",
  method: "POST",
  path: `${commitmentPath}/withdrawal`,
  access: "member",
  repeatable: true,
  params: commitmentParams,
  reply: Commitment,
});

export const reportProgress = endpoint({
  name: "reportProgress",
  summary: "Report progress of one's commitment, with a link to evidence of it",
  method: "POST",
  path: `${commitmentPath}/updates`,
  access: "member",
  params: commitmentParams,
  body: z.strictObject({
    percent: z.int().min(0).max(100),
    words: prose(commitmentLimits.words).min(3),
    evidence: z.strictObject({ title: line(200), url: WebAddress }),
  }),
  reply: Commitment,
  limit: { max: 60, perSeconds: 3_600 },
});

export const followCommitment = endpoint({
  name: "followCommitment",
  summary:
    "Choose whether one is told of progress, delay and review of a commitment and its parts, whether one follows the debate or not",
  method: "PUT",
  path: `${commitmentPath}/following`,
  access: "member",
  whileSuspended: true,
  params: commitmentParams,
  body: z.strictObject({ follow: z.boolean() }),
});

export const reviewCommitment = endpoint({
  name: "reviewCommitment",
  summary:
    "Say what came of a commitment: it worked, is to be changed, or is given up; the latter two can take the debate up again",
  method: "PUT",
  path: `${commitmentPath}/review`,
  access: "member",
  params: commitmentParams,
  body: z.strictObject({
    outcome: ReviewOutcome,
    words: prose(commitmentLimits.words).min(3),
    /** Whether the debate goes back to deliberation, where another decision can be prepared. */
    reopens: z.boolean().default(false),
    version: Version,
  }),
  reply: Commitment,
});

export const Promises = z
  .object({
    promised: z.int(),
    kept: z.int(),
    keptLate: z.int(),
    running: z.int(),
    overdue: z.int(),
    changed: z.int(),
    revoked: z.int(),
    /** Of those whose fate is known, in whole per cent rounded down; null of none. */
    keptPercent: z.int().nullable(),
  })
  .meta({ id: "Promises" });
export type Promises = z.infer<typeof Promises>;

export const countCommitments = endpoint({
  name: "countCommitments",
  summary: "How much of what was promised was kept: in all, and by the year in which it was due",
  method: "GET",
  path: "/api/communities/:communityId/commitment-counts",
  access: "public",
  params: communityParams,
  reply: z.object({
    all: Promises,
    years: z.array(z.object({ year: z.int(), counts: Promises })),
  }),
});

/** Something happened to a commitment, by somebody or by the clock; readers fetch it anew. */
export const commitmentChanged = event({
  name: "commitment.changed",
  payload: z.object({ communityId: Id, commitmentId: Id, parentId: Id.nullable() }),
  room: communityRoom,
});

export const commitmentEndpoints = [
  listCommitments,
  readCommitment,
  proposeCommitment,
  editCommitment,
  addCommitmentPart,
  answerCommitment,
  withdrawCommitment,
  reportProgress,
  followCommitment,
  reviewCommitment,
  countCommitments,
];
export const commitmentEvents = [commitmentChanged];
