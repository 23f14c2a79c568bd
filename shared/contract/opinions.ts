import { z } from "zod";
import { obscurities } from "../opinions/analysis.ts";
import { shortages, tooMany } from "../opinions/bridging/bridging.ts";
import { sides } from "../opinions/representative.ts";
import { Position } from "./claims.ts";
import { PositionText, PositionTitle } from "./debates.ts";
import { endpoint, postsFromAddress } from "./endpoint.ts";
import { debateRoom, event } from "./event.ts";
import { debateParams, Id, Moment } from "./ids.ts";
import { StatementCounts } from "./statements.ts";

/** A share of people, 0 to 1. Those of groups lean to one half where few answered: (count + 1) / (of + 2). */
const Share = z.number().min(0).max(1);
const Side = z.enum(sides);

/** A place on the map: first along the axis on which people differ most. All places of a map have one unit. */
const Place = z.tuple([z.number(), z.number()]);

/** A statement with the side that a group, or everybody, takes on it. */
export const Stance = z.object({ statementId: Id, side: Side }).meta({ id: "Stance" });
export type Stance = z.infer<typeof Stance>;

export const TypicalStance = Stance.extend({
  /** How many of the group take this side, of how many of it who answered. */
  count: z.int(),
  of: z.int(),
  share: Share,
  /** How many times the share of all other people in groups it is; above 1 is more than they. */
  ratio: z.number(),
  /** Whether that is more than chance, at 90 %; otherwise it is the best there is. */
  isSignificant: z.boolean(),
}).meta({ id: "TypicalStance" });

/** People who answer alike; never fewer than five. */
export const MapGroup = z
  .object({
    /** From 0; a group keeps its number from run to run, and so its colour and letter. */
    number: z.int(),
    /** What its people want it to be called now, whichever run this is; null for no name. */
    name: z.object({ id: Id, text: z.string() }).nullable(),
    people: z.int(),
    /** Its middle. */
    x: z.number(),
    y: z.number(),
    /** The chance that two of its people are together again when people are drawn anew, 0 to 1. */
    stability: Share,
    /** Its outline, counterclockwise; each corner is the middle of at least five people, so it may have one or two. */
    hull: z.array(Place),
    /** What sets it apart: at most five, agreements first; only what the reader may see counts of. */
    typical: z.array(TypicalStance),
  })
  .meta({ id: "MapGroup" });
export type MapGroup = z.infer<typeof MapGroup>;

/** How far all groups take a side: the product of their shares, their geometric mean, and the least of them, 0 to 1. */
const Consensus = z.object({ product: Share, mean: Share, least: Share });

/** How people answered a statement, as of the run. */
const MapFigures = z.object({
  /** Everybody whose responses count. */
  counts: StatementCounts,
  /** By group, in the order of `groups`; empty where there are none. */
  byGroup: z.array(StatementCounts.extend({ group: z.int() })),
  agreement: Consensus,
  rejection: Consensus,
  /** From 0, where all groups think the same of it, to 1. */
  divisiveness: Share,
  /** How far it is supported by people who usually differ. */
  bridging: z.object({
    /** About -1 to 1, 0.4 and more is wide support; null where too few people say so yet. */
    score: z.number().nullable(),
    raters: z.int(),
    /** Why there is no score. */
    shortage: z.enum([...shortages, tooMany]).nullable(),
  }),
});

export const MapStatement = z
  .object({
    statementId: Id,
    /** Where somebody would be whose one response is to agree with it. */
    x: z.number(),
    y: z.number(),
    /** How far that is from the middle. */
    extremity: z.number(),
    /** Null until the reader has responded to it, or the debate is decided: see both sides first. */
    figures: MapFigures.nullable(),
  })
  .meta({ id: "MapStatement" });
export type MapStatement = z.infer<typeof MapStatement>;

export const leftOutAs = ["visitor", "suspended"] as const;

