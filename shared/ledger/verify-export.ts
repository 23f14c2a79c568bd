import { toBase64 } from "../merkle/bytes.ts";
import { readWitnessKey } from "../merkle/cosignature.ts";
import { readVerifierKey, type SignatureCheck } from "../merkle/note.ts";
import type { ClosedDecision } from "./closings.ts";
import { readExportLine } from "./export-line.ts";
import type { LedgerExportLine, LedgerHeader } from "./export.ts";
import { type LedgerFault, ledgerFault, type SeenLedger } from "./faults.ts";
import type { Rotation } from "./key-chain.ts";
import { CheckpointCheck, restoresIn, type WitnessSight } from "./verify-checkpoints.ts";
import { EntryCheck, type RestoreNote } from "./verify-entries.ts";

export interface VerifyOptions {
  /** What was seen before: the ledger must be a continuation of it. */
  readonly seen?: SeenLedger | undefined;
  /** Verifier keys that the reader knows by other ways; without any nobody says whose ledger it is. */
  readonly keys?: readonly string[] | undefined;
  readonly isSigned?: SignatureCheck | undefined;
}

export interface LedgerVerification {
  readonly isRight: boolean;
  /** The first of them; `faultCount` says how many there are. */
  readonly faults: readonly LedgerFault[];
  readonly faultCount: number;
  readonly header: LedgerHeader | null;
  /** What to hold the ledger to the next time; null where that can't be said. */
  readonly head: SeenLedger | null;
  /** Whether a key signed it that the reader knows. */
  readonly isKeyKnown: boolean;
  readonly entries: number;
  readonly checkpoints: number;
  /** How many commitments were compared with their words, and how many have none any more. */
  readonly words: { readonly compared: number; readonly deleted: number };
  readonly witnesses: readonly WitnessSight[];
  readonly rotations: readonly Rotation[];
  readonly restores: readonly RestoreNote[];
  readonly decisions: readonly (ClosedDecision & {
    /** of its rules, as it opened with them; null where no entry says it */
    readonly rulesHash: string | null;
  })[];
}

const mostFaults = 200;
/** Checkpoints follow when the entries are over, each with its cosignatures. */
const orders = { header: 0, entry: 1, checkpoint: 2, cosignature: 2 } as const;

/**
 * Verifies the whole export of a ledger, which is given line by line: the bytes and the number of each entry, what it
 * commits to, the root of each checkpoint and who signed it, what witnesses signed, and what was seen before. Needs
 * nothing but the export, and keeps no more of it than the hashes.
 */
export class LedgerVerifier {
  readonly #seen: SeenLedger | undefined;
  readonly #known: readonly string[];
  readonly #faults: LedgerFault[] = [];
  #faultCount = 0;
  #header: LedgerHeader | null = null;
  #lines = 0;
  #order = 0;
  readonly #entries: EntryCheck;
  readonly #checkpoints: CheckpointCheck;

