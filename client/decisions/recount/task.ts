import type { Recount } from "#shared/recount/index.ts";

/** What the counting thread is given. */
export interface Task {
  readonly text: string;
  /** of the reader's own ballot, as it was kept */
  readonly receipt: string | undefined;
  readonly publicKey: string | undefined;
  /** of its rules, as this server's ledger has it from the opening */
  readonly rulesHash: string | undefined;
  /** of which the key is known */
  readonly host: string;
  /** It came from this server just now: whatever the server calls itself, its key is the one. */
  readonly isFromHere: boolean;
}

export interface Progress {
  readonly done: number;
  readonly total: number;
}

/** What it found, without the ballots. */
export type Finding = Recount;
