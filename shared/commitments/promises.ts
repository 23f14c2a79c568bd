import type { CommitmentState } from "./state.ts";

/** A commitment as it is counted. Moments are milliseconds since 1970. */
export interface CountedPromise {
  readonly state: CommitmentState;
  readonly dueAt: number;
  /** When the last of it was reported done; null while it is not. */
  readonly doneAt: number | null;
}

/** Where each promise went; the parts add up to `promised`. */
export interface Promises {
  /** Somebody said yes to it. */
  readonly promised: number;
  /** Done by its day, and no review has found otherwise. */
  readonly kept: number;
  readonly keptLate: number;
  /** Its day is still to come. */
  readonly running: number;
  readonly overdue: number;
  /** A review found that it is to be done otherwise. */
  readonly changed: number;
  /** A review gave it up. */
  readonly revoked: number;
  /** What is kept, late or not, of all whose fate is known, in whole per cent rounded down; null of none. */
  readonly keptPercent: number | null;
}

type Fate = Exclude<keyof Promises, "promised" | "keptPercent">;

/** What has a fate by its state alone; null where nothing was promised. */
const fates = {
  open: null,
  declined: null,
  withdrawn: null,
  accepted: "running",
  underway: "running",
  done: "kept",
  worked: "kept",
  overdue: "overdue",
  changed: "changed",
  revoked: "revoked",
} as const satisfies Record<CountedPromise["state"], Fate | null>;

function fateOf({ state, dueAt, doneAt }: CountedPromise): Fate | null {
  const fate = fates[state];
  return fate === "kept" && doneAt !== null && doneAt > dueAt ? "keptLate" : fate;
}

/** How many of these were promised, and what became of them. */
export function countPromises(commitments: readonly CountedPromise[]): Promises {
  const counts: Record<Fate, number> = {
    kept: 0,
    keptLate: 0,
    running: 0,
    overdue: 0,
    changed: 0,
    revoked: 0,
  };
  let promised = 0;
  for (const commitment of commitments) {
    const fate = fateOf(commitment);
    if (fate === null) continue;
    counts[fate] += 1;
    promised += 1;
  }
  const known = promised - counts.running;
  const kept = counts.kept + counts.keptLate;
  return {
    promised,
    ...counts,
    keptPercent: known === 0 ? null : Math.floor((kept * 100) / known),
  };
}
