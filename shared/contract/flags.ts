import { z } from "zod";
import { endpoint } from "./endpoint.ts";
import { Author, communityParams, Id, Moment, Version } from "./ids.ts";
import { FlagKind, Subject } from "./moderated.ts";
import { pageOf, PageQuery } from "./page.ts";
import { brokenRule } from "./reasons.ts";
import { prose } from "./text.ts";

export const maxNoteLength = 1_000;
export const RuleNumber = z.int().min(1).max(10_000);

/** A rule of the charter as it was when it was cited. */
export const CitedRule = z
  .object({ number: z.int(), version: Version, title: z.string() })
  .meta({ id: "CitedRule" });
export type CitedRule = z.infer<typeof CitedRule>;

/** What became of a flag: agreed when somebody acted on it, lapsed when nobody decided in time. */
export const FlagOutcome = z.enum(["open", "agreed", "disagreed", "lapsed", "withdrawn"]);
export type FlagOutcome = z.infer<typeof FlagOutcome>;

/** A flag, to who made it. */
export const OwnFlag = z
  .object({
    id: Id,
    subject: Subject,
    kind: FlagKind,
    rule: CitedRule,
    note: z.string(),
    outcome: FlagOutcome,
    createdAt: Moment,
  })
  .meta({ id: "OwnFlag" });
export type OwnFlag = z.infer<typeof OwnFlag>;

export const flagContent = endpoint({
  name: "flagContent",
  summary: "Report what breaks a rule of the charter, or the law; once at a time per item",
  method: "POST",
  path: "/api/communities/:communityId/flags",
  access: "member",
  params: communityParams,
  body: z
    .strictObject({
      subject: Subject,
      kind: FlagKind.default("rule"),
      /** The number of a rule in force. */
      rule: RuleNumber,
      note: prose(maxNoteLength).default(""),
    })
    .refine(({ kind, note }) => kind !== "illegal" || note !== "", {
      path: ["note"],
      ...brokenRule("which-law"),
    }),
  reply: OwnFlag,
  limit: { max: 60, perSeconds: 3_600 },
});

export const listMyFlags = endpoint({
  name: "listMyFlags",
  summary: "The caller's own flags and what became of them, newest first",
  method: "GET",
  path: "/api/communities/:communityId/flags",
  access: "member",
  params: communityParams,
  query: PageQuery.extend({ subjectId: Id.optional() }),
  reply: pageOf(OwnFlag),
});

export const withdrawFlag = endpoint({
  name: "withdrawFlag",
  summary: "Take one's own flag back, while nobody has decided on it",
  method: "DELETE",
  path: "/api/communities/:communityId/flags/:flagId",
  access: "member",
  params: communityParams.extend({ flagId: Id }),
});

/** A flag, to those who decide on it. */
export const ReceivedFlag = z
  .object({
    id: Id,
    by: Author,
    kind: FlagKind,
    rule: CitedRule,
    note: z.string(),
    /** How often its maker was right before, by Laplace's rule: (right + 1) / (decided + 2). */
    weight: z.number(),
    /** Whether it counts to the threshold: its maker has been here long enough. */
    counts: z.boolean(),
    outcome: FlagOutcome,
    createdAt: Moment,
  })
  .meta({ id: "ReceivedFlag" });
export type ReceivedFlag = z.infer<typeof ReceivedFlag>;

export const flagEndpoints = [flagContent, listMyFlags, withdrawFlag];
