import { z } from "zod";
import {
  AppealGround,
  DecisionFault,
  Dispute,
  DisputeKind,
  disputeLimits,
  disputeParams,
  disputePath,
  disputesPath,
  DisputeStage,
  DisputeSummary,
  Evidence,
  Grounds,
  Remedy,
  Ruling,
} from "./disputed.ts";
import { endpoint } from "./endpoint.ts";
import { accountRoom, communityRoom, event } from "./event.ts";
import { communityParams, Id, Version } from "./ids.ts";
import { juryEndpoints } from "./juries.ts";
import { pageOf, PageQuery } from "./page.ts";
import { prose } from "./text.ts";

export * from "./disputed.ts";
export * from "./juries.ts";

const Sources = z.array(Evidence).max(disputeLimits.evidence).default([]);
const hours = (most: number) => z.int().min(1).max(most);

export const DisputeSettings = z
  .object({
    statementsHours: hours(720),
    /** For telling nonces. */
    drawingHours: hours(168),
    deliberationHours: hours(720),
    votingHours: hours(336),
    revealingHours: hours(168),
    /** The share of the members, in per cent, whose signatures bring a ruling before the community. */
    signaturesPercent: z.int().min(1).max(100),
    /** Whether a decision that is disputed has no effect until the ruling. */
    suspendsDecisions: z.boolean(),
    version: Version,
  })
  .meta({ id: "DisputeSettings" });
export type DisputeSettings = z.infer<typeof DisputeSettings>;

export const readDisputeSettings = endpoint({
  name: "readDisputeSettings",
  summary: "How long each stage of a dispute lasts here, and what else holds",
  method: "GET",
  path: "/api/communities/:communityId/dispute-settings",
  access: "public",
  params: communityParams,
  reply: DisputeSettings,
});

export const changeDisputeSettings = endpoint({
  name: "changeDisputeSettings",
  summary: "Change how long stages last; cases under way keep the times they were given",
  method: "PUT",
  path: "/api/communities/:communityId/dispute-settings",
  access: "owner",
  params: communityParams,
  body: z.strictObject(DisputeSettings.shape),
  reply: DisputeSettings,
});

export const openDispute = endpoint({
  name: "openDispute",
  summary:
    "Appeal an action about oneself, bring a conflict with a member, or dispute a decision or a report of progress",
  method: "POST",
  path: disputesPath,
  access: "member",
  whileSuspended: true,
  params: communityParams,
  body: z.discriminatedUnion("kind", [
    z.strictObject({
      kind: z.literal("action"),
      actionId: Id,
      grounds: Grounds,
      evidence: Sources,
    }),
    z.strictObject({
      kind: z.literal("conflict"),
      respondentId: Id,
      /** The rule that is said to be broken. */
      rule: z.int().min(1).max(10_000).nullable().default(null),
      grounds: Grounds,
      evidence: Sources,
      remedy: Remedy,
    }),
    z.strictObject({
      kind: z.literal("decision"),
      decisionId: Id,
      about: DecisionFault,
      grounds: Grounds,
      evidence: Sources,
    }),
    z.strictObject({
      kind: z.literal("commitment"),
      commitmentId: Id,
      /** The report on it that is said to be false. */
      updateId: Id,
      grounds: Grounds,
      evidence: Sources,
    }),
  ]),
  reply: Dispute,
  limit: { max: 20, perSeconds: 86_400 },
});

export const listDisputes = endpoint({
  name: "listDisputes",
  summary: "Cases, the latest first; without names and words where they concern the reader not",
  method: "GET",
  path: disputesPath,
  access: "public",
  params: communityParams,
  query: PageQuery.extend({
    kind: DisputeKind.optional(),
    stage: DisputeStage.optional(),
    rule: z.coerce.number().int().min(1).max(10_000).optional(),
    actionId: Id.optional(),
    decisionId: Id.optional(),
    commitmentId: Id.optional(),
    /** Those in which the caller is a party, a mediator or a juror. */
    mine: z.enum(["true", "false"]).default("false"),
  }),
  reply: pageOf(DisputeSummary),
});

export const readDispute = endpoint({
  name: "readDispute",
  summary: "A case: its stage, juries, rulings, and what the reader may do in it",
  method: "GET",
  path: disputePath,
  access: "public",
  params: disputeParams,
  reply: Dispute,
});

