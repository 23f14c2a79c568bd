import { z } from "zod";

/*
 * A whole ledger as a file of lines, each a JSON object: a header, all entries in the order of their numbers, then each
 * checkpoint with the cosignatures below it. An entry's `entry` is written in the very bytes that are its leaf.
 */

export const ledgerExportFormat = "folkmoot-ledger";
export const ledgerExportVersion = 1;

/** Under which key a ledger was signed from some size on. */
export const LedgerKey = z.object({
  verifierKey: z.string(),
  /** The first and the last size that it signed. */
  from: z.int(),
  to: z.int(),
});

export const LedgerHeader = z.object({
  type: z.literal("header"),
  format: z.literal(ledgerExportFormat),
  version: z.literal(ledgerExportVersion),
  communityId: z.string(),
  origin: z.string(),
  /** Of the newest checkpoint: so many entries follow. */
  size: z.int().min(0),
  /** Under which key it is signed now. */
  verifierKey: z.string(),
  /** All keys that ever signed, the oldest first; each but the first is named by an entry that the one before it signed. */
  keys: z.array(LedgerKey),
  /** Those whom the community lists. */
  witnesses: z.array(z.string()),
});
export type LedgerHeader = z.infer<typeof LedgerHeader>;

export const LedgerExportEntry = z.object({
  type: z.literal("entry"),
  entry: z.object({
    seq: z.int().min(0),
    time: z.string(),
    kind: z.string(),
    actor: z.string().nullable(),
    subject: z.string(),
    payload: z.record(z.string(), z.unknown()),
  }),
  words: z.array(z.object({ field: z.string(), salt: z.string(), value: z.string() })),
  /** Base64, as it was hashed when it got its number: who changes the act alone is found out to the entry. */
  leafHash: z.string(),
});

export const LedgerExportCheckpoint = z.object({
  type: z.literal("checkpoint"),
  size: z.int().min(0),
  signedBy: z.string(),
  note: z.string(),
});

export const LedgerExportCosignature = z.object({
  type: z.literal("cosignature"),
  size: z.int().min(0),
  verifierKey: z.string(),
  line: z.string(),
});

/** One line of the file. */
export const LedgerExportLine = z.discriminatedUnion("type", [
  LedgerHeader,
  LedgerExportEntry,
  LedgerExportCheckpoint,
  LedgerExportCosignature,
]);
export type LedgerExportLine = z.infer<typeof LedgerExportLine>;
