import type { Choice } from "#shared/lottery/jury.ts";
import { opensVote, voteCommitment } from "#shared/lottery/vote.ts";

/** The seat for which somebody votes: who one is in the draw of a jury. */
export interface Seat {
  readonly disputeId: string;
  readonly level: number;
  readonly juror: string;
}

/** A vote with what opens its commitment. Nobody but this browser, and its owner's backup, has it until votes are told. */
export interface KeptVote extends Seat {
  readonly choice: Choice;
  readonly salt: string;
  readonly reason: string;
  readonly commitment: string;
}

const hex = (bytes: Uint8Array) =>
  Array.from(bytes, (b) => b.toString(16).padStart(2, "0")).join("");

/**
 * Seals a vote.
 * @param random so many random bytes; `crypto` gives them
 */
export function sealVote(
  seat: Seat,
  { choice, reason }: { readonly choice: Choice; readonly reason: string },
  random: (count: number) => Uint8Array,
): KeptVote {
  const salt = hex(random(32));
  const { disputeId, level, juror } = seat;
  const vote = { disputeId, level, juror, choice, salt };
  return { ...vote, reason, commitment: voteCommitment(vote) };
}

const isText = (value: unknown): value is string => typeof value === "string";

/** A kept vote, if this is one that opens what it says; undefined for anything else. */
export function readVote(stored: unknown): KeptVote | undefined {
  if (typeof stored !== "object" || stored === null) return undefined;
  const { disputeId, level, juror, choice, salt, reason, commitment } = stored as Record<
    string,
    unknown
  >;
  const texts = [disputeId, juror, choice, salt, reason, commitment];
  if (!texts.every(isText) || typeof level !== "number") return undefined;
  const vote = { disputeId, level, juror, choice, salt, reason, commitment } as KeptVote;
  return opensVote(vote.commitment, vote) ? vote : undefined;
}

const format = "folkmoot-vote-1";

/** What is downloaded, so that a vote can be told from another browser. */
export const backupOf = (vote: KeptVote): string =>
  `${JSON.stringify({ format, ...vote }, null, 2)}\n`;

/** The vote in a backup; undefined where the file holds none. */
export function readBackup(text: string): KeptVote | undefined {
  try {
    const held = JSON.parse(text) as unknown;
    return (held as { format?: unknown }).format === format ? readVote(held) : undefined;
  } catch {
    return undefined;
  }
}

/** Votes that were sealed later are at the end; older ones give way. */
const most = 30;

export const withVote = (votes: readonly KeptVote[], vote: KeptVote): KeptVote[] =>
  [...votes.filter(({ commitment }) => commitment !== vote.commitment), vote].slice(-most);

/** Once a vote is told, or is not wanted here any more, nothing of that seat stays. */
export const withoutSeat = (votes: readonly KeptVote[], seat: Seat): KeptVote[] =>
  votes.filter(
    ({ disputeId, level, juror }) =>
      disputeId !== seat.disputeId || level !== seat.level || juror !== seat.juror,
  );
