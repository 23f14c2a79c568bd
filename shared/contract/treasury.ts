import { z } from "zod";
import { endpoint } from "./endpoint.ts";
import { communityRoom, event } from "./event.ts";
import { Author, communityParams, Id, Moment, Version } from "./ids.ts";
import { pageOf, PageQuery } from "./page.ts";
import { line, prose, WebAddress } from "./text.ts";

/*
 * What came into a community's treasury and went out of it. One person enters, another one confirms, and only what is
 * confirmed counts. Nothing is ever changed: what was wrong is taken back by an entry of its own. Amounts are whole
 * hundredths of a currency; no money is moved here.
 */

export const treasuryLimits = {
  party: 120,
  what: 200,
  title: 120,
  reason: 1_000,
  currency: 12,
  /** Hundredths. Of as many entries as there may be, numbers hold the sum exactly. */
  amount: 100_000_000_000,
  entries: 50_000,
  atOnce: 500,
  table: 200_000,
  lines: 100,
  /** Nothing was entered for days before this one. */
  firstDay: "2000-01-01",
} as const;

/** A word for what is counted: EUR, or credits. Letters alone, as it stands in the public ledger. */
export const Currency = z.string().regex(/^\p{L}{1,12}$/u);
const Amount = z.int().min(1).max(treasuryLimits.amount);
/** Below zero where something is taken back. */
const Sum = z.int();
const Day = z.iso.date();
const Month = z.string();

export const EntryKind = z.enum(["in", "out"]);
export type EntryKind = z.infer<typeof EntryKind>;
export const EntryState = z.enum(["waiting", "confirmed", "refused"]);
export type EntryState = z.infer<typeof EntryState>;

/** SHA-256 in hexadecimal digits. */
const FileHash = z.string().regex(/^[0-9a-f]{64}$/);

const EntryDocument = z.object({
  title: z.string(),
  url: z.string().nullable(),
  /** Of the file itself, which is not kept here: whoever has it can check that it is the same. */
  sha256: z.string().nullable(),
});

export const TreasuryEntry = z
  .object({
    id: Id,
    kind: EntryKind,
    /** Hundredths; below zero where this takes another entry back. */
    amount: Sum,
    currency: z.string(),
    day: Day,
    /** Whom it came from, or went to. */
    party: z.string(),
    what: z.string(),
    line: z.object({ id: Id, title: z.string() }).nullable(),
    commitment: z.object({ id: Id, title: z.string() }).nullable(),
    document: EntryDocument.nullable(),
    /** The entry that this one takes back. */
    reverses: Id.nullable(),
    /** The entry that takes this one back, unless it was refused. */
    reversedBy: Id.nullable(),
    state: EntryState,
    enteredBy: Author,
    enteredAt: Moment,
    /** Who confirmed or refused it; refused by who entered it, it was withdrawn. */
    settledBy: Author.nullable(),
    settledAt: Moment.nullable(),
    reason: z.string(),
    can: z.object({ confirm: z.boolean(), refuse: z.boolean(), reverse: z.boolean() }),
  })
  .meta({ id: "TreasuryEntry" });
export type TreasuryEntry = z.infer<typeof TreasuryEntry>;

export const BudgetLine = z
  .object({
    id: Id,
    title: z.string(),
    currency: z.string(),
    planned: z.int(),
    /** Of what is confirmed. */
    spent: Sum,
    version: Version,
  })
  .meta({ id: "BudgetLine" });
export type BudgetLine = z.infer<typeof BudgetLine>;

/** What the treasury says about one of its currencies; only what is confirmed counts, but for `waiting`. */
export const TreasuryFigures = z
  .object({
    currency: z.string(),
    balance: Sum,
    /** What waits for a second person. */
    waiting: z.object({ count: z.int(), in: Sum, out: Sum }),
    months: z.array(z.object({ month: Month, in: Sum, out: Sum, balance: Sum })),
    /** Who gave in this month and the twelve before, the largest first; null where nobody did. */
    funders: z
      .object({
        list: z.array(z.object({ name: z.string(), amount: z.int() })),
        count: z.int(),
        total: z.int(),
        gini: z.number(),
        topShare: z.number(),
        isOneOverHalf: z.boolean(),
      })
      .nullable(),
    /** The last complete months, twelve at most; null while there are fewer than three. */
    pace: z.object({ months: z.int(), in: Sum, out: Sum, largest: Sum }).nullable(),
    /** In whole months; null where nothing is known or nothing is spent. */
    runway: z.int().nullable(),
    lines: z.array(BudgetLine),
  })
  .meta({ id: "TreasuryFigures" });
export type TreasuryFigures = z.infer<typeof TreasuryFigures>;

const path = "/api/communities/:communityId/treasury";
const entryPath = `${path}/entries/:entryId` as const;
const entryParams = communityParams.extend({ entryId: Id });

export const readTreasury = endpoint({
  name: "readTreasury",
  summary:
    "What a community's treasury holds, who funds it, what was planned, and how long it lasts",
  method: "GET",
  path,
  access: "public",
  params: communityParams,
  query: z.object({ currency: Currency.optional() }),
  reply: z.object({
    /** The one that most entries are in first. */
    currencies: z.array(z.string()),
    /** Of the one that was asked for, or of the first; null where there is nothing yet. */
    figures: TreasuryFigures.nullable(),
    can: z.object({ enter: z.boolean() }),
  }),
});

