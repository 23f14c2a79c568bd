import { indexOptions, placeOf, type OptionIndex } from "./option-index.ts";
import type { Weighted } from "./method.ts";
import type { RankedBallots, Ranking } from "./ranked-ballot.ts";

/**
 * Ranked ballots as flat arrays of numbers, so that counts can go over them at the speed of memory.
 * What the ballot at `first + b` says lies between `starts[b]` and `starts[b + 1]`.
 */
export interface Rankings {
  readonly options: number;
  readonly ballots: number;
  /** place of the first of these ballots among all */
  readonly first: number;
  readonly starts: Uint32Array;
  /** places of the ranked options in the list of options, best first */
  readonly order: Uint16Array;
  /** for each of them, how far from the ballot's start those begin that it is ranked above */
  readonly below: Uint16Array;
}

/** Ballots that are read at once when a count needs to see each only once. */
const chunk = 4096;

class RankingReader {
  /** those that were not read yet */
  readonly #ballots: Iterator<Weighted<{ readonly ranking: Ranking }>>;
  readonly #index: OptionIndex;
  /** by option: the ballot that ranked it last, counted from 1 */
  readonly #met: Uint32Array;
  readonly #starts: Uint32Array;
  #order = new Uint16Array(0);
  #below = new Uint16Array(0);

  constructor(options: readonly string[], ballots: RankedBallots, most: number) {
    this.#ballots = ballots[Symbol.iterator]();
    this.#index = indexOptions(options);
    this.#met = new Uint32Array(options.length);
    this.#starts = new Uint32Array(most + 1);
  }

  /** Reads the ballots from `first`, which comes next, to before `last`; what was read before is overwritten. */
  read(first: number, last: number): Rankings {
    let end = 0;
    for (let at = first; at < last; at += 1) {
      end = this.#readOne(at, end);
      this.#starts[at - first + 1] = end;
    }
    const shape = { options: this.#met.length, ballots: last - first, first };
    return { ...shape, starts: this.#starts, order: this.#order, below: this.#below };
  }

  #readOne(at: number, start: number): number {
    // No ballot ranks more than all options: one that tries names an option twice.
    this.#makeRoom(start, start + this.#met.length);
    const { value } = this.#ballots.next() as IteratorYieldResult<{ ballot: { ranking: Ranking } }>;
    const { ranking } = value.ballot;
    const index = this.#index;
    const met = this.#met;
    const order = this.#order;
    const below = this.#below;
    let end = start;
    for (let place = 0; place < ranking.length; place += 1) {
      const group = ranking[place] ?? [];
      const lower = end - start + group.length;
      for (let within = 0; within < group.length; within += 1) {
        const option = placeOf(index, group[within] ?? "");
        if (met[option] === at + 1) throw new RangeError("a ballot ranks an option twice");
        met[option] = at + 1;
        order[end] = option;
        below[end] = lower;
        end += 1;
      }
    }
    return end;
  }

  #makeRoom(used: number, needed: number): void {
    if (needed <= this.#order.length) return;
    const order = this.#order.subarray(0, used);
    const below = this.#below.subarray(0, used);
    // Twice what is asked for, so that it need not grow again soon.
    const room = Math.max(1024, needed * 2);
    this.#order = new Uint16Array(room);
    this.#below = new Uint16Array(room);
    this.#order.set(order);
    this.#below.set(below);
  }
}

/** Reads all rankings at once. A ballot that names an unknown option, or one twice, is misuse. */
export function readRankings(options: readonly string[], ballots: RankedBallots): Rankings {
  return new RankingReader(options, ballots, ballots.length).read(0, ballots.length);
}

/** The same in chunks that hardly take memory; each is gone when the next one comes. */
export function* readInChunks(
  options: readonly string[],
  ballots: RankedBallots,
): Generator<Rankings> {
  const reader = new RankingReader(options, ballots, Math.min(chunk, ballots.length));
  for (let first = 0; first < ballots.length; first += chunk) {
    yield reader.read(first, Math.min(first + chunk, ballots.length));
  }
}

/** The weight of the ballots that rank nobody. */
export function blankWeight(ballots: RankedBallots): bigint {
  let blank = 0n;
  for (const { ballot, weight } of ballots) if (ballot.ranking.length === 0) blank += weight;
  return blank;
}
