import { indexOptions, placeOf } from "./option-index.ts";
import type { RankedBallots } from "./ranked-ballot.ts";

/** What ballots say before the first tie on them, as flat arrays of places; all that a count in rounds looks at. */
export interface PreferenceOrders {
  readonly options: number;
  readonly ballots: number;
  /** what ballot `b` says lies between `starts[b]` and `starts[b + 1]` */
  readonly starts: Uint32Array;
  readonly order: Uint16Array;
}

/** Reads them. A ballot that names an unknown option, or more than there are, is misuse. */
export function readOrders(options: readonly string[], ballots: RankedBallots): PreferenceOrders {
  const index = indexOptions(options);
  const most = options.length;
  const starts = new Uint32Array(ballots.length + 1);
  let order = new Uint16Array(Math.max(1024, ballots.length * 4));
  let end = 0;
  ballots.forEach(({ ballot: { ranking } }, at) => {
    if (ranking.length > most) throw new RangeError("a ballot ranks an option twice");
    if (end + ranking.length > order.length) {
      const grown = new Uint16Array((end + ranking.length) * 2);
      grown.set(order.subarray(0, end));
      order = grown;
    }
    for (let rank = 0; rank < ranking.length; rank += 1) {
      const group = ranking[rank];
      if (group?.length !== 1) break;
      order[end] = placeOf(index, group[0] ?? "");
      end += 1;
    }
    starts[at + 1] = end;
  });
  return { options: most, ballots: ballots.length, starts, order };
}
