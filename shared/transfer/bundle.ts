import { z } from "zod";

/*
 * A whole debate as one JSON text. Things point at each other by their places in the lists. People are numbers:
 * those who wrote and those who responded are counted apart, so that nobody's responses lead to a name.
 */

const Moment = z.iso.datetime();
const Place = z.int().min(0);
const Sum = z.object({ count: z.int(), sum: z.int() });
const text = (max: number, min = 0) => z.string().min(min).max(max);

/** A person, a statement, what it was (1 agree, -1 disagree, 0 pass), and the day in milliseconds since 1970. */
const Response = z.tuple([
  Place,
  Place,
  z.union([z.literal(1), z.literal(0), z.literal(-1)]),
  z.int(),
]);

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
  }),
  positions: z.array(Argued.extend({ title: text(300), text: text(10_000) })),
  claims: z.array(
    Argued.extend({
      text: text(10_000),
      kind: z.literal("assumption").optional(),
      language: text(10),
      tags: z.array(text(30, 1)).max(3).optional(),
      truth: Sum.optional(),
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
      publishedOn: z.iso.date().nullable(),
      quote: text(1_000),
    }),
  ),
  /** What it has come to; a link `claim:<place>` leads to the claim at that place of the list. */
  summary: Written.extend({ text: text(20_000, 1) }).optional(),
  /** What words mean here. Bundles of before there was a glossary have none. */
  definitions: z.array(Written.extend({ term: text(60, 1), text: text(600, 1) })).default([]),
  statements: z.array(
    Written.extend({
      number: Place.nullable(),
      text: text(10_000),
      language: text(10),
      status: z.enum(["shown", "hidden"]),
    }),
  ),
  /** Null while they are not open to everybody. */
  responses: z.object({ latest: z.array(Response), history: z.array(Response) }).nullable(),
});
export type DebateBundle = z.infer<typeof DebateBundle>;
