import { z } from "zod";
import { Weighting } from "#shared/counting/weighting.ts";
import { Receipt } from "#shared/recount/receipt.ts";
import { Ballot, MethodId, Settings } from "#shared/voting/index.ts";
import { OutcomeView, Quorum, Threshold } from "#shared/voting/outcome.ts";
import { Amount, TallyView } from "#shared/voting/tally.ts";
import { endpoint } from "./endpoint.ts";
import { GroupRun, GroupSupport } from "./group-support.ts";
import { SnapshotFacts } from "./holdings.ts";
import { Author, debateParams, Id, Moment, Version } from "./ids.ts";
import { pageOf, PageQuery } from "./page.ts";
import { line, prose } from "./text.ts";

export const Secrecy = z.enum(["public", "secret-until-close", "secret"]);
export type Secrecy = z.infer<typeof Secrecy>;
export { Weighting } from "#shared/counting/weighting.ts";
export const TieBreakRule = z.enum(["none", "lot", "chair"]);
export type TieBreakRule = z.infer<typeof TieBreakRule>;
/** Whether voters can say why they vote as they do. */
export const BallotReasons = z.enum(["off", "optional"]);
export const DecisionStatus = z.enum([
  "scheduled",
  "open",
  /** voting has ended, and many ballots are being counted */
  "counting",
  "closed",
  "cancelled",
  "annulled",
]);
export type DecisionStatus = z.infer<typeof DecisionStatus>;

/** Who votes: the members with one of these roles at the moment of opening. */
export const Electorate = z.strictObject({
  roles: z
    .array(z.enum(["owner", "moderator", "member"]))
    .min(1)
    .max(3),
});

const Title = line(200, 3);
const Reason = prose(2_000).min(10);

/** The rules of a decision; fixed once it opens. */
export const DecisionRules = z.strictObject({
  title: Title,
  settings: Settings,
  secrecy: Secrecy,
  /** Whether the count is shown while votes come in; public decisions only. */
  liveResults: z.boolean().default(false),
  weighting: Weighting.default({ kind: "one-person" }),
  electorate: Electorate.default({ roles: ["owner", "moderator", "member"] }),
  quorum: Quorum.nullable(),
  threshold: Threshold.nullable(),
  /**
   * A share that whatever is decided for must have in every opinion group of the map as it is when voting opens, of those of
   * the group who take sides, each person counted once; not where votes are secret.
   */
  groupMajority: Threshold.nullable().default(null),
  tieBreak: TieBreakRule.default("none"),
  reasons: BallotReasons.default("off"),
  /** Whether votes that were cast on paper are taken too; not where votes are secret. */
  takesPaper: z.boolean().default(false),
  /** An earlier decision of this debate that decided nothing; its options are chosen from. */
  runoffOf: Id.nullable().default(null),
  /**
   * The positions to choose between; all that stand where left out. Where the method says itself what
   * can be chosen (consent, yes or no), the one position that is voted on; the only one that stands
   * where left out.
   */
  positionIds: z.array(Id).min(1).max(100).nullable().default(null),
  /** What a time poll is between, in any order. */
  times: z.array(Moment).min(2).max(50).nullable().default(null),
  /** null opens it at once */
  opensAt: Moment.nullable(),
  closesAt: Moment,
});
export type DecisionRules = z.infer<typeof DecisionRules>;

export const DecisionOption = z.object({
  /** What ballots call it: an id, or a method's own word, "agree" or "no". */
  id: z.string().min(1).max(64),
  positionId: Id.nullable(),
  /** A position's words, a moment in a time poll, or a method's own word. */
  title: z.string(),
});

/** What closing found: the count with its working, and what it means under the rules. */
export const DecisionResult = z
  .object({
    tally: TallyView,
    outcome: OutcomeView,
    /** how many units of weight are one as people read it: amounts are divided by it to be shown */
    unit: Amount,
    /** how many people's votes a delegate cast */
    delegated: z.int(),
  })
  .meta({ id: "DecisionResult" });
export type DecisionResult = z.infer<typeof DecisionResult>;

