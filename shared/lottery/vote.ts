import { hashText } from "#shared/counting/lot-order.ts";
import { canonicalJson } from "#shared/merkle/canonical-json.ts";
import type { Choice } from "./jury.ts";
import type { CaseLevel } from "./pool.ts";

export interface Vote extends CaseLevel {
  /** The juror's pseudonym in this draw. */
  readonly juror: string;
  readonly choice: Choice;
  /** Known to the juror alone until votes are told. */
  readonly salt: string;
}

/**
 * What a juror says before anybody tells a vote. Whoever copies it has nothing: it holds the juror, the case and the
 * level, so that nobody else can ever open it.
 */
export const voteCommitment = ({ disputeId, level, juror, choice, salt }: Vote): string =>
  hashText(canonicalJson(["vote", disputeId, level, juror, choice, salt]));

export const opensVote = (commitment: string, vote: Vote): boolean =>
  voteCommitment(vote) === commitment;
