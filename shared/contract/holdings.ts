import { z } from "zod";
import { mostDecimals } from "#shared/holdings/amount.ts";
import { Amount } from "#shared/voting/tally.ts";
import { endpoint } from "./endpoint.ts";
import { communityRoom, event } from "./event.ts";
import { Author, communityParams, Id, Moment } from "./ids.ts";
import { pageOf, PageQuery } from "./page.ts";
import { line, WebAddress } from "./text.ts";

/*
 * Who holds how much of a token at some moment, as a community has it from elsewhere: a snapshot, which never changes.
 * Decisions weighed by tokens name one.
 */

export const holdingLimits = {
  title: 120,
  token: 30,
  source: 300,
  holders: 100_000,
  /** Of the table, in characters. */
  characters: 10_000_000,
} as const;

/** A table of balances as it comes: CSV whose first row names the columns. */
const BalanceCsv = z.string().min(1).max(holdingLimits.characters);
const Decimals = z.int().min(0).max(mostDecimals);

const snapshot = {
  title: line(holdingLimits.title, 3),
  /** What one of it is called. */
  token: line(holdingLimits.token),
  /** Where the balances come from, in words. */
  source: line(holdingLimits.source, 3),
  link: WebAddress.nullable(),
  decimals: Decimals,
};

export const NewSnapshot = z.strictObject({ ...snapshot, csv: BalanceCsv });
export type NewSnapshot = z.infer<typeof NewSnapshot>;

/** A snapshot of balances; amounts are whole numbers of the token's smallest unit. */
export const TokenSnapshot = z
  .object({
    id: Id,
    communityId: Id,
    title: z.string(),
    token: z.string(),
    source: z.string(),
    link: z.string().nullable(),
    decimals: z.int(),
    holders: z.int(),
    total: Amount,
    /** SHA-256 over the canonical form of its table. */
    hash: z.string(),
    author: Author,
    createdAt: Moment,
  })
  .meta({ id: "TokenSnapshot" });
export type TokenSnapshot = z.infer<typeof TokenSnapshot>;

/** What of a snapshot is said beside whatever goes by it. */
export const SnapshotFacts = TokenSnapshot.pick({
  id: true,
  title: true,
  token: true,
  decimals: true,
  source: true,
  link: true,
  hash: true,
}).meta({ id: "SnapshotFacts" });
export type SnapshotFacts = z.infer<typeof SnapshotFacts>;

/** Whom of those that hold something a community has among its members. */
export const Presence = z.object({
  /** Members who hold something. */
  members: z.int(),
  /** What they hold together. */
  tokens: Amount,
});
export type Presence = z.infer<typeof Presence>;

export const SnapshotView = z
  .object({
    snapshot: TokenSnapshot,
    here: Presence,
    /** What the reader holds, where they are a member. */
    mine: Amount.nullable(),
  })
  .meta({ id: "SnapshotView" });
export type SnapshotView = z.infer<typeof SnapshotView>;

/** What would be kept of a table. */
export const SnapshotPreview = z
  .object({
    holders: z.int(),
    total: Amount,
    here: Presence,
    byName: z.int(),
    byWallet: z.int(),
    /** Names that two or more members have: nobody of them is meant. */
    ambiguous: z.array(z.string()),
    /** Names that no member has. */
    unknown: z.array(z.string()),
    unknownCount: z.int(),
    largest: z.array(z.object({ holder: z.string(), amount: Amount })),
  })
  .meta({ id: "SnapshotPreview" });
export type SnapshotPreview = z.infer<typeof SnapshotPreview>;

/** One row of a snapshot. */
export const Balance = z
  .object({
    /** An address in small letters, or a name; null for a name that was forgotten. */
    holder: z.string().nullable(),
    kind: z.enum(["address", "name"]),
    amount: Amount,
    /** The member whom the name means. */
    person: Author.nullable(),
  })
  .meta({ id: "Balance" });
export type Balance = z.infer<typeof Balance>;

const listPath = "/api/communities/:communityId/holdings";
const onePath = `${listPath}/:snapshotId` as const;
const params = communityParams.extend({ snapshotId: Id });
/** A table of 10 million characters, each of which JSON may write as two. */
const bodyLimit = 2 * holdingLimits.characters + 65_536;

export const listSnapshots = endpoint({
  name: "listSnapshots",
  summary: "Snapshots of who holds how much of a token, the newest first",
  method: "GET",
  path: listPath,
  access: "public",
  params: communityParams,
  query: PageQuery,
  reply: pageOf(TokenSnapshot).extend({ can: z.object({ make: z.boolean() }) }),
});

export const readSnapshot = endpoint({
  name: "readSnapshot",
  summary: "One snapshot: where it comes from, its hash, and how much of it members hold",
  method: "GET",
  path: onePath,
  access: "public",
  params,
  reply: SnapshotView,
});

export const listBalances = endpoint({
  name: "listBalances",
  summary: "The balances of a snapshot, the largest first",
  method: "GET",
  path: `${onePath}/balances`,
  access: "public",
  params,
  query: PageQuery,
  reply: pageOf(Balance),
});

export const downloadSnapshot = endpoint({
  name: "downloadSnapshot",
  summary: "A snapshot as a table",
  method: "GET",
  path: `${onePath}/table`,
  access: "public",
  params,
  download:
    "CSV: holder, amount, salt, digest. With the salts of names its hash can be checked: SHA-256 over " +
    "`folkmoot-holdings 1`, `decimals <d>`, and a line for each holder in order, `address <address> <units>` or " +
    "`name <digest> <units>`, joined by line feeds; a name's digest is SHA-256 over `<salt>:<name>`.",
  limit: { max: 120, perSeconds: 3_600 },
});

export const previewSnapshot = endpoint({
  name: "previewSnapshot",
  summary: "See what a table of balances would give, without keeping it",
  method: "POST",
  path: "/api/communities/:communityId/holdings-preview",
  access: "moderator",
  params: communityParams,
  body: z.strictObject({ decimals: Decimals, csv: BalanceCsv }),
  bodyLimit,
  reply: SnapshotPreview,
  repeatable: true,
  limit: { max: 120, perSeconds: 3_600 },
});

export const makeSnapshot = endpoint({
  name: "makeSnapshot",
  summary: "Keep a table of balances as a snapshot; it never changes, a correction is another one",
  method: "POST",
  path: listPath,
  access: "moderator",
  params: communityParams,
  body: NewSnapshot,
  bodyLimit,
  reply: TokenSnapshot,
  limit: { max: 60, perSeconds: 3_600 },
});

/** A community has one snapshot more. */
export const snapshotMade = event({
  name: "holdings.snapshot-made",
  payload: z.object({ communityId: Id }),
  room: communityRoom,
});

export const holdingEndpoints = [
  listSnapshots,
  readSnapshot,
  listBalances,
  downloadSnapshot,
  previewSnapshot,
  makeSnapshot,
];
export const holdingEvents = [snapshotMade];
