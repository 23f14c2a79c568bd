import { z } from "zod";
import { Choice, DrawWarning, Party } from "#shared/lottery/index.ts";
import { Author, communityParams, Id, Moment, Version } from "./ids.ts";
import { line, prose, WebAddress } from "./text.ts";

export const disputeLimits = {
  grounds: 5_000,
  remedy: 2_000,
  statement: 10_000,
  statements: 20,
  evidence: 20,
  declaration: 1_000,
  question: 1_000,
  message: 5_000,
  reason: 5_000,
  appealDays: 14,
  mediationDays: 7,
  answerHours: 48,
} as const;

/** What a dispute is about: a moderator's action, a conflict between members, a decision, or what was reported on a commitment. */
export const disputeKinds = ["action", "conflict", "decision", "commitment"] as const;
export const DisputeKind = z.enum(disputeKinds).meta({ id: "DisputeKind" });
export type DisputeKind = z.infer<typeof DisputeKind>;

export const disputeStages = [
  /** The two of a conflict look for a way out by themselves, with somebody both accept. */
  "mediation",
  /** Both sides say what they have to say, and commit to nonces. */
  "statements",
  /** Those who can be drawn are fixed; the randomness is not known yet. */
  "drawing",
  /** Those who were drawn are asked. */
  "summoning",
  /** The jury asks, hears and talks. */
  "deliberation",
  /** Jurors commit to their votes. */
  "voting",
  /** Jurors tell their votes. */
  "revealing",
  /** The ruling is published; it can be appealed until `appealUntil`. */
  "ruled",
  /** The community decides, where there are too few for a jury or enough members asked for it. */
  "community",
  /** The claimant has withdrawn it, as after a settlement. */
  "withdrawn",
] as const;
export const DisputeStage = z.enum(disputeStages).meta({ id: "DisputeStage" });
export type DisputeStage = z.infer<typeof DisputeStage>;

/** Whether a decision was held as its rules say, or by those who may. */
export const DecisionFault = z.enum(["procedure", "eligibility"]);
export const AppealGround = z.enum(["new-evidence", "fault-of-procedure"]);
export type AppealGround = z.infer<typeof AppealGround>;
/** How somebody stands in a case. */
export const Side = z.enum(["claimant", "respondent", "mediator"]);
export type Side = z.infer<typeof Side>;

export const Grounds = prose(disputeLimits.grounds).min(10);
export const Remedy = prose(disputeLimits.remedy).min(3);
export const Evidence = z.strictObject({ title: line(200), url: WebAddress });

export const DisputeStatement = z
  .object({
    id: Id,
    side: Side,
    /** The jury before which it was made. */
    level: z.int(),
    text: z.string(),
    evidence: z.array(z.object({ title: z.string(), url: z.string() })),
    at: Moment,
  })
  .meta({ id: "DisputeStatement" });
export type DisputeStatement = z.infer<typeof DisputeStatement>;

export const Ruling = z
  .object({
    choice: Choice,
    counts: z.object({ overturn: z.int(), modify: z.int(), uphold: z.int() }),
    seats: z.int(),
    turnout: z.int(),
    /** How many had to vote. */
    quorum: z.int(),
    /** Too few voted: the less restrictive state holds. */
    lacksTurnout: z.boolean(),
    /** By a vote of the community in place of a jury. */
    byCommunity: z.boolean(),
    /** What each juror found and why, and what they declared about themselves; without names, in no order. */
    reasons: z.array(
      z.object({ choice: Choice, reason: z.string(), declaration: z.string().nullable() }),
    ),
    /** The commitments to the votes; whoever voted finds their own. */
    commitments: z.array(z.string()),
    /** Who judged; not who voted how. */
    jurors: z.array(Author),
    at: Moment,
  })
  .meta({ id: "Ruling" });
export type Ruling = z.infer<typeof Ruling>;

/**
 * One jury of a case: the first, or the one that it was appealed to; or, with no seats wanted, the vote of the community
 * that members asked for after the last.
 */
export const DisputeLevel = z
  .object({
    level: z.int(),
    /** On what and why the ruling before was appealed; the words are for those who are in the case. */
    appeal: z.object({ on: AppealGround, grounds: z.string().nullable() }).nullable(),
    /** How many seats the rules ask for, and how many are filled; null before the pool is fixed. */
    wanted: z.int(),
    seats: z.int().nullable(),
    /** How many of them are taken by now; how many were asked for and are not answered. */
    taken: z.int(),
    asked: z.int(),
    /** How many jurors have committed to a vote, and how many have told it; never what it is. */
    committed: z.int(),
    told: z.int(),
    poolSize: z.int().nullable(),
    poolHash: z.string().nullable(),
    warnings: z.array(DrawWarning),
    /** What each party has thrown into the draw. */
    nonces: z.array(z.object({ party: Party, isTold: z.boolean() })),
    ruling: Ruling.nullable(),
  })
  .meta({ id: "DisputeLevel" });
