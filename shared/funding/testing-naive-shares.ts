import {
  add,
  compare,
  divide,
  fraction,
  subtract,
  sum,
  zero,
  type Fraction,
} from "../voting/fraction.ts";
import { multiply } from "../voting/fraction.ts";
import type { Poll, Utility } from "./poll.ts";

/** The Method of Equal Shares as its definition reads, slowly, with ties by people, cost and the list. */
export function naiveShares(poll: Poll, utility: Utility) {
  const heads = BigInt(poll.ballots.reduce((all, ballot) => all + ballot.heads, 0));
  const left = poll.ballots.map(() => fraction(poll.budget, heads));
  const bought: { place: number; price: Fraction }[] = [];
  for (;;) {
    const prices = poll.projects
      .map((_, place) => ({ place, price: priceOf(poll, left, place) }))
      .filter(({ place }) => !bought.some((one) => one.place === place))
      .filter((one): one is { place: number; price: Fraction } => one.price !== undefined);
    const best = prices.toSorted((a, b) => order(poll, utility, [a, b]))[0];
    if (!best) return { bought, left };
    bought.push(best);
    poll.ballots.forEach(({ backs }, at) => {
      const points = backs.find(({ place }) => place === best.place)?.points;
      if (points === undefined) return;
      const asked = multiply(best.price, fraction(BigInt(points)));
      const own = left[at] ?? zero;
      left[at] = compare(own, asked) < 0 ? zero : subtract(own, asked);
    });
  }
}

type Priced = { place: number; price: Fraction };

function order(poll: Poll, utility: Utility, [a, b]: [Priced, Priced]): number {
  const cost = (place: number) => poll.projects[place]?.cost ?? 1n;
  const worth = ({ place, price }: Priced) =>
    utility === "cost" ? divide(price, fraction(cost(place))) : price;
  const people = (at: number) =>
    poll.ballots.reduce((all, { heads, backs }) => {
      return all + (backs.some(({ place }) => place === at) ? heads : 0);
    }, 0);
  return (
    compare(worth(a), worth(b)) ||
    people(b.place) - people(a.place) ||
    Number(cost(a.place) - cost(b.place)) ||
    a.place - b.place
  );
}

/** The least price for a point at which the backers raise the cost; undefined where they can't. */
function priceOf({ projects, ballots }: Poll, left: readonly Fraction[], at: number) {
  const cost = fraction(projects[at]?.cost ?? 0n);
  const backers = ballots.flatMap(({ heads, backs }, ballot) => {
    const points = backs.find(({ place }) => place === at)?.points;
    const own = left[ballot] ?? zero;
    if (points === undefined || own.num === 0n) return [];
    return [{ heads: BigInt(heads), points: BigInt(points), own }];
  });
  const raised = (price: Fraction) =>
    sum(
      backers.map(({ heads, points, own }) => {
        const asked = multiply(price, fraction(points));
        return multiply(fraction(heads), compare(own, asked) < 0 ? own : asked);
      }),
    );
  const ends = backers.map(({ own, points }) => divide(own, fraction(points))).toSorted(compare);
  const end = ends.find((price) => compare(raised(price), cost) >= 0);
  if (!end) return undefined;
  // Between two such ends it rises evenly.
  const before = ends.findLast((price) => compare(price, end) < 0) ?? zero;
  const open = backers.filter(
    ({ own, points }) => compare(divide(own, fraction(points)), before) > 0,
  );
  const slope = open.reduce((all, { heads, points }) => all + heads * points, 0n);
  return add(before, divide(subtract(cost, raised(before)), fraction(slope)));
}