export const listPrecedents = endpoint({
  name: "listPrecedents",
  summary: "Rulings on cases like this one: under the same rule, and on similar words",
  method: "GET",
  path: `${disputePath}/precedents`,
  access: "public",
  params: disputeParams,
  reply: z.object({
    items: z.array(
      z.object({
        dispute: DisputeSummary,
        ruling: Ruling,
        isSameRule: z.boolean(),
        /** From 0 to 1: how much the grounds have in common. */
        likeness: z.number(),
      }),
    ),
  }),
});

export const withdrawDispute = endpoint({
  name: "withdrawDispute",
  summary: "Withdraw one's case before votes are told, as after a settlement",
  method: "POST",
  path: `${disputePath}/withdrawal`,
  access: "member",
  whileSuspended: true,
  params: disputeParams,
  reply: Dispute,
});

export const proposeMediator = endpoint({
  name: "proposeMediator",
  summary: "Propose who mediates, or accept whom the other side proposed by naming the same",
  method: "PUT",
  path: `${disputePath}/mediator`,
  access: "member",
  whileSuspended: true,
  params: disputeParams,
  body: z.strictObject({ participantId: Id }),
  reply: Dispute,
});

export const closeMediation = endpoint({
  name: "closeMediation",
  summary: "Want no more mediation; once both sides do, the case goes on to a jury",
  method: "POST",
  path: `${disputePath}/mediation/close`,
  access: "member",
  whileSuspended: true,
  params: disputeParams,
  reply: Dispute,
});

export const addDisputeStatement = endpoint({
  name: "addDisputeStatement",
  summary: "Say something to one's case, with evidence",
  method: "POST",
  path: `${disputePath}/statements`,
  access: "member",
  whileSuspended: true,
  params: disputeParams,
  body: z.strictObject({
    text: prose(disputeLimits.statement).min(1),
    evidence: Sources,
  }),
  reply: Dispute,
});

export const closeStatements = endpoint({
  name: "closeStatements",
  summary: "Have said all; once both sides have, the jury is drawn",
  method: "POST",
  path: `${disputePath}/statements/close`,
  access: "member",
  whileSuspended: true,
  params: disputeParams,
  reply: Dispute,
});

export const appealRuling = endpoint({
  name: "appealRuling",
  summary: "Appeal a ruling, once, on new evidence or a fault of procedure, to a larger jury",
  method: "POST",
  path: `${disputePath}/appeal`,
  access: "member",
  whileSuspended: true,
  params: disputeParams,
  body: z.strictObject({ on: AppealGround, grounds: Grounds }),
  reply: Dispute,
});

export const signForDecision = endpoint({
  name: "signForDecision",
  summary: "Ask that the community decides in place of the last jury",
  method: "PUT",
  path: `${disputePath}/signature`,
  access: "member",
  params: disputeParams,
  reply: Dispute,
});

export const withdrawSignature = endpoint({
  name: "withdrawSignature",
  summary: "Ask for that no more",
  method: "DELETE",
  path: `${disputePath}/signature`,
  access: "member",
  params: disputeParams,
  reply: Dispute,
});

/** A case is at another stage, or something was added to it; readers fetch it under their own rights. */
export const disputeChanged = event({
  name: "dispute.changed",
  payload: z.object({ communityId: Id, disputeId: Id, stage: DisputeStage, level: z.int() }),
  room: communityRoom,
});

/** Something was said to those in a case alone; each of them is told by themselves, as nobody else may know of them. */
export const juryChanged = event({
  name: "jury.changed",
  payload: z.object({ accountId: Id, communityId: Id, disputeId: Id }),
  room: accountRoom,
});

export const disputeEndpoints = [
  ...juryEndpoints,
  readDisputeSettings,
  changeDisputeSettings,
  openDispute,
  listDisputes,
  readDispute,
  listPrecedents,
  withdrawDispute,
  proposeMediator,
  closeMediation,
  addDisputeStatement,
  closeStatements,
  appealRuling,
  signForDecision,
  withdrawSignature,
] as const;
export const disputeEvents = [disputeChanged, juryChanged] as const;
