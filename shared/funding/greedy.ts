import { backersOf, lotPlaces, type Backers, type Poll, type Utility } from "./poll.ts";

/** How one project fared when its turn came. */
export interface Turn {
  readonly place: number;
  readonly isFunded: boolean;
  /** what was left of the budget before it */
  readonly left: bigint;
}

/**
 * Which of two projects comes first by the points of those who back them: for each unit of cost where all projects are
 * worth the same, as they are where a project is worth what it costs. Then the cheaper one, then the lot.
 */
function byWelfare(poll: Poll, backers: Backers, utility: Utility) {
  const lots = lotPlaces(poll);
  const cost = (place: number) => poll.projects[place]?.cost ?? 1n;
  const points = (place: number) => BigInt(backers.sums[place] ?? 0);
  const difference = (one: number, other: number): bigint =>
    utility === "cost"
      ? points(other) - points(one)
      : points(other) * cost(one) - points(one) * cost(other);
  return (one: number, other: number): number =>
    sign(difference(one, other)) ||
    sign(cost(one) - cost(other)) ||
    (lots[one] ?? 0) - (lots[other] ?? 0);
}

const sign = (value: bigint): number => (value > 0n ? 1 : value < 0n ? -1 : 0);

/**
 * Goes through the projects, those with most points (for their cost) first, and funds each that still fits in the budget.
 * Projects that nobody backs are not funded.
 */
export function greedy(
  poll: Poll,
  utility: Utility,
  funded: ReadonlySet<number> = new Set(),
): Turn[] {
  const backers = backersOf(poll);
  let left = poll.budget;
  for (const place of funded) left -= poll.projects[place]?.cost ?? 0n;
  const waiting = poll.projects
    .map((_, place) => place)
    .filter((place) => !funded.has(place) && (backers.sums[place] ?? 0) > 0)
    .toSorted(byWelfare(poll, backers, utility));
  return waiting.map((place) => {
    const cost = poll.projects[place]?.cost ?? 0n;
    const turn = { place, isFunded: cost <= left, left };
    if (turn.isFunded) left -= cost;
    return turn;
  });
}