export const DecisionView = z
  .object({
    id: Id,
    communityId: Id,
    debateId: Id,
    title: z.string(),
    method: MethodId,
    settings: Settings,
    secrecy: Secrecy,
    /** Whether the count is shown while votes come in. */
    liveResults: z.boolean(),
    weighting: Weighting,
    /** The balances that weights go by; null where they go by none. */
    snapshot: SnapshotFacts.nullable(),
    electorate: z.object({
      roles: z.array(z.string()),
      size: z.int().nullable(),
      /** what the votes of all electors weigh together; null before it opened */
      weight: Amount.nullable(),
    }),
    /** how many units of weight are one as people read it */
    unit: Amount,
    /** The most that one delegate may carry, in per cent of the electorate; null where nobody can delegate. */
    delegationCap: z.int().nullable(),
    quorum: Quorum.nullable(),
    threshold: Threshold.nullable(),
    groupMajority: Threshold.nullable(),
    /** The groups in which that share is asked; null before it opened, and where there were no clear ones then. */
    frozenGroups: GroupRun.nullable(),
    tieBreak: TieBreakRule,
    /**
     * Where ties are settled by lot: the hash of the seed from opening on, and once votes are counted the seed, and
     * the hash of the ballots where the draw is by both.
     */
    lot: z
      .object({
        hash: z.string(),
        seed: z.string().nullable(),
        by: z.enum(["seed", "seed-and-ballots"]),
        ballotsHash: z.string().nullable(),
      })
      .nullable(),
    reasons: BallotReasons,
    takesPaper: z.boolean(),
    /** The count of the votes on paper alone, once all are counted. */
    paperTally: TallyView.nullable(),
    runoffOf: Id.nullable(),
    /** The SHA-256 of all that the decision goes by since it opened. */
    rulesHash: z.string().nullable(),
    status: DecisionStatus,
    opensAt: Moment,
    closesAt: Moment,
    openedAt: Moment.nullable(),
    closedAt: Moment.nullable(),
    options: z.array(DecisionOption),
    /** The position that is voted on, where the method says itself what can be chosen. */
    subject: z.object({ positionId: Id, title: z.string() }).nullable(),
    ballotCount: z.int(),
    result: DecisionResult.nullable(),
    /** How opinion groups voted; null until it is counted, and where there were no clear ones. */
    groupSupport: GroupSupport.nullable(),
    /** What the community makes of the result, in words. */
    outcome: z.string().nullable(),
    /** Why it was cancelled or annulled. */
    endReason: z.string().nullable(),
    /** The dispute about it until whose ruling it has no effect. */
    suspendedFor: Id.nullable(),
    author: Author,
    version: Version,
    /** What concerns the reader alone. */
    mine: z.object({
      isElector: z.boolean(),
      /** in secret decisions all that is known once they have closed: what was voted is on the receipt alone */
      hasVoted: z.boolean(),
      weight: Amount.nullable(),
      ballot: Ballot.nullable(),
      reason: z.string().nullable(),
      revision: z.int(),
      /** null in secret decisions */
      castAt: Moment.nullable(),
    }),
    can: z.object({
      vote: z.boolean(),
      change: z.boolean(),
      open: z.boolean(),
      cancel: z.boolean(),
      annul: z.boolean(),
      writeOutcome: z.boolean(),
      settleTie: z.boolean(),
      enterPaper: z.boolean(),
      holdRunoff: z.boolean(),
      readBallots: z.boolean(),
      readReasons: z.boolean(),
      recount: z.boolean(),
    }),
  })
  .meta({ id: "Decision" });
export type DecisionView = z.infer<typeof DecisionView>;

const decisionParams = z.object({ communityId: Id, decisionId: Id });
const below = "/api/communities/:communityId/decisions/:decisionId";

export const createDecision = endpoint({
  name: "createDecision",
  summary: "Set up a decision on a debate's positions; it opens at its time, or at once",
  method: "POST",
  path: "/api/communities/:communityId/debates/:debateId/decisions",
  access: "member",
  params: debateParams,
  body: DecisionRules,
  reply: DecisionView,
});

export const listDecisions = endpoint({
  name: "listDecisions",
  summary: "The decisions of a debate, the newest first",
  method: "GET",
  path: "/api/communities/:communityId/debates/:debateId/decisions",
  access: "public",
  params: debateParams,
  reply: z.object({
    decisions: z.array(DecisionView),
    can: z.object({ create: z.boolean() }),
  }),
});

export const readDecision = endpoint({
  name: "readDecision",
  summary: "One decision: rules, options, count of ballots, result, and one's own ballot",
  method: "GET",
  path: below,
  access: "public",
  params: decisionParams,
  reply: DecisionView,
});

export const changeDecision = endpoint({
  name: "changeDecision",
  summary: "Change the rules of a decision that has not opened",
  method: "PUT",
  path: below,
  access: "member",
  params: decisionParams,
  body: DecisionRules.extend({ version: Version }),
  reply: DecisionView,
});

