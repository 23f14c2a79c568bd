import { z } from "zod";
import { spamCodes } from "#shared/spam/advice.ts";

/** What was written longer ago is no repetition. */
export const mostRepeatHours = 72;

/** What becomes of what a newcomer writes and may be spam: nothing, moderators are shown it, or it also waits for them. */
export const spamEffects = ["off", "advice", "hold"] as const;

/** When something that a newcomer writes is taken for possible spam. */
export const SpamSettings = z
  .strictObject({
    effect: z.enum(spamEffects),
    /** From how many links on. */
    links: z.int().min(1).max(20),
    /** From how likely on, in hundredths, by what moderators decided before. */
    percent: z.int().min(50).max(99),
    /** Within how many hours the same text is a repetition; 0 for none. */
    repeatHours: z.int().min(0).max(mostRepeatHours),
  })
  .meta({ id: "SpamSettings" });
export type SpamSettings = z.infer<typeof SpamSettings>;

/** What speaks for spam in something: a hint, by which nothing is ever removed. */
export const SpamReason = z
  .object({
    code: z.enum(spamCodes),
    /** How many links, places or texts; or how many of a hundred. */
    count: z.int(),
  })
  .meta({ id: "SpamReason" });

const ExampleCounts = { spam: z.int(), fine: z.int() };

/** How likely something is spam, by what moderators of the community decided before. */
export const SpamEstimate = z
  .discriminatedUnion("kind", [
    z.object({
      /** Too little was decided so far. */
      kind: z.literal("too-few"),
      examples: z.object(ExampleCounts),
      /** So many are needed of each. */
      needed: z.int(),
    }),
    z.object({
      kind: z.literal("estimate"),
      examples: z.object(ExampleCounts),
      /** Between 0 and 1. */
      probability: z.number(),
      /** What it is at least and at most when any one of the words is left out. */
      low: z.number(),
      high: z.number(),
      /** The words that weighed most, and in how many examples they were. */
      words: z.array(z.object({ word: z.string(), probability: z.number(), ...ExampleCounts })),
    }),
  ])
  .meta({ id: "SpamEstimate" });
export type SpamEstimate = z.infer<typeof SpamEstimate>;
