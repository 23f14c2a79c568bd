import { ed25519 } from "@noble/curves/ed25519.js";
import { concatBytes, toBase64, utf8ToBytes } from "../merkle/bytes.ts";
import { checkpointText } from "../merkle/checkpoint.ts";
import { cosign, witnessKeyOf } from "../merkle/cosignature.ts";
import { createGrowth } from "../merkle/growth.ts";
import { keyId, signatureLine, signNote, verifierKeyOf } from "../merkle/note.ts";
import { commitmentTo, leafOf, type LedgerEntry } from "./entry.ts";
import { writeExportLine } from "./export-line.ts";
import type { LedgerExportLine, LedgerHeader } from "./export.ts";

export const testCommunity = "00000000-0000-7000-8000-000000000001";
const origin = `moot.example.org/${testCommunity}`;

/** Somebody who signs, always by the same key for the same number. */
export function testSigner(number: number, name = origin) {
  const secret = new Uint8Array(32).fill(number);
  const key = { name, publicKey: ed25519.getPublicKey(secret) };
  const sign = (bytes: Uint8Array) => ed25519.sign(bytes, secret);
  return { key, sign, verifierKey: verifierKeyOf(key), witnessKey: witnessKeyOf(key) };
}

const salt = new Uint8Array(16).fill(7);

export const testEntry = (seq: number, more: Partial<LedgerEntry> = {}): LedgerEntry => ({
  seq,
  time: `2026-03-01T10:00:00.${String(seq).padStart(3, "0")}Z`,
  kind: "test.acted",
  actor: null,
  subject: `subject ${seq}`,
  payload: { n: seq, reason: commitmentTo(salt, `because of ${seq}`) },
  ...more,
});

interface Recipe {
  readonly entries: readonly LedgerEntry[];
  /** Sizes that were signed; the last is that of the ledger. */
  readonly signedAt: readonly number[];
  /** From this size on another key signs, and who was before signs once more. */
  readonly rotateAt?: number;
  readonly isVouchedFor?: boolean;
}

const textAt = (size: number, root: Uint8Array) => checkpointText({ origin, size, root, more: [] });

/** What was signed, and by whom in the end. */
function signed({ entries, signedAt, rotateAt = Infinity, isVouchedFor = true }: Recipe) {
  const [first, second] = [testSigner(1), testSigner(2)];
  const growth = createGrowth();
  const heads: LedgerExportLine[] = [];
  const keys: LedgerHeader["keys"] = [];
  for (const entry of entries) {
    growth.add(leafOf(entry));
    const { size } = growth;
    if (!signedAt.includes(size)) continue;
    const { key, sign, verifierKey } = size >= rotateAt ? second : first;
    const text = textAt(size, growth.root());
    const reign = keys.at(-1);
    const isTurn = reign !== undefined && reign.verifierKey !== verifierKey;
    const vouching = concatBytes(keyId(first.key), first.sign(utf8ToBytes(text)));
    const more = isTurn && isVouchedFor ? `${signatureLine(origin, vouching)}\n` : "";
    const note = signNote(text, key, sign) + more;
    heads.push({ type: "checkpoint", size, signedBy: verifierKey, note });
    if (reign && !isTurn) reign.to = size;
    else keys.push({ verifierKey, from: size, to: size });
  }
  return { heads, keys, text: textAt(growth.size, growth.root()) };
}

/** The lines of an export. */
export function testExport(recipe: Recipe): LedgerExportLine[] {
  const { heads, keys, text } = signed(recipe);
  const { key, sign, witnessKey } = testSigner(9, "witness.example.org");
  const size = recipe.entries.length;
  return [
    {
      type: "header",
      format: "folkmoot-ledger",
      version: 1,
      communityId: testCommunity,
      origin,
      size,
      verifierKey: keys.at(-1)?.verifierKey ?? "",
      keys,
      witnesses: [witnessKey],
    },
    ...recipe.entries.map((entry): LedgerExportLine => {
      const words = { field: "reason", salt: toBase64(salt), value: `because of ${entry.seq}` };
      const told = entry.kind === "test.acted" ? [words] : [];
      return { type: "entry", entry, words: told, leafHash: toBase64(leafOf(entry)) };
    }),
    ...heads,
    {
      type: "cosignature",
      size,
      verifierKey: witnessKey,
      line: cosign(text, { key, time: 1_700_000_500, sign }),
    },
  ];
}

export const textOf = (lines: readonly LedgerExportLine[]): string =>
  lines.map((line) => `${writeExportLine(line)}\n`).join("");

/** The entry with which a ledger says that its second key signs from now on. */
export const testRotation = (seq: number, isVouchedFor = true): LedgerEntry =>
  testEntry(seq, {
    kind: "ledger.key-rotated",
    subject: "ledger",
    payload: { from: testSigner(1).verifierKey, to: testSigner(2).verifierKey, isVouchedFor },
  });