export const openDecision = endpoint({
  name: "openDecision",
  summary: "Open a decision before its time; its electorate is frozen now",
  method: "POST",
  path: `${below}/open`,
  access: "member",
  params: decisionParams,
  reply: DecisionView,
});

export const cancelDecision = endpoint({
  name: "cancelDecision",
  summary: "Call off a decision that has not opened",
  method: "POST",
  path: `${below}/cancel`,
  access: "member",
  params: decisionParams,
  body: z.strictObject({ reason: Reason }),
  reply: DecisionView,
});

export const annulDecision = endpoint({
  name: "annulDecision",
  summary: "Declare an opened decision void, in public and with a reason",
  method: "POST",
  path: `${below}/annul`,
  access: "moderator",
  params: decisionParams,
  body: z.strictObject({ reason: Reason }),
  reply: DecisionView,
});

export const castBallot = endpoint({
  name: "castBallot",
  summary: "Vote, or vote anew: until closing the last ballot counts",
  method: "PUT",
  path: `${below}/ballot`,
  access: "member",
  // Or whoever moderates could take a vote from somebody by suspending them; it is words that they may not add.
  whileSuspended: true,
  params: decisionParams,
  body: z.strictObject({ ballot: Ballot, reason: prose(2_000).min(1).nullable().default(null) }),
  reply: z.object({
    revision: z.int(),
    /** null in secret decisions */
    castAt: Moment.nullable(),
    ballot: Ballot,
    reason: z.string().nullable(),
    receipt: Receipt,
  }),
  limit: { max: 120, perSeconds: 60 },
});

export const listBallots = endpoint({
  name: "listBallots",
  summary: "Who voted how: in public decisions at any time, else once it has closed",
  method: "GET",
  path: `${below}/ballots`,
  access: "public",
  params: decisionParams,
  query: PageQuery,
  reply: pageOf(
    z.object({
      voter: Author,
      ballot: Ballot,
      reason: z.string().nullable(),
      isOnPaper: z.boolean(),
      /** the voter's own, in the decision's unit */
      weight: Amount,
      /** With what others delegated, in its own unit: split votes count in hundredths. Null where nobody did. */
      carried: z.object({ people: z.int(), weight: Amount, unit: Amount }).nullable(),
    }),
  ),
});

export const listReasons = endpoint({
  name: "listReasons",
  summary: "Why people took their stances in a secret decision that has closed: without names",
  method: "GET",
  path: `${below}/reasons`,
  access: "public",
  params: decisionParams,
  query: PageQuery,
  reply: pageOf(z.object({ stance: z.string(), reason: z.string() })),
});

export const readBundle = endpoint({
  name: "readBundle",
  summary:
    "All that a stranger needs to count a closed decision again: rules, ballots, signed list",
  method: "GET",
  path: `${below}/bundle`,
  access: "public",
  params: decisionParams,
  download: "JSON: rules, electorate, ballots, and the signed list of them; see /recount",
  limit: { max: 60, perSeconds: 60 },
});

export const readSigningKey = endpoint({
  name: "readSigningKey",
  summary: "The public key with which this installation signs receipts and counts",
  method: "GET",
  path: "/api/signing-key",
  access: "public",
  reply: z.object({
    algorithm: z.literal("Ed25519"),
    /** 32 bytes, in base64 */
    publicKey: z.string(),
  }),
});

export const writeOutcome = endpoint({
  name: "writeOutcome",
  summary: "Say in words what the community makes of the result",
  method: "PUT",
  path: `${below}/outcome`,
  access: "member",
  params: decisionParams,
  body: z.strictObject({ text: prose(10_000).min(1), version: Version }),
  reply: DecisionView,
});

export const settleTie = endpoint({
  name: "settleTie",
  summary:
    "Settle a tie by the chair's order of the options, where the rules leave it to the chair",
  method: "POST",
  path: `${below}/tie`,
  access: "moderator",
  params: decisionParams,
  body: z.strictObject({
    order: z.array(Id).min(2).max(500),
    reason: Reason,
  }),
  reply: DecisionView,
});

export const decisionEndpoints = [
  createDecision,
  listDecisions,
  readDecision,
  changeDecision,
  openDecision,
  cancelDecision,
  annulDecision,
  castBallot,
  listBallots,
  listReasons,
  readBundle,
  readSigningKey,
  writeOutcome,
  settleTie,
];
