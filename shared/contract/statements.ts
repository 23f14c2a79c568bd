import { z } from "zod";
import { endpoint, postsFromAddress } from "./endpoint.ts";
import { debateRoom, event } from "./event.ts";
import { Author, debateParams, Id, Moment, Version } from "./ids.ts";
import { ModerationMark } from "./moderated.ts";
import { pageOf, PageQuery } from "./page.ts";
import { Language, type Phase } from "./phases.ts";
import { mostStatements } from "../opinions/responses.ts";
import { line } from "./text.ts";

/** Statements are proposed while a question is framed and argued, not once it is voted on. */
export const phasesToAddStatements: readonly Phase[] = ["framing", "deliberation"];
/** Whoever comes to vote can still say where they stand; once it is decided, nothing moves any more. */
export const phasesToRespond: readonly Phase[] = ["framing", "deliberation", "voting"];
/** Counts are open to everybody from here on; before, to whoever has responded. */
export const phasesWithOpenCounts: readonly Phase[] = ["decided", "followup", "archived"];

/** Agree +1, disagree -1, pass 0. */
export const ResponseValue = z.union([z.literal(1), z.literal(-1), z.literal(0)]);
export type ResponseValue = z.infer<typeof ResponseValue>;

/** One sentence of up to 280 characters; imported ones may have up to 1,000. */
export const StatementText = line(280, 3);

/** A debate takes statements up to here: below what its map holds, as several may come at the same moment. */
export const mostProposed = mostStatements - 1_000;

/** How many people's latest response is which. */
export const StatementCounts = z
  .object({ agrees: z.int(), disagrees: z.int(), passes: z.int() })
  .meta({ id: "StatementCounts" });
export type StatementCounts = z.infer<typeof StatementCounts>;

/** What everybody who sees the debate may see of a statement. */
const facts = {
  communityId: Id,
  debateId: Id,
  id: Id,
  text: z.string(),
  language: z.string(),
  author: Author,
  /** Its number in the conversation that it was imported from. */
  sourceNumber: z.int().nullable(),
  version: Version,
  createdAt: Moment,
  /** It was there to begin with, by who looks after the debate. */
  isSeed: z.literal(true).optional(),
  /** It is about the conversation itself, and no part of the analysis. */
  isMeta: z.literal(true).optional(),
  moderation: ModerationMark.optional(),
};

export const Statement = z
  .object({
    ...facts,
    /** Hidden ones are listed for moderators alone. */
    status: z.enum(["shown", "hidden"]),
    /** Null until the reader has responded, or the debate is decided: see both sides first. */
    counts: StatementCounts.nullable(),
    /** The same of people without an account, counted apart; null also where none responded, or they are left out. */
    visitors: StatementCounts.nullable(),
    /** The reader's own latest response. */
    mine: ResponseValue.nullable(),
    can: z.object({ respond: z.boolean(), edit: z.boolean(), withdraw: z.boolean() }),
  })
  .meta({ id: "Statement" });
export type Statement = z.infer<typeof Statement>;

const statementsPath = "/api/communities/:communityId/debates/:debateId/statements";
const statementPath = `${statementsPath}/:statementId` as const;
const statementParams = debateParams.extend({ statementId: Id });

export const addStatement = endpoint({
  name: "addStatement",
  summary: "Propose a statement to respond to; the same text twice in a debate is refused",
  method: "POST",
  path: statementsPath,
  access: "member",
  params: debateParams,
  body: z.strictObject({
    text: StatementText,
    /** The debate's language unless said. */
    language: Language.optional(),
    /** Marks are set by who looks after the debate alone. */
    isSeed: z.boolean().default(false),
    isMeta: z.boolean().default(false),
  }),
  reply: Statement,
  limit: { max: 60, perSeconds: 3_600 },
  furtherLimit: postsFromAddress,
});

export const listStatements = endpoint({
  name: "listStatements",
  summary: "A debate's statements, newest first; counts where the reader has responded",
  method: "GET",
  path: statementsPath,
  access: "public",
  params: debateParams,
  query: PageQuery.extend({
    /** Hidden ones are for moderators. */
    status: z.enum(["shown", "hidden"]).default("shown"),
  }),
  reply: pageOf(Statement),
});

/** How far a person is. */
export const ResponseProgress = z
  .object({
    /** Shown statements that the person has responded to. */
    responded: z.int(),
    /** Shown statements. */
    total: z.int(),
  })
  .meta({ id: "ResponseProgress" });
export type ResponseProgress = z.infer<typeof ResponseProgress>;

/** Statements to respond to, one after the other. */
export const Cards = z
  .object({ items: z.array(Statement), progress: ResponseProgress })
  .meta({ id: "Cards" });
export type Cards = z.infer<typeof Cards>;
export const CardsQuery = z.object({ count: z.coerce.number().int().min(1).max(20).default(5) });

export const nextStatements = endpoint({
  name: "nextStatements",
  summary: "Statements that the caller has not responded to, the most useful ones first",
  method: "GET",
  path: `${statementsPath}/next`,
  access: "member",
  params: debateParams,
  query: CardsQuery,
  reply: Cards,
});

