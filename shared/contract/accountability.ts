import { z } from "zod";
import { endpoint } from "./endpoint.ts";
import { Author, communityParams, Id, Moment } from "./ids.ts";
import { ActionKind } from "./moderated.ts";
import { actionRoles } from "./moderation.ts";

/** A month of the calendar in UTC, such as `2026-03`. */
export const Month = z.string().regex(/^20\d\d-(0[1-9]|1[0-2])$/);
export const Quarter = z.string().regex(/^20\d\d-Q[1-4]$/);

/** The most months that are told of at once. */
export const mostMonths = 120;

/** A share with its 95 % interval, by Wilson's score; null of nothing. */
export const Share = z
  .object({ count: z.int(), of: z.int(), share: z.number(), low: z.number(), high: z.number() })
  .meta({ id: "Share" });
export type Share = z.infer<typeof Share>;

/** By how much a share differs from another, with the 95 % interval of Newcombe; null where one is of nothing. */
export const Gap = z
  .object({
    difference: z.number(),
    low: z.number(),
    high: z.number(),
    /** Whether the interval leaves out 0. */
    isMarked: z.boolean(),
  })
  .meta({ id: "Gap" });
export type Gap = z.infer<typeof Gap>;

/** How often moderators acted, and what became of it by now. */
export const ActionTally = z
  .object({
    /** What limited somebody, by a person: not by a jury, nor what only waits. */
    actions: z.int(),
    /** Taken back by who acted. */
    undone: z.int(),
    appealed: z.int(),
    /** Appeals that wait for a ruling. */
    open: z.int(),
    withdrawn: z.int(),
    upheld: z.int(),
    modified: z.int(),
    overturned: z.int(),
    /** Reports on which nothing was to be done. */
    dismissals: z.int(),
    /** Of the actions. */
    appealedShare: Share.nullable(),
    /** Of the appeals that were ruled on. */
    overturnedShare: Share.nullable(),
  })
  .meta({ id: "ActionTally" });
export type ActionTally = z.infer<typeof ActionTally>;

/** How two shares compare with those of all others, or of the time before. */
const Gaps = z.object({ appealed: Gap.nullable(), overturned: Gap.nullable() });
export type Gaps = z.infer<typeof Gaps>;

/** How long reports waited; from the queue, as the ledger does not say when something was reported. */
const Waiting = z.object({
  /** Reports that moderators decided on. */
  decided: z.int(),
  /** Half of them waited at most so many minutes; null where they are too few to tell of none. */
  medianMinutes: z.int().nullable(),
  /** Decided after their deadline. */
  late: z.int(),
  /** Never decided: the clock did. */
  lapsed: z.int(),
});
export type Waiting = z.infer<typeof Waiting>;

const Role = z.enum(actionRoles);
const path = "/api/communities/:communityId/moderation/accountability";
const limit = { max: 120, perSeconds: 60 };

export const readAccountability = endpoint({
  name: "readAccountability",
  summary:
    "How moderators acted over a time and what became of it, by month, kind, rule, moderator and role, as counted from the ledger",
  method: "GET",
  path,
  access: "public",
  params: communityParams,
  /** The last twelve months unless said; ten years at most, the last ones. */
  query: z.object({ from: Month.optional(), to: Month.optional() }),
  reply: z.object({
    from: z.string(),
    to: z.string(),
    /** Whether the community names its moderators here. */
    namesModerators: z.boolean(),
    can: z.object({ changeNames: z.boolean() }),
    all: z.object({ tally: ActionTally, waiting: Waiting }),
    /** As long a time before it, and how this one differs from it. */
    before: z.object({
      from: z.string(),
      to: z.string(),
      tally: ActionTally,
      waiting: Waiting,
      gaps: Gaps,
    }),
    months: z.array(z.object({ month: z.string(), tally: ActionTally, waiting: Waiting })),
    kinds: z.array(
      z.object({
        kind: ActionKind,
        /** Whoever it is by. */
        count: z.int(),
        tally: ActionTally,
      }),
    ),
    rules: z.array(
      z.object({
        /** Null where no rule is cited. */
        rule: z.object({ number: z.int(), title: z.string() }).nullable(),
        tally: ActionTally,
        gaps: Gaps,
      }),
    ),
    moderators: z.array(
      z.object({
        /** Null where the community does not name them. */
        person: Author.nullable(),
        role: Role,
        tally: ActionTally,
        gaps: Gaps,
      }),
    ),
    roles: z.array(z.object({ role: Role, tally: ActionTally, gaps: Gaps })),
  }),
  limit,
});

export const traits = ["role", "tenure", "language", "opinion"] as const;
export const tenures = ["under-3-months", "under-1-year", "over-1-year"] as const;

/** How many in each group somebody acted on; groups that are too small are told together, or not at all. */
const Groups = z.object({
  told: z.array(
    z.object({
      /** A role, a tenure, a language, or an opinion group. */
      name: z.string(),
      share: Share,
      /** To all others. */
      gap: Gap.nullable(),
    }),
  ),
  /** All other groups together; null where there are none, or where even together they are too few. */
  rest: Share.nullable(),
  /** Whether there are groups that are not told by themselves. */
  isPartial: z.boolean(),
});
export type Groups = z.infer<typeof Groups>;

/** The same by what people said of their own will about themselves: all numbers in fives, of those who said it. */
const DeclaredGroupRates = z.object({
  attribute: z.object({ id: Id, name: z.string() }),
  /** The values of the attribute, as in the groups' names. */
  values: z.array(z.object({ id: Id, name: z.string() })),
  /** Since when it is told so; null where too few said it, or too few since others were told of. */
  asOf: Moment.nullable(),
  groups: Groups,
});
export type DeclaredGroupRates = z.infer<typeof DeclaredGroupRates>;

export const readActionRates = endpoint({
  name: "readActionRates",
  summary:
    "Of the people who wrote in a quarter that is over, on how many moderators acted: by role, tenure, language, opinion group and what people say about themselves, never of fewer than five",
  method: "GET",
  path: `${path}/people`,
  access: "public",
  params: communityParams,
  /** The last one that is over unless said. */
  query: z.object({ quarter: Quarter.optional() }),
  reply: z.object({
    /** Those that are over, the latest first. */
    quarters: z.array(z.string()),
    /** Null where none is, or where the one that was asked for is none of them. */
    quarter: z.string().nullable(),
    /** Of all who wrote; null where it tells of fewer than five. */
    all: Share.nullable(),
    /** Null where there are no groups: opinion groups come with the analysis of opinions. */
    by: z.record(z.enum(traits), Groups.nullable()),
    declared: z.array(DeclaredGroupRates),
  }),
  limit,
});

export const accountabilityEndpoints = [readAccountability, readActionRates];
