import { isSameBytes, toBase64 } from "../merkle/bytes.ts";
import { cosignedAt, readWitnessKey } from "../merkle/cosignature.ts";
import { createGrowth } from "../merkle/growth.ts";
import type { LedgerExportLine } from "./export.ts";
import { type LedgerFault, ledgerFault, type SeenLedger } from "./faults.ts";
import { createKeyChain } from "./key-chain.ts";
import type { SignatureCheck } from "../merkle/note.ts";
import type { EntryCheck } from "./verify-entries.ts";

type LineOf<Type extends LedgerExportLine["type"]> = Extract<LedgerExportLine, { type: Type }>;

/** Who else saw a ledger, and up to which size. */
export interface WitnessSight {
  readonly name: string;
  readonly verifierKey: string;
  readonly size: number;
  /** Seconds since 1970. */
  readonly time: number;
}

interface Held {
  readonly entries: EntryCheck;
  readonly seen: SeenLedger | undefined;
  readonly keys: readonly string[];
  readonly report: (fault: LedgerFault) => void;
  readonly isSigned?: SignatureCheck | undefined;
}

/** Looks at the checkpoints of an export, in the order of their sizes: each root against the entries, each signature. */
export class CheckpointCheck {
  count = 0;
  /** Of the last one. */
  size = 0;
  readonly witnesses = new Map<string, WitnessSight>();
  readonly chain: ReturnType<typeof createKeyChain>;
  readonly #growth = createGrowth();
  readonly #held: Held;
  /** So much of the tree is as it was signed. */
  #right = 0;
  #text: string | undefined;
  #isSeenChecked = false;

  constructor(held: Held) {
    this.#held = held;
    this.chain = createKeyChain(held.entries.rotations, held);
  }

  take(line: LineOf<"checkpoint">): void {
    const { size } = line;
    const isNext = size > this.size;
    const { report } = this.#held;
    if (!isNext) report(ledgerFault("checkpoint-misplaced", size - 1, { size }));
    const { checkpoint, text, faults } = this.chain.open(line);
    for (const one of faults) report(one);
    this.count += 1;
    this.size = size;
    this.#text = text;
    if (!isNext || !checkpoint) return;
    this.#checkSeen(size);
    const root = this.rootAt(size);
    if (!root) return;
    if (isSameBytes(root, checkpoint.root)) this.#right = size;
    else report(ledgerFault("root-other", this.#right, { from: this.#right, to: size - 1, size }));
  }

  takeCosignature({ size, verifierKey, line }: LineOf<"cosignature">): void {
    const key = readWitnessKey(verifierKey);
    const text = this.size === size ? this.#text : undefined;
    const at = key && text !== undefined ? cosignedAt(text, key, line) : undefined;
    if (!key || at === undefined) {
      const values = { size, witness: key?.name ?? "" };
      this.#held.report(ledgerFault("cosignature-wrong", size - 1, values));
      return;
    }
    this.witnesses.set(verifierKey, { name: key.name, verifierKey, size, time: at });
  }

  /** The root over so many entries, which is never asked for a smaller size than before; undefined beyond a gap. */
  rootAt(size: number): Uint8Array | undefined {
    const { leaves, gap } = this.#held.entries;
    if (size > (gap ?? leaves.length) || size < this.#growth.size) return undefined;
    while (this.#growth.size < size) {
      this.#growth.add(leaves[this.#growth.size] ?? new Uint8Array());
    }
    return this.#growth.root();
  }

  /** Before the tree grows past what was seen. */
  #checkSeen(size: number): void {
    const { seen, entries, report } = this.#held;
    if (!seen || this.#isSeenChecked || size < seen.size) return;
    this.#isSeenChecked = true;
    const root = this.rootAt(seen.size);
    if (!root || toBase64(root) === seen.root) return;
    report(ledgerFault("history-other", null, { seen: seen.size, ...restoresIn(entries) }));
  }
}

/** Of which restored copies the ledger itself tells, to whoever misses something. */
export const restoresIn = ({ restores }: EntryCheck) => ({
  restores: restores.map(({ seq }) => seq).join(", ") || "none",
});
