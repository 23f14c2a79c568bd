import type { PolisSign, PolisVote } from "./polis-votes.ts";

/**
 * Keeps the last vote of each person on each comment: the latest by time, and of equal times the one that comes
 * later in the file. Time and value share one number, so that millions of votes fit into memory.
 */
export class LatestVotes {
  size = 0;
  private readonly byComment: ReadonlyMap<number, Map<number, number>>;
  private readonly voters = new Set<number>();

  constructor(commentIds: Iterable<number>) {
    this.byComment = new Map([...commentIds].map((id) => [id, new Map<number, number>()]));
  }

  get voterCount(): number {
    return this.voters.size;
  }

  put(vote: PolisVote): void {
    const votes = this.byComment.get(vote.commentId);
    if (votes === undefined) throw new RangeError(`no comment ${vote.commentId}`);
    const before = votes.get(vote.voterId);
    if (before === undefined) {
      this.size += 1;
      this.voters.add(vote.voterId);
    } else if (timeOf(before) > vote.time) {
      return;
    }
    votes.set(vote.voterId, pack(vote.time, vote.value));
  }

  value(commentId: number, voterId: number): PolisSign | undefined {
    const packed = this.byComment.get(commentId)?.get(voterId);
    return packed === undefined ? undefined : valueOf(packed);
  }

  *all(): Generator<PolisVote> {
    for (const [commentId, votes] of this.byComment) {
      for (const [voterId, packed] of votes) {
        yield { commentId, voterId, time: timeOf(packed), value: valueOf(packed) };
      }
    }
  }
}

const pack = (time: number, value: PolisSign): number => time * 4 + value + 1;
const timeOf = (packed: number): number => Math.floor(packed / 4);
const valueOf = (packed: number): PolisSign => {
  const value = (packed % 4) - 1;
  if (value === 0) return 0;
  return value === 1 ? 1 : -1;
};
