import type { VerifiedDraw } from "#shared/lottery/verify.ts";

/** What the drawing thread is given. */
export interface DrawTask {
  readonly document: unknown;
  /** The hash of the pool as the public record has it from before the draw. */
  readonly poolHash: string | undefined;
}

export type DrawFound = VerifiedDraw;