  constructor({ seen, keys = [], isSigned }: VerifyOptions = {}) {
    this.#seen = seen;
    this.#known = seen ? [seen.verifierKey, ...keys] : keys;
    const report = this.#report;
    this.#entries = new EntryCheck(report);
    this.#checkpoints = new CheckpointCheck({
      entries: this.#entries,
      seen,
      keys,
      report,
      isSigned,
    });
  }

  take(text: string): void {
    this.#lines += 1;
    const line = readExportLine(text);
    if (!line) return this.#reportLine("line-unreadable");
    if (!this.#isInPlace(line)) return this.#reportLine("line-misplaced");
    if (line.type === "header") this.#takeHeader(line);
    else if (line.type === "entry") this.#entries.take(line);
    else if (line.type === "checkpoint") this.#checkpoints.take(line);
    else this.#checkpoints.takeCosignature(line);
  }

  /** How many entries and checkpoints were looked at, and how many entries there are. */
  progress() {
    const { leaves } = this.#entries;
    return {
      entries: leaves.length,
      checkpoints: this.#checkpoints.count,
      size: this.#header?.size ?? null,
    };
  }

  end(): LedgerVerification {
    const header = this.#header;
    if (header) this.#checkEnd(header);
    else this.#report(ledgerFault("header-wrong", null, { line: 1 }));
    const { leaves, words, rotations, restores, closed, opened } = this.#entries;
    const { count, witnesses } = this.#checkpoints;
    return {
      isRight: this.#faultCount === 0,
      faults: this.#faults,
      faultCount: this.#faultCount,
      header,
      head: header && this.#faultCount === 0 ? this.#headOf(header) : null,
      isKeyKnown: header !== null && this.#isKeyKnown(header.verifierKey),
      entries: leaves.length,
      checkpoints: count,
      words,
      witnesses: [...witnesses.values()],
      rotations,
      restores,
      decisions: Array.from(closed.values(), (one) => {
        return { ...one, rulesHash: opened.get(one.decisionId) ?? null };
      }),
    };
  }

  readonly #report = (fault: LedgerFault): void => {
    this.#faultCount += 1;
    if (this.#faults.length < mostFaults) this.#faults.push(fault);
  };

  /** Where an entry can't be read, it is that one. */
  #reportLine(code: "line-unreadable" | "line-misplaced"): void {
    const isAmongEntries = this.#lines > 1 && this.#order < 2;
    const seq = isAmongEntries ? this.#entries.leaves.length : null;
    this.#report(ledgerFault(code, seq, { line: this.#lines }));
  }

  #isInPlace({ type }: LedgerExportLine): boolean {
    if ((this.#lines === 1) !== (type === "header") || orders[type] < this.#order) return false;
    this.#order = orders[type];
    return true;
  }

  #takeHeader(header: LedgerHeader): void {
    this.#header = header;
    const { origin, communityId, verifierKey, witnesses } = header;
    const isRight =
      readVerifierKey(verifierKey)?.name === origin &&
      origin.endsWith(`/${communityId}`) &&
      witnesses.every((one) => readWitnessKey(one) !== undefined);
    if (!isRight) this.#report(ledgerFault("header-wrong", null, { line: 1 }));
    const seen = this.#seen?.origin;
    if (seen === undefined || seen.split("/").at(-1) === communityId) return;
    this.#report(ledgerFault("origin-other", null, { seen, found: origin }));
  }

  #checkEnd({ size, keys, verifierKey }: LedgerHeader): void {
    const { leaves } = this.#entries;
    const found = leaves.length;
    const seen = this.#seen?.size ?? 0;
    if (found !== size) this.#report(ledgerFault("size-other", found, { stated: size, found }));
    if (this.#checkpoints.size !== size) {
      this.#report(ledgerFault("checkpoint-missing", size - 1, { size }));
    }
    if (toldOf(keys) !== toldOf(this.#checkpoints.chain.reigns)) {
      this.#report(ledgerFault("header-wrong", null, { line: 1 }));
    }
    if (seen > found) {
      const values = { seen, size: found, ...restoresIn(this.#entries) };
      this.#report(ledgerFault("history-shorter", found, values));
    }
    if (this.#known.length > 0 && !this.#isKeyKnown(verifierKey)) {
      this.#report(ledgerFault("key-other", null, { key: verifierKey }));
    }
  }

  /** One that signs now, or did until it named the next. */
  #isKeyKnown(current: string): boolean {
    const { reigns } = this.#checkpoints.chain;
    return this.#known.some(
      (key) => key === current || reigns.some(({ verifierKey }) => verifierKey === key),
    );
  }

  #headOf({ size }: LedgerHeader): SeenLedger | null {
    const verifierKey = this.#checkpoints.chain.reigns.at(-1)?.verifierKey ?? "";
    const origin = readVerifierKey(verifierKey)?.name;
    const root = this.#checkpoints.rootAt(size);
    return origin === undefined || !root
      ? null
      : { origin, size, root: toBase64(root), verifierKey };
  }
}

const toldOf = (keys: LedgerHeader["keys"]) =>
  keys.map(({ verifierKey, from, to }) => `${verifierKey} ${from} ${to}`).join("\n");

/** Verifies an export that is there as a whole. */
export function verifyExport(text: string, options: VerifyOptions = {}): LedgerVerification {
  const verifier = new LedgerVerifier(options);
  const whole = text.endsWith("\n") ? text.slice(0, -1) : text;
  for (const line of whole.split("\n")) verifier.take(line);
  return verifier.end();
}
