import { z } from "zod";
import { arePossible } from "./rating-sums.ts";

/*
 * A whole debate as one JSON text. Things point at each other by their places in the lists. People are numbers:
 * those who wrote and those who responded are counted apart, so that nobody's responses lead to a name.
 */

const hasYear = (text: string) => !text.startsWith("0000");
const Moment = z.iso.datetime().refine(hasYear, "no such year");
/** As large as a whole number in a database can be. */
const Place = z.int().min(0).max(2_147_483_647);
/** Days of the years 1 to 9999: those that can be written down. */
const Day = z.int().min(-62_135_596_800_000).max(253_402_300_799_999);
const Count = z.int().min(0).max(10_000_000);
/** Ratings of one thing; see `RatingCounts`. Bundles of before they were told apart have `count` and `sum` alone. */
const Sum = z
  .object({
    count: Count,
    sum: Count,
    unknown: Count.optional(),
    former: Count.optional(),
    values: z.array(Count).length(5).optional(),
  })
  .refine(arePossible, "so many ratings don't add up to that");
const Seats = z
  .object({ yes: Count, seats: Count })
  .refine(({ yes, seats }) => yes <= seats, "a panel has no more votes than seats");
const Reviews = z.object({
  supports: Count,
  irrelevant: Count,
  misrepresents: Count,
  broken: Count,
});
/** How many find the summary how fair. */
const Fairness = z.object({ fair: Count, partly: Count, unfair: Count });
const text = (max: number, min = 0) => z.string().min(min).max(max);

/** A person, a statement, what it was (1 agree, -1 disagree, 0 pass), and the day in milliseconds since 1970. */
const Response = z.tuple([Place, Place, z.union([z.literal(1), z.literal(0), z.literal(-1)]), Day]);

const Debate = z.object({
  question: text(300, 1),
  context: text(10_000),
  topic: text(40),
  language: text(10),
  phase: text(20),
  attribution: text(1_000).nullable(),
  createdAt: Moment,
});

const Written = z.object({ author: Place, createdAt: Moment });
const Argued = Written.extend({ withdrawnAt: Moment.optional() });

export const DebateBundle = z.object({
  format: z.literal("folkmoot-debate"),
  version: z.literal(1),
  debate: Debate,
  /** How many people wrote, and how many responded. */
  people: z.object({
    authors: z.int().min(0).max(1_000_000),
    responders: z.int().min(0).max(1_000_000),
    /** How many of those who responded, the last by number, had no account. */
    visitors: z.int().min(0).max(1_000_000).default(0),
  }),
  positions: z.array(
    Argued.extend({
      title: text(300),
      text: text(10_000),
      /** A panel drawn by lot recommended it: so many of its seats said yes. */
      byPanel: Seats.optional(),
    }),
  ),
  claims: z.array(
    Argued.extend({
      text: text(10_000),
      kind: z.literal("assumption").optional(),
      language: text(10),
      tags: z.array(text(30, 1)).max(3).optional(),
      truth: Sum.optional(),
      /** How many find it well put. */
      wellPut: Count.optional(),
    }),
  ),
  edges: z.array(
    z.object({
      claim: Place,
      side: z.enum(["pro", "con"]),
      target: z.object({ kind: z.enum(["position", "claim", "edge"]), at: Place }),
      relevance: Sum.optional(),
    }),
  ),
  evidence: z.array(
    Written.extend({
      claim: Place,
      kind: text(20),
      url: text(2_000),
      title: text(300),
      publisher: text(200),
      publishedOn: z.iso.date().refine(hasYear, "no such year").nullable(),
      quote: text(1_000),
      reviews: Reviews.optional(),
    }),
  ),
  /** What it has come to; a link `claim:<place>` leads to the claim at that place of the list. */
  summary: Written.extend({ text: text(20_000, 1), ratings: Fairness.optional() }).optional(),
  /** What words mean here. Bundles of before there was a glossary have none. */
  definitions: z.array(Written.extend({ term: text(60, 1), text: text(600, 1) })).default([]),
  /** What is said about claims, the oldest first; `@{author:<number>}` mentions one of those who wrote. */
  comments: z
    .array(Written.extend({ claim: Place, text: text(5_000, 1), wellPut: Count.optional() }))
    .default([]),
  /** The claims that are to be read first. What follows is in no bundle of before it was carried out. */
  pins: z.array(Place).max(5).default([]),
  /** The order in which positions are read, or the edges below one of them or below a claim. */
  order: z
    .array(
      z.object({
        of: z.union([
          z.object({ kind: z.literal("debate") }),
          z.object({ kind: z.enum(["position", "claim"]), at: Place }),
        ]),
        places: z.array(Place).min(1),
      }),
    )
    .default([]),
  /** The claims that are called the strongest on their side of a position. */
  strongest: z
    .array(z.object({ position: Place, side: z.enum(["pro", "con"]), claim: Place }))
    .default([]),
  statements: z.array(
    Written.extend({
      number: Place.nullable(),
      text: text(10_000),
      language: text(10),
      status: z.enum(["shown", "hidden"]),
      /** It was there to begin with, by who looked after the debate. */
      isSeed: z.literal(true).optional(),
      /** It is about the conversation itself, and no part of the analysis. */
      isMeta: z.literal(true).optional(),
    }),
  ),
  /** Null while they are not open to everybody. */
  responses: z.object({ latest: z.array(Response), history: z.array(Response) }).nullable(),
});
export type DebateBundle = z.infer<typeof DebateBundle>;
