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

/** Less than this is what a count cut off, not votes. */
const sliver = 1e-4;

/**
 * Who keeps what, and where the votes go that somebody loses: all of those who are out, and what the
 * elected have above the quota. Where several lose at once, the count does not tell whose votes went
 * where: each is drawn with its share of every stream.
 */
function streamsBetween(before: readonly Part[], after: readonly Part[]): Stream[] {
  const losses = before.flatMap(({ option, start, width }) => {
    const kept = Math.min(width, partOf(after, option)?.width ?? 0);
    return width - kept > sliver ? [{ option, start: start + kept, width: width - kept }] : [];
  });
  const lost = losses.reduce((sum, { width }) => sum + width, 0);
  const left = new Map(losses.map(({ option, start }) => [option, start]));
  return after.flatMap((target): Stream[] => {
    const source = partOf(before, target.option);
    const kept = Math.min(source?.width ?? 0, target.width);
    const gained = target.width - kept;
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
    for (const { option, width } of losses) {
      const part = lost === 0 ? 0 : (gained * width) / lost;
      const leaves = left.get(option) ?? 0;
      if (part > sliver)
        streams.push({ from: option, to: target.option, leaves, arrives, width: part });
      left.set(option, leaves + part);
      arrives += part;
    }
    return streams;
  });
}

/** The rounds of a count as a flow; options in the given order. */
export function flowOf(rounds: readonly Round[], order: readonly string[]): FlowRound[] {
  const bars = rounds.map((round) => partsOf(round, order));
  return bars.map((parts, at) => {
    const next = bars[at + 1];
    return { parts, streams: next ? streamsBetween(parts, next) : [] };
  });
}
