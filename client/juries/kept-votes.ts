import { keptHere } from "../lib/kept-here.ts";
import { attempt } from "../lib/stored.ts";
import { type KeptVote, readVote, type Seat, withoutSeat, withVote } from "./votes.ts";

const parse = (stored: unknown): readonly KeptVote[] =>
  Array.isArray(stored) ? stored.flatMap((one) => readVote(one) ?? []) : [];

/**
 * The votes that were sealed in this browser. They stay when one signs out: without them a vote can't be told any more.
 */
const votes = keptHere<readonly KeptVote[]>("jury-votes", parse);

/** Keeps a vote; false where this browser keeps nothing beyond the page, as in a private window. */
export function keepVote(vote: KeptVote): boolean {
  votes.write(withVote(votes.read(), vote));
  const stored = attempt(() => localStorage.getItem("folkmoot.jury-votes"));
  return stored?.includes(vote.commitment) === true;
}

export const forgetVotes = (seat: Seat): void => votes.write(withoutSeat(votes.read(), seat));

/** The vote that opens a commitment, if this browser has it. */
export function useKeptVote(commitment: string | null): KeptVote | undefined {
  return votes.use().find((one) => one.commitment === commitment);
}
