import type { LatestVotes } from "./polis-latest.ts";
import type { PolisSign } from "./polis-votes.ts";

export interface PolisCell {
  readonly commentId: number;
  readonly voterId: number;
}

/** Compares the matrix, cell by cell, with the last votes of the history, under both ways of reading its sign. */
export class MatrixComparison {
  private readonly history: LatestVotes;
  private matched = 0;
  private opinions = { same: 0, opposite: 0 };
  private asIs: { cells: number; example: PolisCell | null } = { cells: 0, example: null };
  private turned: { cells: number; example: PolisCell | null } = { cells: 0, example: null };

  constructor(history: LatestVotes) {
    this.history = history;
  }

  cell(place: PolisCell, value: PolisSign): void {
    const last = this.history.value(place.commentId, place.voterId);
    if (last !== undefined) this.matched += 1;
    if (last !== undefined && last !== 0 && value !== 0) {
      this.opinions[last === value ? "same" : "opposite"] += 1;
    }
    note(this.asIs, place, last === value);
    note(this.turned, place, last !== undefined && last + value === 0);
  }

  /** Whether the matrix says 1 where the history says -1. */
  get isOpposite(): boolean {
    return this.opinions.opposite > this.opinions.same;
  }

  /** How many cells differ once the sign is set right, votes missing from the matrix included. */
  differences(): { cells: number; example: PolisCell | null } {
    const missing = this.history.size - this.matched;
    const { cells, example } = this.isOpposite ? this.turned : this.asIs;
    return { cells: cells + missing, example };
  }
}

function note(
  differing: { cells: number; example: PolisCell | null },
  place: PolisCell,
  fits: boolean,
): void {
  if (fits) return;
  differing.cells += 1;
  differing.example ??= place;
}
