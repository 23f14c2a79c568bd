import { fromBase64, isSameBytes } from "../merkle/bytes.ts";
import { checkClosing, type ClosedDecision } from "./closings.ts";
import { commitmentTo, leafOf, type LedgerEntry } from "./entry.ts";
import type { LedgerExportLine } from "./export.ts";
import { type LedgerFault, ledgerFault } from "./faults.ts";
import { type Rotation, rotationIn } from "./key-chain.ts";

type EntryLine = Extract<LedgerExportLine, { type: "entry" }>;

/** That an older copy of the database was restored, as an entry says. */
export interface RestoreNote {
  readonly seq: number;
  /** What had been signed before. */
  readonly signedSize: number | null;
}

/** Looks at the entries of an export, one by one: their numbers, their bytes, and what they commit to. */
export class EntryCheck {
  readonly leaves: Uint8Array[] = [];
  /** From which number on entries are not where they belong, so that no root can be told. */
  gap: number | null = null;
  readonly words = { compared: 0, deleted: 0 };
  readonly rotations: Rotation[] = [];
  readonly restores: RestoreNote[] = [];
  /** The newest closing of each decision: a tie may be settled later. */
  readonly closed = new Map<string, ClosedDecision>();
  /** The hash of the rules with which each decision opened. */
  readonly opened = new Map<string, string>();
  readonly #report: (fault: LedgerFault) => void;

  constructor(report: (fault: LedgerFault) => void) {
    this.#report = report;
  }

  take({ entry, leafHash, words }: EntryLine): void {
    const { seq } = entry;
    this.#checkNumber(seq);
    const leaf = leafOf(entry);
    const stated = fromBase64(leafHash) ?? new Uint8Array();
    const isAsHashed = isSameBytes(leaf, stated);
    if (!isAsHashed) this.#report(ledgerFault("entry-changed", seq));
    // What follows is held against what was hashed once, so that it is not blamed too.
    this.leaves.push(isAsHashed ? leaf : stated);
    this.#checkWords(entry, words);
    this.#note(entry);
  }

  #checkNumber(seq: number): void {
    const at = this.leaves.length;
    if (seq === at || this.gap !== null) return;
    this.gap = at;
    this.#report(ledgerFault(seq > at ? "entry-missing" : "entry-misplaced", at, { found: seq }));
  }

  #checkWords({ seq, payload }: LedgerEntry, words: EntryLine["words"]): void {
    for (const { field, salt, value } of words) {
      const bytes = fromBase64(salt);
      const stated = Object.hasOwn(payload, field) ? commitmentIn(payload[field]) : undefined;
      const isRight = bytes !== undefined && stated === commitmentTo(bytes, value).commitment;
      if (!isRight) this.#report(ledgerFault("words-changed", seq, { field }));
    }
    const committed = Object.values(payload).filter((one) => commitmentIn(one) !== undefined);
    this.words.compared += words.length;
    this.words.deleted += Math.max(0, committed.length - words.length);
  }

  /** What the ledger says of itself, and of decisions. */
  #note(entry: LedgerEntry): void {
    const { seq, kind, subject, payload } = entry;
    const rotation = rotationIn(entry);
    if (rotation) this.rotations.push(rotation);
    if (kind === "ledger.restored") {
      const { signedSize } = payload;
      this.restores.push({ seq, signedSize: typeof signedSize === "number" ? signedSize : null });
    }
    const { rulesHash } = payload;
    if (kind === "decision.opened" && typeof rulesHash === "string") {
      this.opened.set(subject, rulesHash);
    }
    const closing = checkClosing(entry);
    if (closing === "unsigned") this.#report(ledgerFault("closing-unsigned", seq));
    else if (closing) this.closed.set(closing.decisionId, closing);
  }
}

/** What an entry says in place of people's words. */
export function commitmentIn(value: unknown): string | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const { commitment } = value as { readonly commitment?: unknown };
  return typeof commitment === "string" && Object.keys(value).length === 1 ? commitment : undefined;
}
