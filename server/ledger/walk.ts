import { setImmediate as turn } from "node:timers/promises";
import { leafOf } from "#shared/ledger/entry.ts";
import { isSameBytes } from "#shared/merkle/bytes.ts";
import { readCheckpoint } from "#shared/merkle/checkpoint.ts";
import { createGrowth, type KeptNode } from "#shared/merkle/growth.ts";
import { type NoteKey, openNote, readVerifierKey } from "#shared/merkle/note.ts";
import type { Fault, LedgerProblem } from "../platform/ledger-watch.ts";
import { isSigned } from "../platform/signer.ts";
import { checkpointsAfter, type SignedCheckpoint } from "./checkpoint-store.ts";
import { keptNodes, listEntries, type ListedEntry, type Sql } from "./store.ts";

/** So many entries are read at once. */
const atOnce = 500;
/** After so many entries, and after each signature, everybody else has a turn. */
const hashedAtOnce = 25;

/** Looks at a ledger from its first entry on, a piece at a time: each act against its hash, each hash against the tree. */
export interface Walk {
  /** How many entries were found in order so far. */
  readonly done: number;
  /** Looks at the next entries before `size`; gives what is wrong with them. */
  step(on: Sql, size: number): Promise<LedgerProblem | undefined>;
}

/** @param isOurs whether this server, or one before it, signs by a key */
export function createWalk(communityId: string, isOurs: (key: NoteKey) => boolean): Walk {
  const growth = createGrowth();
  let checkpoints: SignedCheckpoint[] = [];
  let signed = 0;

  const wrong = (fault: Fault, seq: number | null): LedgerProblem => ({ communityId, fault, seq });

  async function step(on: Sql, size: number): Promise<LedgerProblem | undefined> {
    const first = growth.size;
    const last = Math.min(first + atOnce, size) - 1;
    if (last < first) return undefined;
    const range = { first, last, newestFirst: false, limit: atOnce };
    const listed = await listEntries(on, communityId, range);
    checkpoints = await checkpointsAfter(on, communityId, { after: first, limit: atOnce });
    const whole: KeptNode[] = [];
    for (let seq = first; seq <= last; seq += 1) {
      const problem = grow(listed[seq - first], seq, whole);
      if (problem) return problem;
      if (growth.size === signed || growth.size % hashedAtOnce === 0) await turn();
    }
    return checkNodes(on, whole, first);
  }

  function grow(listed: ListedEntry | undefined, seq: number, whole: KeptNode[]) {
    if (listed?.entry.seq !== seq) return wrong("entry-missing", seq);
    const leaf = leafOf(listed.entry);
    if (!isSameBytes(leaf, listed.leafHash)) return wrong("entry-changed", seq);
    whole.push(...growth.add(leaf));
    const checkpoint = checkpoints.find((one) => one.size === growth.size);
    return checkpoint && checkSigned(checkpoint);
  }

  function checkSigned({ size, note, signedBy }: SignedCheckpoint): LedgerProblem | undefined {
    const key = readVerifierKey(signedBy);
    const text = key && isOurs(key) ? openNote(note, [key], isSigned)?.text : undefined;
    const told = text === undefined ? undefined : readCheckpoint(text);
    if (told?.size !== size) return wrong("checkpoint-changed", size - 1);
    // Some entry since the checkpoint before this one is another.
    if (!isSameBytes(told.root, growth.root())) return wrong("other-than-signed", signed);
    signed = size;
    return undefined;
  }

  async function checkNodes(on: Sql, whole: readonly KeptNode[], first: number) {
    const ranges = whole.map(({ level, index }) => ({ level, from: index, to: index + 1 }));
    const kept = await keptNodes(on, communityId, ranges);
    const known = new Map(kept.map(({ level, index, hash }) => [`${level} ${index}`, hash]));
    const other = whole.find(({ level, index, hash }) => {
      const stored = known.get(`${level} ${index}`);
      return !stored || !isSameBytes(stored, hash);
    });
    return other && wrong("tree-changed", Math.max(first, other.index * 2 ** other.level));
  }

  return {
    get done() {
      return growth.size;
    },
    step,
  };
}