export type DisputeLevel = z.infer<typeof DisputeLevel>;

/** What is disputed, as far as everybody may know. */
export const DisputeSubject = z
  .discriminatedUnion("kind", [
    z.object({
      kind: z.literal("action"),
      actionId: Id,
      /** What was done: `remove`, `suspend` and so on. */
      action: z.string(),
    }),
    z.object({ kind: z.literal("conflict") }),
    z.object({
      kind: z.literal("decision"),
      decisionId: Id,
      debateId: Id,
      title: z.string(),
      about: DecisionFault,
    }),
    z.object({
      kind: z.literal("commitment"),
      commitmentId: Id,
      /** The report that is said to be false. */
      updateId: Id,
      title: z.string(),
    }),
  ])
  .meta({ id: "DisputeSubject" });
export type DisputeSubject = z.infer<typeof DisputeSubject>;

const head = {
  id: Id,
  communityId: Id,
  subject: DisputeSubject,
  /** The rule that it is about, by its words now. */
  rule: z.object({ number: z.int(), title: z.string() }).nullable(),
  stage: DisputeStage,
  level: z.int(),
  /** When the stage ends by the clock; null where it does not. */
  dueAt: Moment.nullable(),
  openedAt: Moment,
  endedAt: Moment.nullable(),
  /** What the last jury found. */
  choice: Choice.nullable(),
};

export const DisputeSummary = z.object(head).meta({ id: "DisputeSummary" });
export type DisputeSummary = z.infer<typeof DisputeSummary>;

/** How the reader stands in a case. */
const mine = z.object({
  side: Side.nullable(),
  /** What is thrown into the draw is thrown in as. */
  party: Party.nullable(),
  hasCommittedNonce: z.boolean(),
  hasToldNonce: z.boolean(),
  hasClosedMediation: z.boolean(),
  proposedMediatorId: Id.nullable(),
  /** Whom the other side asks to mediate; naming the same agrees. */
  otherMediator: Author.nullable(),
  hasClosedStatements: z.boolean(),
  /** Whether the other side wants no more mediation, or has said all. */
  hasOtherClosed: z.boolean(),
  hasSigned: z.boolean(),
  /** The seat that the reader was asked to take, or has. */
  seat: z
    .object({
      status: z.enum(["invited", "serving", "declined", "no-answer", "did-not-vote"]),
      /** What the juror is called in the draw, and with which salt. */
      pseudonym: z.string(),
      salt: z.string(),
      dueAt: Moment.nullable(),
      hasCommitted: z.boolean(),
      /** The commitment that counts, for the browser that keeps what opens it. */
      commitment: z.string().nullable(),
      hasVoted: z.boolean(),
      hasAsked: z.boolean(),
    })
    .nullable(),
});

export const Dispute = z
  .object({
    ...head,
    /** Null to whom it does not concern. */
    claimant: Author.nullable(),
    respondent: Author.nullable(),
    mediator: Author.nullable(),
    grounds: z.string().nullable(),
    remedy: z.string().nullable(),
    /** What was brought along with the grounds; null to whom it does not concern. */
    evidence: z.array(z.object({ title: z.string(), url: z.string() })).nullable(),
    /** What both sides said; null to whom it does not concern. */
    statements: z.array(DisputeStatement).nullable(),
    levels: z.array(DisputeLevel),
    appealUntil: Moment.nullable(),
    /** How long its stages last, in hours: as it was when it was opened. */
    hours: z.object({
      statements: z.int(),
      drawing: z.int(),
      deliberation: z.int(),
      voting: z.int(),
      revealing: z.int(),
    }),
    /** Whether what is disputed has no effect until the ruling. */
    isSuspended: z.boolean(),
    /** Members who ask that the community decides; null where they can't. */
    signatures: z.object({ count: z.int(), needed: z.int() }).nullable(),
    /** The vote of the community. */
    decision: z.object({ decisionId: Id, debateId: Id }).nullable(),
    version: Version,
    mine,
    can: z.object({
      readAll: z.boolean(),
      /** Whether the reader may read what the disputed action was about. */
      readContent: z.boolean(),
      withdraw: z.boolean(),
      proposeMediator: z.boolean(),
      closeMediation: z.boolean(),
      state: z.boolean(),
      closeStatements: z.boolean(),
      commitNonce: z.boolean(),
      tellNonce: z.boolean(),
      answerSummons: z.boolean(),
      ask: z.boolean(),
      deliberate: z.boolean(),
      commitVote: z.boolean(),
      tellVote: z.boolean(),
      appeal: z.boolean(),
      sign: z.boolean(),
    }),
  })
  .meta({ id: "Dispute" });
export type Dispute = z.infer<typeof Dispute>;

export const disputesPath = "/api/communities/:communityId/disputes";
export const disputePath = `${disputesPath}/:disputeId` as const;
export const disputeParams = communityParams.extend({ disputeId: Id });
