import { z } from "zod";
import { polisNoteCodes } from "#shared/transfer/polis-report.ts";
import { endpoint } from "./endpoint.ts";
import { accountRoom, event } from "./event.ts";
import { communityParams, debateParams, Id, Moment } from "./ids.ts";
import { pageOf, PageQuery } from "./page.ts";
import { Language, TopicId } from "./phases.ts";
import { line, prose } from "./text.ts";

/** What an uploaded import may weigh. */
export const importLimits = {
  files: 4,
  /** Each file as it is sent, packed or not. */
  bytes: 50 * 1024 * 1024,
  /** Each file once it is unpacked. */
  unpackedBytes: 512 * 1024 * 1024,
  votes: 5_000_000,
  /** A bundle tells of ratings by their sums alone, so that a few words could ask for any number of rows. */
  ratings: 1_000_000,
  /** Each of those who rated one thing becomes a participant. */
  raters: 100_000,
} as const;

/** A Polis export; or one file: text of Kialo, Argdown, or a debate's own bundle. */
export const ImportKind = z.enum(["polis", "kialo", "argdown", "bundle"]);
export type ImportKind = z.infer<typeof ImportKind>;

/** What somebody says with the files; what is left out is taken from summary.csv. */
export const ImportChoices = z.strictObject({
  /** Otherwise a file is known by its name: .json, .argdown or .txt, and the names of Polis' files. */
  kind: ImportKind.optional(),
  question: line(300).optional(),
  context: prose(10_000).optional(),
  /** Where the file names none that the community has; governance, or else the first, unless said. */
  topic: TopicId.optional(),
  language: Language.default("en"),
  /** Where the conversation comes from and under which licence; shown with the debate. */
  attribution: line(1_000).optional(),
  /** Which sign means agree, where the files don't tell. */
  agree: z.enum(["1", "-1"]).optional(),
});
export type ImportChoices = z.infer<typeof ImportChoices>;

export const ImportStatus = z.enum(["running", "done", "failed", "cancelled"]);
export type ImportStatus = z.infer<typeof ImportStatus>;

/** `reading` checks every row before anything is stored. */
export const ImportStage = z.enum([
  "reading",
  "participants",
  "argument",
  "statements",
  "responses",
  "history",
  "finishing",
]);
export type ImportStage = z.infer<typeof ImportStage>;

/** Rules for the files of an import, beyond those for the rows of an export. */
export const fileRuleCodes = [
  "missing-file",
  "repeated-file",
  "unknown-file",
  "packed-badly",
  "unpacked-size",
  "too-many",
  "many-statements",
  "encoding",
  "long-row",
  "csv",
  "no-question",
  "one-debate",
  "large-debate",
  "no-json",
  "no-bundle",
  "interrupted",
  "internal",
] as const;

/** Why an import stored nothing. Row 1 is a file's header; `rule` is a code, `detail` says it as a sentence. */
export const ImportProblem = z
  .object({
    rule: z.string(),
    file: z.string().nullable(),
    row: z.int().nullable(),
    column: z.string().nullable(),
    found: z.string(),
    detail: z.string(),
  })
  .meta({ id: "ImportProblem" });
export type ImportProblem = z.infer<typeof ImportProblem>;

/** What came in. */
export const ImportReport = z
  .object({
    /** What is argued; absent where the source has statements only. */
    positions: z.int().optional(),
    claims: z.int().optional(),
    evidence: z.int().optional(),
    /** Ratings of claims and reviews of sources, by nobody in particular. */
    ratings: z.int().optional(),
    statements: z.int(),
    hiddenStatements: z.int(),
    people: z.int(),
    /** Latest responses: one per person and statement. */
    responses: z.int(),
    /** Every response ever given, those that were changed later included. */
    events: z.int(),
    agrees: z.int(),
    disagrees: z.int(),
    passes: z.int(),
    /** What the files say differently among themselves, as sentences. */
    notes: z.array(z.string()),
    /** The same, each as a code with its numbers. */
    differences: z
      .array(z.object({ code: z.enum(polisNoteCodes), values: z.record(z.string(), z.number()) }))
      .optional(),
  })
  .meta({ id: "ImportReport" });
