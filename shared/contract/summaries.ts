import { z } from "zod";
import { endpoint } from "./endpoint.ts";
import { debateRoom, event } from "./event.ts";
import { debateParams, Id, Moment } from "./ids.ts";

/*
 * A summary of one run of an opinion map, written by a machine that whoever runs the server named in the settings. Without one
 * there are no summaries. Each sentence cites statements; what cites none, or one that does not exist, is not kept.
 */

const path = "/api/communities/:communityId/debates/:debateId/opinion-map/runs/:runId/summary";
const params = debateParams.extend({ runId: Id });

export const Summary = z
  .object({
    /** What the machine is called. */
    model: z.string(),
    writtenAt: Moment,
    /** Without those that rest on statements which nobody reads any more. */
    sentences: z.array(z.object({ text: z.string(), statementIds: z.array(Id) })),
    /** How many sentences cited nothing that there is. */
    dropped: z.int(),
  })
  .meta({ id: "Summary" });
export type Summary = z.infer<typeof Summary>;

export const SummaryView = z
  .object({
    /** Null where none was written. */
    summary: Summary.nullable(),
    can: z.object({ write: z.boolean() }),
  })
  .meta({ id: "SummaryView" });
export type SummaryView = z.infer<typeof SummaryView>;

export const readSummary = endpoint({
  name: "readSummary",
  summary: "The summary that a machine wrote of an opinion map, where moderators had one written",
  method: "GET",
  path,
  access: "public",
  params,
  reply: SummaryView,
});

export const draftSummary = endpoint({
  name: "draftSummary",
  summary: "What would be sent for a summary, word for word, and where to; nothing is sent",
  method: "GET",
  path: `${path}/draft`,
  access: "moderator",
  params,
  reply: z.object({
    text: z.string(),
    /** Its SHA-256. */
    hash: z.string(),
    model: z.string(),
    host: z.string(),
  }),
});

export const writeSummary = endpoint({
  name: "writeSummary",
  summary:
    "Send the text that was shown for a summary, and keep what comes back; once for each map",
  method: "POST",
  path,
  access: "moderator",
  params,
  body: z.strictObject({
    /** The SHA-256 of the text that the caller has read. */
    hash: z.string().regex(/^[\da-f]{64}$/),
  }),
  reply: SummaryView,
  limit: { max: 10, perSeconds: 3_600 },
});

/** There is a summary of a map. */
export const summaryWritten = event({
  name: "opinion-map.summarized",
  payload: z.object({ communityId: Id, debateId: Id, runId: Id }),
  room: debateRoom,
});

export const summaryEndpoints = [readSummary, draftSummary, writeSummary] as const;
export const summaryEvents = [summaryWritten] as const;
