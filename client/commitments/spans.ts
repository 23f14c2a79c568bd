import type { CommitmentSummary } from "#shared/contract/commitments.ts";

/** Where a commitment lies along the time from the first to the last of those beside it, in parts of it from 0 to 1. */
export interface Span {
  readonly commitment: CommitmentSummary;
  readonly from: number;
  readonly to: number;
  /** When it was reported to be done in full; null while it is not. */
  readonly done: number | null;
}

export interface Spans {
  readonly spans: readonly Span[];
  /** Where now is. */
  readonly now: number;
}

/** Wholes that somebody said yes to or was asked for, by the day on which they are due; parts stand with them. */
export function spansOf(items: readonly CommitmentSummary[], now: number): Spans {
  const shown = items
    .filter(({ parentId, state }) => parentId === null && state !== "declined")
    .filter(({ state }) => state !== "withdrawn")
    .toSorted((a, b) => (a.dueAt < b.dueAt ? -1 : 1));
  const moments = shown.flatMap(({ createdAt, dueAt, doneAt }) =>
    [createdAt, dueAt, doneAt].flatMap((at) => (at === null ? [] : [Date.parse(at)])),
  );
  const first = Math.min(now, ...moments);
  const length = Math.max(now, ...moments) - first || 1;
  const place = (at: number) => (at - first) / length;
  return {
    now: place(now),
    spans: shown.map((commitment) => {
      const { createdAt, dueAt, doneAt } = commitment;
      const done = doneAt === null ? null : place(Date.parse(doneAt));
      return { commitment, from: place(Date.parse(createdAt)), to: place(Date.parse(dueAt)), done };
    }),
  };
}