const EntryFilter = z.object({
  currency: Currency.optional(),
  state: EntryState.optional(),
  commitmentId: Id.optional(),
});

export const listTreasuryEntries = endpoint({
  name: "listTreasuryEntries",
  summary: "What came in and went out, the last entered first",
  method: "GET",
  path: `${path}/entries`,
  access: "public",
  params: communityParams,
  query: PageQuery.extend(EntryFilter.shape),
  reply: pageOf(TreasuryEntry).extend({
    /** Of all that were asked for and are confirmed, not of this page alone. */
    sums: z.array(z.object({ currency: z.string(), kind: EntryKind, amount: Sum })),
  }),
});

export const downloadTreasuryEntries = endpoint({
  name: "downloadTreasuryEntries",
  summary: "All that came in and went out as a table, the last entered first",
  method: "GET",
  path: `${path}/table`,
  access: "public",
  params: communityParams,
  query: EntryFilter,
  download:
    "CSV: day, kind, amount, currency, party, what, state, line, commitment, document, address, sha256, entered-by, entered, settled-by, settled, reason, id, reverses; an amount below zero takes another entry back",
  limit: { max: 60, perSeconds: 3_600 },
});

export const enterTreasuryEntry = endpoint({
  name: "enterTreasuryEntry",
  summary: "Enter what came in or went out; it counts once somebody else has confirmed it",
  method: "POST",
  path: `${path}/entries`,
  access: "moderator",
  params: communityParams,
  body: z.strictObject({
    kind: EntryKind,
    amount: Amount,
    currency: Currency,
    day: Day,
    party: line(treasuryLimits.party),
    what: line(treasuryLimits.what),
    /** Only of what goes out. */
    lineId: Id.nullable().default(null),
    commitmentId: Id.nullable().default(null),
    /** With an address, or the hash of a file, or both. */
    document: z
      .strictObject({
        title: line(treasuryLimits.title),
        url: WebAddress.nullable().default(null),
        sha256: FileHash.nullable().default(null),
      })
      .nullable()
      .default(null),
  }),
  reply: TreasuryEntry,
});

export const importTreasuryEntries = endpoint({
  name: "importTreasuryEntries",
  summary:
    "Enter many by a table with the columns date, kind, amount, party, what and, if wanted, line; all of it or nothing, and what looks like an entry that is there only where it is said to be another one",
  method: "POST",
  path: `${path}/imports`,
  access: "moderator",
  params: communityParams,
  body: z.strictObject({
    currency: Currency,
    csv: prose(treasuryLimits.table).min(1),
    /** Whether rows that say the same as entries that are there are others all the same. */
    areOthers: z.boolean().default(false),
  }),
  bodyLimit: 4 * treasuryLimits.table,
  reply: z.object({ entered: z.int() }),
});

export const confirmTreasuryEntries = endpoint({
  name: "confirmTreasuryEntries",
  summary: "Confirm what somebody else has entered, one entry or many, all of them or none",
  method: "POST",
  path: `${path}/confirmations`,
  access: "moderator",
  params: communityParams,
  body: z.strictObject({ entryIds: z.array(Id).min(1).max(treasuryLimits.atOnce) }),
  reply: z.object({ confirmed: z.int() }),
});

export const refuseTreasuryEntry = endpoint({
  name: "refuseTreasuryEntry",
  summary:
    "Refuse what waits to be confirmed, with a reason, or withdraw one's own; it stays to be seen",
  method: "POST",
  path: `${entryPath}/refusal`,
  access: "moderator",
  params: entryParams,
  body: z.strictObject({ reason: prose(treasuryLimits.reason).min(3) }),
  reply: TreasuryEntry,
});

export const reverseTreasuryEntry = endpoint({
  name: "reverseTreasuryEntry",
  summary: "Take a confirmed entry back by another one, which somebody else confirms as well",
  method: "POST",
  path: `${entryPath}/reversal`,
  access: "moderator",
  params: entryParams,
  body: z.strictObject({ day: Day, reason: line(treasuryLimits.what, 3) }),
  reply: TreasuryEntry,
});

const plan = { title: line(treasuryLimits.title, 2), planned: Amount };

export const planBudgetLine = endpoint({
  name: "planBudgetLine",
  summary: "Plan what is to be spent on something",
  method: "POST",
  path: `${path}/lines`,
  access: "moderator",
  params: communityParams,
  body: z.strictObject({ ...plan, currency: Currency }),
  reply: BudgetLine,
});

export const changeBudgetLine = endpoint({
  name: "changeBudgetLine",
  summary: "Change what is planned; the public ledger keeps what was planned before",
  method: "PATCH",
  path: `${path}/lines/:lineId`,
  access: "moderator",
  params: communityParams.extend({ lineId: Id }),
  body: z.strictObject({ ...plan, version: Version }),
  reply: BudgetLine,
});

/** Something in the treasury is different; whoever looks at it reads it again. */
export const treasuryChanged = event({
  name: "treasury.changed",
  payload: z.object({ communityId: Id }),
  room: communityRoom,
});

export const treasuryEndpoints = [
  readTreasury,
  listTreasuryEntries,
  downloadTreasuryEntries,
  enterTreasuryEntry,
  importTreasuryEntries,
  confirmTreasuryEntries,
  refuseTreasuryEntry,
  reverseTreasuryEntry,
  planBudgetLine,
  changeBudgetLine,
];
export const treasuryEvents = [treasuryChanged];
