import { z } from "zod";
import { endpoint } from "./endpoint.ts";
import { communityRoom, event } from "./event.ts";
import { Author, communityParams, Id, Moment } from "./ids.ts";
import { line } from "./text.ts";

/*
 * The public ledger of a community: every public act as a leaf of a Merkle tree (RFC 6962), whose root is signed as a
 * checkpoint (C2SP tlog-checkpoint). The form of entries and how they are hashed is in shared/ledger/entry.ts.
 */

export const ledgerLimits = {
  /** Entries in one answer. */
  entries: 1_000,
  /** Witnesses that a community lists. */
  witnesses: 20,
} as const;

/** A number of entries, or the number of one. */
const Count = z.int().min(0);
const AskedCount = z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER);
/** 32 bytes in base64. */
const Hash = z.string();

export const LedgerEntry = z
  .object({
    /** From 0, without gaps: the place of its leaf. */
    seq: Count,
    time: Moment,
    kind: z.string(),
    /** The participant who acted; null where the clock did. */
    actor: Id.nullable(),
    subject: z.string(),
    /** What people wrote stands in it as `{commitment}`: base64 of SHA-256 over salt and text. */
    payload: z.record(z.string(), z.unknown()),
  })
  .meta({ id: "LedgerEntry" });
export type LedgerEntry = z.infer<typeof LedgerEntry>;

export const ListedLedgerEntry = z
  .object({
    entry: LedgerEntry,
    leafHash: Hash,
    /** What its commitments stand for, as far as it was not deleted. */
    words: z.array(z.object({ field: z.string(), salt: z.string(), value: z.string() })),
  })
  .meta({ id: "ListedLedgerEntry" });
export type ListedLedgerEntry = z.infer<typeof ListedLedgerEntry>;

const path = "/api/communities/:communityId/ledger";

export const readLedgerCheckpoint = endpoint({
  name: "readLedgerCheckpoint",
  summary: "The newest signed checkpoint of a community's ledger, with what witnesses signed",
  method: "GET",
  path: `${path}/checkpoint`,
  access: "public",
  params: communityParams,
  query: z.object({
    /** Of this size, where that was signed. */
    size: AskedCount.optional(),
  }),
  download: "Text: a signed note (C2SP tlog-checkpoint), with cosignatures",
});

export const listLedgerEntries = endpoint({
  name: "listLedgerEntries",
  summary: "Entries of a community's ledger, by their numbers, kind, actor or subject",
  method: "GET",
  path: `${path}/entries`,
  access: "public",
  params: communityParams,
  query: z.object({
    /** The first number, included. */
    start: AskedCount.default(0),
    /** The last number, included; the newest unless said. */
    end: AskedCount.optional(),
    /** A whole kind such as `decision.closed`, or what stands before its dot. */
    kind: z
      .string()
      .regex(/^[a-z][a-z.-]{0,79}$/)
      .optional(),
    actor: Id.optional(),
    subject: line(200).optional(),
    order: z.enum(["oldest", "newest"]).default("oldest"),
    limit: z.coerce.number().int().min(1).max(ledgerLimits.entries).default(ledgerLimits.entries),
  }),
  reply: z.object({
    items: z.array(ListedLedgerEntry),
    /** Where to go on, as `start` or, with the newest first, as `end`; null at the end. */
    next: Count.nullable(),
    /** How many entries there are. */
    size: Count,
    /** Who is called how now, of those who act in these entries or are their subjects. */
    people: z.array(Author),
  }),
});

export const readInclusionProof = endpoint({
  name: "readInclusionProof",
  summary: "The proof that an entry is in the tree of some size (RFC 9162 §2.1.3)",
  method: "GET",
  path: `${path}/proof/inclusion`,
  access: "public",
  params: communityParams,
  query: z.object({
    seq: AskedCount,
    /** Of the newest checkpoint unless said. */
    size: AskedCount.optional(),
  }),
  reply: z.object({ seq: Count, size: Count, leafHash: Hash, proof: z.array(Hash), root: Hash }),
});

