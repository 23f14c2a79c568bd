import { z } from "zod";
import { endpoint } from "./endpoint.ts";
import { Id } from "./ids.ts";
import { Language } from "./phases.ts";
import { StatementCounts } from "./statements.ts";

/** Below this many answers, showing how members answered would come near to showing how somebody did. */
export const fewestAnswers = 5;

/** A statement that a stranger can try, with how members answered it. */
export const Sample = z
  .object({
    community: z.object({ id: Id, slug: z.string(), name: z.string() }),
    debate: z.object({ id: Id, question: z.string(), language: z.string() }),
    statement: z.object({ id: Id, text: z.string(), language: z.string() }),
    counts: StatementCounts,
  })
  .meta({ id: "Sample" });
export type Sample = z.infer<typeof Sample>;

export const readSample = endpoint({
  name: "readSample",
  summary:
    "The statement of public debates that has most answers of those that can be answered now by whoever joins; null where none has five",
  method: "GET",
  path: "/api/statements/sample",
  access: "public",
  query: z.object({
    /** Statements in this language come first, then English ones. */
    language: Language.optional(),
  }),
  reply: z.object({ sample: Sample.nullable() }),
  limit: { max: 120, perSeconds: 60 },
});

export const sampleEndpoints = [readSample] as const;
