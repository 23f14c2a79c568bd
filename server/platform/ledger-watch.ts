/** What is wrong with a ledger. */
export const faults = [
  /** An act says something else than when it got its number. */
  "entry-changed",
  /** A number has no act, or is not there. */
  "entry-missing",
  /** An act of the past has no number, and waits for none. */
  "act-unnumbered",
  /** A node is not the hash of what lies below it. */
  "tree-changed",
  /** A checkpoint is not about this tree, or was not signed by this server. */
  "checkpoint-changed",
  /** More was signed than there is, as after a restore of an older backup. */
  "shorter-than-signed",
  /** Something else was signed than there is. */
  "other-than-signed",
  /** This server's key was put aside for another one, as where several serve without a SIGNING_KEY in common: it must not sign any more. */
  "key-retired",
] as const;
export type Fault = (typeof faults)[number];

/** A ledger that is not as it was, and from which entry on. */
export interface LedgerProblem {
  readonly communityId: string;
  readonly fault: Fault;
  /** The number of the entry, as far as one can be told. */
  readonly seq: number | null;
}

/** Then nothing more is numbered and signed, until a restore is announced. */
const blocking: ReadonlySet<Fault> = new Set<Fault>([
  "tree-changed",
  "shorter-than-signed",
  "other-than-signed",
]);

/** Remembers which ledgers are wrong, for whoever asks how the server is. */
export function createLedgerWatch() {
  const found = new Map<string, LedgerProblem>();

  return {
    problems: (): LedgerProblem[] => [...found.values()],
    isBlocked: (communityId: string): boolean => {
      const problem = found.get(communityId);
      return problem !== undefined && blocking.has(problem.fault);
    },
    /** True where it is news. */
    report(problem: LedgerProblem): boolean {
      const before = found.get(problem.communityId);
      if (before && blocking.has(before.fault) && !blocking.has(problem.fault)) return false;
      found.set(problem.communityId, problem);
      return before?.fault !== problem.fault || before.seq !== problem.seq;
    },
    /** The ledger was found in order, or its restore announced. */
    clear(communityId: string): void {
      found.delete(communityId);
    },
  };
}

export type LedgerWatch = ReturnType<typeof createLedgerWatch>;
