import type { PolisCell } from "./polis-comparison.ts";
import type { AgreeSign } from "./polis-sign.ts";
import type { PolisSign } from "./polis-votes.ts";

export type PolisResponse = "agree" | "disagree" | "pass";

/** What somebody last answered to a comment. The matrix alone has no times. */
export interface PolisLatestResponse {
  readonly commentId: number;
  readonly voterId: number;
  readonly time: number | null;
  readonly response: PolisResponse;
}

/** Something that the files say differently; no reason to refuse them, but worth telling. */
export type PolisNote =
  | {
      readonly kind: "matrix-differs";
      readonly cells: number;
      /** A differing cell, or null where votes are missing from the matrix. */
      readonly example: PolisCell | null;
    }
  | { readonly kind: "matrix-sign-is-opposite" }
  | { readonly kind: "counts-differ"; readonly comments: number; readonly commentId: number }
  | {
      readonly kind: "summary-differs";
      readonly line: "voters" | "comments";
      readonly said: number;
      readonly found: number;
    };

/** What an export holds, known before anything of it is stored. */
export interface PolisReport {
  readonly source: "votes.csv" | "participants-votes.csv";
  readonly agree: AgreeSign;
  readonly comments: number;
  readonly voters: number;
  /** Acts of voting, changed ones included; the matrix alone knows only the last ones. */
  readonly events: number;
  readonly latest: number;
  readonly responses: Readonly<Record<PolisResponse, number>>;
  readonly notes: readonly PolisNote[];
}

/** What a vote of an export means, given the sign that means agree there. */
export function polisResponse(value: PolisSign, agree: AgreeSign): PolisResponse {
  if (value === 0) return "pass";
  return value === agree ? "agree" : "disagree";
}

export const polisNoteCodes = [
  "matrix-differs",
  "matrix-differs-at",
  "matrix-sign-is-opposite",
  "counts-differ",
  "summary-voters",
  "summary-comments",
] as const;

/** A note as a code with its numbers, for a page to put into words. */
export interface PolisNoteFacts {
  readonly code: (typeof polisNoteCodes)[number];
  readonly values: Readonly<Record<string, number>>;
}

export function polisNoteFacts(note: PolisNote): PolisNoteFacts {
  switch (note.kind) {
    case "matrix-differs": {
      const { cells: count, example } = note;
      if (example === null) return { code: "matrix-differs", values: { count } };
      const { voterId, commentId } = example;
      return { code: "matrix-differs-at", values: { count, voterId, commentId } };
    }
    case "matrix-sign-is-opposite":
      return { code: note.kind, values: {} };
    case "counts-differ":
      return { code: note.kind, values: { count: note.comments, commentId: note.commentId } };
    case "summary-differs":
      return { code: `summary-${note.line}`, values: { said: note.said, found: note.found } };
    default:
      return note satisfies never;
  }
}

/** A note as one sentence for a terminal or a log. */
export function describePolisNote(note: PolisNote): string {
  switch (note.kind) {
    case "matrix-differs": {
      const place =
        note.example === null
          ? ""
          : `, for example participant ${note.example.voterId} on comment ${note.example.commentId}`;
      return `participants-votes.csv differs from the last votes of votes.csv in ${note.cells} cells${place}; votes.csv was taken`;
    }
    case "matrix-sign-is-opposite":
      return "participants-votes.csv writes agree with the opposite sign of votes.csv";
    case "counts-differ":
      return `comments.csv counts other votes than the files hold for ${note.comments} comments, for example comment ${note.commentId}`;
    case "summary-differs":
      return `summary.csv says ${note.said} ${note.line}, the files hold ${note.found}`;
    default:
      return note satisfies never;
  }
}
