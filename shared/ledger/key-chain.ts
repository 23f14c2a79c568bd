import { type Checkpoint, readCheckpoint } from "../merkle/checkpoint.ts";
import { openNote, readVerifierKey, type SignatureCheck } from "../merkle/note.ts";
import type { LedgerEntry } from "./entry.ts";
import type { LedgerExportLine } from "./export.ts";
import { type LedgerFault, ledgerFault } from "./faults.ts";

type CheckpointLine = Extract<LedgerExportLine, { type: "checkpoint" }>;

/** That another key signs from now on, as an entry says. */
export interface Rotation {
  readonly seq: number;
  readonly from: string;
  readonly to: string;
  /** Whether the key before signed the checkpoint that holds this entry. */
  readonly isVouchedFor: boolean;
}

/** The rotation that an entry tells of. */
export function rotationIn({ seq, kind, payload }: LedgerEntry): Rotation | undefined {
  const { from, to, isVouchedFor } = payload;
  if (kind !== "ledger.key-rotated") return undefined;
  return { seq, from: String(from), to: String(to), isVouchedFor: isVouchedFor === true };
}

/** Under which key a ledger was signed, the first and the last size. */
interface Reign {
  readonly verifierKey: string;
  readonly from: number;
  to: number;
}

const linesBelow = (note: string) => note.slice(note.lastIndexOf("\n\n") + 2, -1).split("\n");

interface Trust {
  /** Keys that the reader knows by other ways. */
  readonly keys: readonly string[];
  readonly isSigned?: SignatureCheck | undefined;
}

/** Follows who signs a ledger, checkpoint by checkpoint: each key but the first is named by an entry that the one before signed. */
export function createKeyChain(rotations: readonly Rotation[], { keys, isSigned }: Trust) {
  const reigns: Reign[] = [];

  function rotationTo(key: string, size: number): Rotation | undefined {
    const last = reigns.at(-1);
    return rotations.find(
      ({ seq, from, to }) =>
        to === key && from === last?.verifierKey && seq >= last.to && seq < size,
    );
  }

  function checkTurn(key: string, size: number, isVouchedFor: boolean): LedgerFault[] {
    const last = reigns.at(-1);
    if (!last || last.verifierKey === key) return [];
    const rotation = rotationTo(key, size);
    if (!rotation) return [ledgerFault("key-unnamed", size - 1, { key, size })];
    if (isVouchedFor || (!rotation.isVouchedFor && keys.includes(key))) return [];
    return [ledgerFault("key-unvouched", rotation.seq, { key })];
  }

  /** Signed by whom it says, and by the key before where that hands over; by nobody else. */
  function openSigned({ note, signedBy }: CheckpointLine) {
    const before = reigns.at(-1)?.verifierKey ?? signedBy;
    const key = readVerifierKey(signedBy);
    const former = before === signedBy ? undefined : readVerifierKey(before);
    if (!key) return undefined;
    const opened = openNote(note, former ? [key, former] : [key], isSigned);
    if (!opened?.signers.includes(key)) return undefined;
    return linesBelow(note).length === opened.signers.length ? { ...opened, key } : undefined;
  }

  return {
    reigns,
    /** What this checkpoint says, if whoever it names signed it, and what is wrong with that. */
    open(line: CheckpointLine): Opened {
      const { size, signedBy } = line;
      const opened = openSigned(line);
      const checkpoint = opened && readCheckpoint(opened.text);
      if (!checkpoint || checkpoint.size !== size || checkpoint.origin !== opened.key.name) {
        return { faults: [ledgerFault("checkpoint-unsigned", size - 1, { size })] };
      }
      const faults = checkTurn(signedBy, size, opened.signers.length === 2);
      const last = reigns.at(-1);
      if (last?.verifierKey === signedBy) last.to = size;
      else reigns.push({ verifierKey: signedBy, from: size, to: size });
      return { checkpoint, text: opened.text, faults };
    },
  };
}

interface Opened {
  readonly checkpoint?: Checkpoint;
  readonly text?: string;
  readonly faults: readonly LedgerFault[];
}