export const readConsistencyProof = endpoint({
  name: "readConsistencyProof",
  summary: "The proof that the tree of one size is the beginning of a later one (RFC 9162 §2.1.4)",
  method: "GET",
  path: `${path}/proof/consistency`,
  access: "public",
  params: communityParams,
  query: z.object({
    from: AskedCount,
    /** Of the newest checkpoint unless said. */
    to: AskedCount.optional(),
  }),
  reply: z.object({ from: Count, to: Count, proof: z.array(Hash), fromRoot: Hash, toRoot: Hash }),
});

export const exportLedger = endpoint({
  name: "exportLedger",
  summary: "The whole ledger: entries, checkpoints, cosignatures and keys, to be verified anywhere",
  method: "GET",
  path: `${path}/export`,
  access: "public",
  params: communityParams,
  download: "NDJSON: a header, then entries in canonical JSON, checkpoints and cosignatures",
  limit: { max: 30, perSeconds: 60 },
});

export const cosignCheckpoint = endpoint({
  name: "cosignCheckpoint",
  summary: "Leave a witness's signature on the newest checkpoint (C2SP tlog-cosignature)",
  method: "POST",
  path: `${path}/checkpoint/cosign`,
  access: "public",
  params: communityParams,
  body: z.strictObject({
    /** Of the checkpoint that was seen. */
    size: Count,
    /** The line below the note: `— <name> <base64>`. */
    cosignature: z.string().min(1).max(1_000),
  }),
  reply: z.object({ size: Count, witness: z.string(), time: Moment }),
  repeatable: true,
  limit: { max: 120, perSeconds: 60, by: "address" },
});

export const LedgerWitness = z
  .object({
    /** `<name>+<id>+<key>`, as C2SP tlog-cosignature writes it. */
    verifierKey: z.string(),
    name: z.string(),
    addedAt: Moment,
    /** The largest tree that it signed, and when it saw that; null before. */
    seen: z.object({ size: Count, time: Moment }).nullable(),
  })
  .meta({ id: "LedgerWitness" });
export type LedgerWitness = z.infer<typeof LedgerWitness>;

export const LedgerWitnesses = z
  .object({
    items: z.array(LedgerWitness),
    /** Under which key this server signs the ledger. */
    verifierKey: z.string(),
    can: z.object({ change: z.boolean() }),
  })
  .meta({ id: "LedgerWitnesses" });
export type LedgerWitnesses = z.infer<typeof LedgerWitnesses>;

export const listLedgerWitnesses = endpoint({
  name: "listLedgerWitnesses",
  summary: "Whose signatures a community asks for below its checkpoints, and what they saw",
  method: "GET",
  path: `${path}/witnesses`,
  access: "public",
  params: communityParams,
  reply: LedgerWitnesses,
});

export const setLedgerWitnesses = endpoint({
  name: "setLedgerWitnesses",
  summary: "List these witnesses, in place of those before",
  method: "PUT",
  path: `${path}/witnesses`,
  access: "owner",
  params: communityParams,
  body: z.strictObject({
    verifierKeys: z.array(z.string().min(1).max(500)).max(ledgerLimits.witnesses),
  }),
  reply: LedgerWitnesses,
});

/** A checkpoint was signed, or a witness signed below it. */
export const ledgerSigned = event({
  name: "ledger.signed",
  folded: true,
  payload: z.object({ communityId: Id, size: Count }),
  room: communityRoom,
});

export const ledgerEvents = [ledgerSigned];
export const ledgerEndpoints = [
  readLedgerCheckpoint,
  listLedgerEntries,
  readInclusionProof,
  readConsistencyProof,
  exportLedger,
  cosignCheckpoint,
  listLedgerWitnesses,
  setLedgerWitnesses,
];