export type ImportReport = z.infer<typeof ImportReport>;

export const Import = z
  .object({
    communityId: Id,
    id: Id,
    kind: ImportKind,
    /** The question, once it is known. */
    title: z.string(),
    status: ImportStatus,
    stage: ImportStage,
    /** How much of this stage is done, and how much there is: kilobytes while reading, then rows. */
    done: z.int(),
    total: z.int(),
    problem: ImportProblem.nullable(),
    report: ImportReport.nullable(),
    /** The debate that it became. */
    debateId: Id.nullable(),
    by: z.object({ id: Id, name: z.string() }),
    createdAt: Moment,
    endedAt: Moment.nullable(),
    can: z.object({ cancel: z.boolean() }),
  })
  .meta({ id: "Import" });
export type Import = z.infer<typeof Import>;

const importPath = "/api/communities/:communityId/imports/:importId";
const importParams = communityParams.extend({ importId: Id });

export const beginImport = endpoint({
  name: "beginImport",
  summary: "Import a debate: the files of a Polis export, text of Kialo or Argdown, or a bundle",
  method: "POST",
  path: "/api/communities/:communityId/imports",
  access: "moderator",
  params: communityParams,
  upload: {
    fields: ImportChoices,
    files:
      "comments.csv with votes.csv or participants-votes.csv (or both), and summary.csv if there is one; " +
      "each may be gzipped (.csv.gz). Or one file: a bundle (.json), Argdown (.argdown) or text of Kialo (.txt).",
  },
  bodyLimit: importLimits.files * importLimits.bytes,
  reply: Import,
  limit: { max: 30, perSeconds: 3_600 },
});

export const listImports = endpoint({
  name: "listImports",
  summary: "A community's imports, newest first",
  method: "GET",
  path: "/api/communities/:communityId/imports",
  access: "moderator",
  params: communityParams,
  query: PageQuery,
  reply: pageOf(Import),
});

export const readImport = endpoint({
  name: "readImport",
  summary: "How far an import is, or how it ended",
  method: "GET",
  path: importPath,
  access: "moderator",
  params: importParams,
  reply: Import,
});

export const cancelImport = endpoint({
  name: "cancelImport",
  summary: "Stop an import; nothing of it stays",
  method: "DELETE",
  path: importPath,
  access: "moderator",
  params: importParams,
  reply: Import,
});

/** How a debate can be taken away. */
export const exportFormats = ["bundle", "markdown", "kialo", "argdown", "csv", "polis"] as const;
export const ExportFormat = z.enum(exportFormats);
export type ExportFormat = (typeof exportFormats)[number];

export const exportDebate = endpoint({
  name: "exportDebate",
  summary:
    "A debate as a file: all of it, its argument in other tools' words, or its statements with responses",
  method: "GET",
  path: "/api/communities/:communityId/debates/:debateId/export/:format",
  access: "public",
  params: debateParams.extend({ format: ExportFormat }),
  download:
    "bundle: all of it as JSON, which can be imported again; markdown: a document to read; kialo and argdown: the " +
    "argument as text; csv: tables, zipped; polis: statements and responses as Polis exports them (1 means agree), " +
    "zipped. Responses are in bundle and polis once the debate is decided, under numbers that are drawn anew each time.",
  limit: { max: 120, perSeconds: 3_600 },
});

/** To whoever began them, on all their devices: the imports that are under way or ended just now. */
export const importProgressed = event({
  name: "import.progressed",
  folded: true,
  payload: z.object({ accountId: Id, imports: z.array(Import.omit({ can: true })) }),
  room: accountRoom,
});

export const transferEndpoints = [
  beginImport,
  listImports,
  readImport,
  cancelImport,
  exportDebate,
] as const;
export const transferEvents = [importProgressed] as const;
