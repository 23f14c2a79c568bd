import type { Round } from "#shared/voting/tally.ts";

/** A part of a round's bar, in shares of all ballots: who holds it, and from where to where. null holds what counts no more. */
export interface Part {
  readonly option: string | null;
  readonly votes: bigint;
  readonly start: number;
  readonly width: number;
}

/** Ballots that go from a part of one round to a part of the next. */
export interface Stream {
  readonly from: string | null;
  readonly to: string | null;
  /** Where it leaves and arrives, in shares of all ballots. */
  readonly leaves: number;
  readonly arrives: number;
  readonly width: number;
}

export interface FlowRound {
  readonly parts: readonly Part[];
  /** To the next round; none after the last. */
  readonly streams: readonly Stream[];
}

function partsOf(round: Round, order: readonly string[]): Part[] {
  const total = round.votes.reduce((sum, { votes }) => sum + votes, round.exhausted);
  const share = (votes: bigint) => (total === 0n ? 0 : Number(votes) / Number(total));
  const held: [string | null, bigint][] = order.flatMap((option): [string, bigint][] => {
    const entry = round.votes.find((one) => one.option === option);
    return entry ? [[option, entry.votes]] : [];
  });
  if (round.exhausted > 0n) held.push([null, round.exhausted]);
  let start = 0;
  return held.map(([option, votes]) => {
    const part = { option, votes, start, width: share(votes) };
    start += part.width;
    return part;
  });
}

const partOf = (parts: readonly Part[], option: string | null) =>
  parts.find((part) => part.option === option);

/**
 * Who keeps what, and where the votes of those who are out go. Where several are out at once, the count
 * does not tell whose votes went where: each is drawn with its share of every stream.
 */
function streamsBetween(before: readonly Part[], after: readonly Part[]): Stream[] {
  const out = before.filter(({ option }) => option !== null && !partOf(after, option));
  const freed = out.reduce((sum, { width }) => sum + width, 0);
  const left = new Map(out.map(({ option, start }) => [option, start]));
  return after.flatMap((target): Stream[] => {
    const source = partOf(before, target.option);
    const kept = source?.width ?? 0;
    const gained = Math.max(0, target.width - kept);
    const streams: Stream[] = source
      ? [
          {
            from: target.option,
            to: target.option,
            leaves: source.start,
            arrives: target.start,
            width: kept,
          },
        ]
      : [];
    let arrives = target.start + kept;
    for (const { option, width } of out) {
      const part = freed === 0 ? 0 : (gained * width) / freed;
      const leaves = left.get(option) ?? 0;
      if (part > 0) streams.push({ from: option, to: target.option, leaves, arrives, width: part });
      left.set(option, leaves + part);
      arrives += part;
    }
    return streams;
  });
}

/** The rounds of an instant runoff as a flow; options in the given order. */
export function flowOf(rounds: readonly Round[], order: readonly string[]): FlowRound[] {
  const bars = rounds.map((round) => partsOf(round, order));
  return bars.map((parts, at) => {
    const next = bars[at + 1];
    return { parts, streams: next ? streamsBetween(parts, next) : [] };
  });
}