export const readStatementRouting = endpoint({
  name: "readStatementRouting",
  summary:
    "Why statements are asked when they are, for moderators: the most likely next one of a newcomer first, a hundred of them",
  method: "GET",
  path: `${statementsPath}/routing`,
  access: "moderator",
  params: debateParams,
  reply: z.object({
    items: z.array(
      z.object({
        statementId: Id,
        text: z.string(),
        /** How many responded, passes included; visitors too where they are counted. */
        responses: z.int(),
        /** Fewer than seven did: it comes before all that are not young. */
        isYoung: z.boolean(),
        /** How far from the middle of the map agreeing with it leads; 0 where there is no map yet. */
        extremity: z.number(),
        /** What a further response tells: above 0, without a unit; twice as much is twice as likely. */
        priority: z.number(),
        /** That it is the next one of somebody who responded to none, 0 to 1. */
        chance: z.number(),
      }),
    ),
  }),
});

const totals = { responses: z.int(), people: z.int() };

/** How many responses a debate has, of how many people. */
export const ResponseTotals = z
  .object({
    ...totals,
    /** People without an account, who are not among the others; null where none responded, or they are left out. */
    visitors: z.object(totals).nullable(),
  })
  .meta({ id: "ResponseTotals" });
export type ResponseTotals = z.infer<typeof ResponseTotals>;

export const readResponseTotals = endpoint({
  name: "readResponseTotals",
  summary: "How many responses a debate has, of how many people",
  method: "GET",
  path: `${statementsPath}/totals`,
  access: "public",
  params: debateParams,
  reply: ResponseTotals,
});

export const readStatement = endpoint({
  name: "readStatement",
  summary: "One statement; in place of one that was joined with another, that other",
  method: "GET",
  path: statementPath,
  access: "public",
  params: statementParams,
  reply: Statement,
});

export const editStatement = endpoint({
  name: "editStatement",
  summary: "Change one's own statement, while nobody else has responded to it",
  method: "PUT",
  path: statementPath,
  access: "member",
  params: statementParams,
  body: z.strictObject({ text: StatementText, version: Version }),
  reply: Statement,
});

export const withdrawStatement = endpoint({
  name: "withdrawStatement",
  summary: "Take back one's own statement, while nobody else has responded to it",
  method: "DELETE",
  path: statementPath,
  access: "member",
  params: statementParams,
});

/** A response that counts now, and what others say. */
export const GivenResponse = z
  .object({
    statementId: Id,
    value: ResponseValue,
    counts: StatementCounts,
    visitors: StatementCounts.nullable(),
  })
  .meta({ id: "GivenResponse" });
export type GivenResponse = z.infer<typeof GivenResponse>;

export const respond = endpoint({
  name: "respond",
  summary: "Agree (1), disagree (-1) or pass (0); the latest response counts",
  method: "PUT",
  path: `${statementPath}/response`,
  access: "member",
  params: statementParams,
  body: z.strictObject({ value: ResponseValue }),
  reply: GivenResponse,
  limit: { max: 600, perSeconds: 60 },
});

export const OwnResponse = z
  .object({ statement: Statement, value: ResponseValue, respondedAt: Moment })
  .meta({ id: "OwnResponse" });

export const listMyResponses = endpoint({
  name: "listMyResponses",
  summary: "The caller's own latest responses in a debate, newest first; nobody else sees them",
  method: "GET",
  path: "/api/communities/:communityId/debates/:debateId/my-responses",
  access: "member",
  params: debateParams,
  query: PageQuery,
  reply: pageOf(OwnResponse),
});

export const statementAdded = event({
  name: "statement.added",
  payload: z.object(facts),
  room: debateRoom,
});

/** It is marked otherwise than before. */
export const statementMarked = event({
  name: "statement.marked",
  payload: z.object({
    communityId: Id,
    debateId: Id,
    statementId: Id,
    isSeed: z.boolean(),
    isMeta: z.boolean(),
  }),
  room: debateRoom,
});

/** Its author changed the text. */
export const statementChanged = event({
  name: "statement.changed",
  payload: z.object({
    communityId: Id,
    debateId: Id,
    statementId: Id,
    text: z.string(),
    version: Version,
  }),
  room: debateRoom,
});

export const statementWithdrawn = event({
  name: "statement.withdrawn",
  payload: z.object({ communityId: Id, debateId: Id, statementId: Id }),
  room: debateRoom,
});

/** How many responses a debate has, of how many people. */
export const responsesCounted = event({
  name: "responses.counted",
  folded: true,
  payload: ResponseTotals.extend({ communityId: Id, debateId: Id }),
  room: debateRoom,
});

export const statementEndpoints = [
  addStatement,
  listStatements,
  nextStatements,
  readResponseTotals,
  readStatementRouting,
  readStatement,
  editStatement,
  withdrawStatement,
  respond,
  listMyResponses,
] as const;

export const statementEvents = [
  statementAdded,
  statementChanged,
  statementMarked,
  statementWithdrawn,
  responsesCounted,
] as const;
