import { z } from "zod";
import type { LossReason } from "#shared/delegation/resolve.ts";
import { scopes } from "#shared/delegation/scope.ts";
import { Amount } from "#shared/voting/tally.ts";
import { endpoint } from "./endpoint.ts";
import { communityRoom, event } from "./event.ts";
import { Author, communityParams, Id, Moment } from "./ids.ts";

/*
 * Standing choices that another votes for somebody: in one debate, in all debates of a topic, or in the whole community.
 * The narrowest one counts, a ballot of one's own before all, and what somebody carries goes on with what they have.
 */

export const delegationLimits = {
  /** People between whom somebody can split their vote in one scope. */
  delegates: 10,
  /** Debates and topics for which somebody can choose. */
  choices: 100,
  /** How long a choice stands at most, and unless said. */
  days: 365,
  /** How long before its end its owner is told. */
  warnDays: 7,
  /** How many delegations to the reader are listed. */
  received: 200,
  /** How many edges and carriers a picture of flows has at most. */
  shown: 500,
} as const;

export const DelegationScope = z.enum(scopes).meta({ id: "DelegationScope" });
export type DelegationScope = z.infer<typeof DelegationScope>;

/** The debate's id or the topic's; null for the whole community. */
const About = z
  .string()
  .regex(/^([a-z]{1,40}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/)
  .nullable();

/** For what a choice holds. */
export const DelegationSubject = z
  .object({
    scope: DelegationScope,
    about: z.string().nullable(),
    /** A debate's question, or what the community calls a topic; null for a usual topic's usual name, and for the community. */
    name: z.string().nullable(),
  })
  .meta({ id: "DelegationSubject" });
export type DelegationSubject = z.infer<typeof DelegationSubject>;

/** One of those who vote for somebody, and with how much of their vote. */
export const GivenDelegation = z
  .object({ id: Id, to: Author, percent: z.int(), madeAt: Moment, expiresAt: Moment })
  .meta({ id: "GivenDelegation" });
export type GivenDelegation = z.infer<typeof GivenDelegation>;

/** Who votes for somebody in one scope. */
export const DelegationChoice = z
  .object({
    subject: DelegationSubject,
    delegates: z.array(GivenDelegation),
    /** Goes up with each change; 0 where nothing was ever chosen. */
    version: z.int(),
    /** Who is in a circle with the reader: what is delegated in it counts as an abstention. Empty where there is none. */
    cycle: z.array(Author),
  })
  .meta({ id: "DelegationChoice" });
export type DelegationChoice = z.infer<typeof DelegationChoice>;

export const ReceivedDelegation = z
  .object({
    id: Id,
    from: Author,
    subject: DelegationSubject,
    percent: z.int(),
    madeAt: Moment,
    expiresAt: Moment,
  })
  .meta({ id: "ReceivedDelegation" });
export type ReceivedDelegation = z.infer<typeof ReceivedDelegation>;

/** Hundredths of one person's vote. */
const Hundredths = z.int();

export const DelegationFlow = z
  .object({
    from: Author,
    to: Author,
    percent: z.int(),
    scope: DelegationScope,
    madeAt: Moment,
    expiresAt: Moment,
    /** What goes this way, with what is passed on. */
    weight: Hundredths,
    /** It leads in a circle, so that nothing arrives. */
    isCycle: z.boolean(),
  })
  .meta({ id: "DelegationFlow" });
export type DelegationFlow = z.infer<typeof DelegationFlow>;

export const DelegationFlows = z
  .object({
    subject: DelegationSubject,
    /** Members now, and how many of them delegate. */
    memberCount: z.int(),
    delegating: z.int(),
    /** The most that one person may carry for others, in per cent of the electorate; null where nobody can delegate. */
    capPercent: z.int().nullable(),
    /** Those who would carry most if nobody voted who delegates, the largest first. */
    carriers: z.array(z.object({ person: Author, weight: Hundredths, isOverCap: z.boolean() })),
    carrierCount: z.int(),
    /** The largest first. */
    flows: z.array(DelegationFlow),
    flowCount: z.int(),
  })
  .meta({ id: "DelegationFlows" });
export type DelegationFlows = z.infer<typeof DelegationFlows>;

const path = "/api/communities/:communityId/delegations";
const Subject = { scope: DelegationScope, about: About.default(null) };

export const readDelegationFlows = endpoint({
  name: "readDelegationFlows",
  summary: "Who delegates to whom for the community, a topic or a debate, and who carries how much",
  method: "GET",
  path,
  access: "public",
  params: communityParams,
  query: z.object({
    scope: DelegationScope.default("community"),
    about: About.unwrap().optional(),
    limit: z.coerce.number().int().min(1).max(delegationLimits.shown).default(50),
  }),
  reply: DelegationFlows,
});

export const listMyDelegations = endpoint({
  name: "listMyDelegations",
  summary: "Who votes for the caller, and for whom the caller votes",
  method: "GET",
  path: `${path}/mine`,
  access: "member",
  params: communityParams,
  reply: z.object({
    /** The community's first, then those of topics and debates. */
    given: z.array(DelegationChoice),
    /** The newest first. */
    received: z.array(ReceivedDelegation),
    receivedCount: z.int(),
    /** The most that one person may carry for others, in per cent of the electorate; null where nobody can delegate. */
    capPercent: z.int().nullable(),
  }),
});

export const setDelegations = endpoint({
  name: "setDelegations",
  summary:
    "Choose who votes for the caller in one scope, in place of who did; nobody where the list is empty",
  method: "PUT",
  path,
  access: "member",
  params: communityParams,
  body: z.strictObject({
    ...Subject,
    delegates: z
      .array(z.strictObject({ to: Id, percent: z.int().min(1).max(100) }))
      .max(delegationLimits.delegates),
    /** When the choice ends by itself; in 365 days unless said. */
    expiresAt: Moment.nullable().default(null),
    /** Of what is replaced; 0 where nothing stands. */
    version: z.int().min(0),
  }),
  reply: DelegationChoice,
  limit: { max: 120, perSeconds: 60 },
});

export const revokeDelegation = endpoint({
  name: "revokeDelegation",
  summary: "Take back a delegation at once",
  method: "DELETE",
  path: `${path}/:delegationId`,
  access: "member",
  params: communityParams.extend({ delegationId: Id }),
  reply: DelegationChoice,
});

/** Why part of a vote that was delegated counts as an abstention. */
const lossReasons = ["nobody-votes", "cycle", "cap"] as const satisfies readonly LossReason[];

/** Who votes for the reader in a decision as things stand, and for whom the reader votes. */
export const DelegationExplained = z
  .object({
    /** Whether delegations count in this decision. */
    isAllowed: z.boolean(),
    isElector: z.boolean(),
    /** Then the reader's delegations count for nothing here. */
    hasVoted: z.boolean(),
    /** Whom the reader has chosen for this debate: the narrowest choice. */
    given: z.array(z.object({ to: Author, percent: z.int(), scope: DelegationScope })),
    /** Where the reader's vote is now, the largest part first. */
    parts: z.array(
      z.object({
        /** In per cent of the reader's vote. */
        share: z.number(),
        /** Who votes with it; null where nobody does. */
        by: Author.nullable(),
        /** From the reader to there, both included. */
        path: z.array(Author),
        /** Why nobody does. */
        reason: z.enum(lossReasons).nullable(),
      }),
    ),
    /** Others' votes that go with the reader's ballot, or would if the reader voted. */
    carries: z.object({ people: z.int(), weight: Amount, unit: Amount }),
  })
  .meta({ id: "DelegationExplained" });
export type DelegationExplained = z.infer<typeof DelegationExplained>;

export const explainDelegation = endpoint({
  name: "explainDelegation",
  summary: "Who votes for the caller in a decision as things stand, through whom, or why nobody",
  method: "GET",
  path: "/api/communities/:communityId/decisions/:decisionId/delegation",
  access: "member",
  params: communityParams.extend({ decisionId: Id }),
  reply: DelegationExplained,
});

/** Somebody delegates to somebody else now, or not any more, or other rules hold for it. */
export const delegationsChanged = event({
  name: "delegations.changed",
  payload: z.object({ communityId: Id }),
  room: communityRoom,
});

export const delegationEndpoints = [
  readDelegationFlows,
  listMyDelegations,
  setDelegations,
  revokeDelegation,
  explainDelegation,
];
export const delegationEvents = [delegationsChanged];