/** One run of the analysis. All numbers are of this run, none of another. */
export const OpinionMap = z
  .object({
    runId: Id,
    computedAt: Moment,
    /** The version of the algorithm, the name of its parameters, and the SHA-256 of what went in. */
    algorithm: z.string(),
    parameters: z.string(),
    inputHash: z.string(),
    /** Who responded; who of them is on the map, having responded to seven statements, or to all where there are fewer. */
    people: z.int(),
    peopleIn: z.int(),
    /** Statements of the map, and responses to them. */
    statementsIn: z.int(),
    responses: z.int(),
    /** False: there are no clear groups yet, `groups` is empty, and `obscurity` says why. */
    isSettled: z.boolean(),
    obscurity: z.enum(obscurities).nullable(),
    /** The chance that two people of one group are together again when people are drawn anew, 0 to 1; clear from 0.6. */
    stability: Share,
    /** How far apart groups are, -1 to 1. */
    silhouette: z.number(),
    /** The search for groups was broken off at its most rounds: with more of them it might group people a little otherwise. */
    wasBrokenOff: z.boolean(),
    /** How much of all differences lies along each axis, 0 to 1. */
    strengths: z.tuple([z.number(), z.number()]),
    groups: z.array(MapGroup),
    statements: z.array(MapStatement),
    /** What every group takes the same side on, the widest first. Only statements whose figures the reader sees, as in all lists. */
    bridges: z.array(Stance),
    /** What some agree with and others reject, the most divisive first. */
    divisive: z.array(Id),
    /** What many pass on, the most passed on first. */
    uncertain: z.array(Id),
    /** What most people say, whatever their group. */
    majorities: z.array(Stance),
    /**
     * Everybody on the map, in an order that tells nothing: places are `x[i] * step`, `y[i] * step`, the group is its
     * number, -1 for none.
     */
    points: z.object({
      step: z.number(),
      x: z.array(z.int()),
      y: z.array(z.int()),
      group: z.array(z.int()),
    }),
    /** Where the reader is on it; null for who has not responded. */
    you: z
      .object({
        x: z.number(),
        y: z.number(),
        /** The number of their group as of this run; null for none, and on maps of before the newest. */
        group: z.int().nullable(),
        /** So many of the reader's responses are to statements of the map. */
        responses: z.int(),
        /** Why no map to come has the reader in a group: visitors don't count in this debate, or they are suspended. */
        leftOut: z.enum(leftOutAs).nullable(),
      })
      .nullable(),
    /** People who answer the same within minutes again and again, who together count as one voice in bridging scores. */
    correlated: z.int(),
    /** So many people were drawn by lot, out of whose responses bridging scores are; null: out of everybody's. */
    drawn: z.int().nullable(),
  })
  .meta({ id: "OpinionMap" });
export type OpinionMap = z.infer<typeof OpinionMap>;

const mapPath = "/api/communities/:communityId/debates/:debateId/opinion-map";
const runParams = debateParams.extend({ runId: Id });
const limit = { max: 240, perSeconds: 60 };

export const readOpinionMap = endpoint({
  name: "readOpinionMap",
  summary:
    "Who thinks alike in a debate, what sets groups apart and what bridges them, as of the newest analysis",
  method: "GET",
  path: mapPath,
  access: "public",
  params: debateParams,
  reply: z.object({
    /** Null until there is one. */
    map: OpinionMap.nullable(),
    /** Responses that came in after it; they are safe, and part of the next one. */
    answersSince: z.int(),
    /** Whether the reader may take runs away with what they were made of: once the debate is decided. */
    can: z.object({ export: z.boolean() }),
  }),
  limit,
});

export const readOpinionMapHistory = endpoint({
  name: "readOpinionMapHistory",
  summary:
    "The maps of a debate that are kept, the newest first: all of the last ones, then one an hour, then one a day, and those that a position, a decision or a summary cites",
  method: "GET",
  path: `${mapPath}/runs`,
  access: "public",
  params: debateParams,
  reply: z.object({
    runs: z.array(
      z.object({
        runId: Id,
        computedAt: Moment,
        people: z.int(),
        peopleIn: z.int(),
        responses: z.int(),
        isSettled: z.boolean(),
        groups: z.array(z.object({ number: z.int(), people: z.int() })),
      }),
    ),
  }),
  limit,
});

export const readOpinionMapRun = endpoint({
  name: "readOpinionMapRun",
  summary: "An earlier map of a debate",
  method: "GET",
  path: `${mapPath}/runs/:runId`,
  access: "public",
  params: runParams,
  reply: OpinionMap,
  limit,
});

export const exportOpinionRun = endpoint({
  name: "exportOpinionRun",
  summary:
    "An opinion map with what it was made of, people as numbers that mean nothing outside of it, so that anybody can make it again; once the debate is decided",
  method: "GET",
  path: `${mapPath}/runs/:runId/export`,
  access: "public",
  params: runParams,
  download: "JSON: the run as `npm run opinions` makes it again",
  limit: { max: 20, perSeconds: 60 },
});

/** So many statements make one position at most. */
export const mostBridges = 10;

export const proposeFromBridges = endpoint({
  name: "proposeFromBridges",
  summary:
    "Propose a position that is made out of bridging statements of an opinion map, and cites them",
  method: "POST",
  path: `${mapPath}/runs/:runId/position`,
  access: "member",
  params: runParams,
  body: z.strictObject({
    title: PositionTitle,
    text: PositionText.default(""),
    /** Bridges of that map, as the caller sees it. */
    statementIds: z.array(Id).min(1).max(mostBridges),
  }),
  reply: Position,
  furtherLimit: postsFromAddress,
});

/** There is a newer map. */
export const opinionMapChanged = event({
  name: "opinion-map.changed",
  folded: true,
  payload: z.object({ communityId: Id, debateId: Id, runId: Id, computedAt: Moment }),
  room: debateRoom,
});

export const opinionEndpoints = [
  readOpinionMap,
  readOpinionMapHistory,
  readOpinionMapRun,
  exportOpinionRun,
  proposeFromBridges,
] as const;
export const opinionEvents = [opinionMapChanged] as const;
