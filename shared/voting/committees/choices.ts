/** A committee by the places of its members, in order. */
export type Committee = readonly number[];

/** All ways to take so many of these. */
export function* choose(places: readonly number[], count: number): Generator<number[]> {
  if (count === 0) {
    yield [];
    return;
  }
  for (let at = 0; at + count <= places.length; at += 1) {
    const first = places[at] ?? 0;
    for (const rest of choose(places.slice(at + 1), count - 1)) yield [first, ...rest];
  }
}

/** How many ways there are. */
export function ways(of: number, count: number): number {
  let product = 1;
  for (let at = 0; at < count; at += 1) product = (product * (of - at)) / (at + 1);
  return product;
}

/** More committees than this are not compared one by one. */
export const mostCommittees = 200_000;

/** Refuses work that would not end in time. */
export function refuseTooMany(count: number): void {
  if (count > mostCommittees) {
    throw new RangeError(`more than ${mostCommittees} committees to compare`);
  }
}

const inOrder = (places: readonly number[]) => places.toSorted((one, other) => one - other);

/** All committees that the highest scores elect; several where the last places are tied. */
export function highest<S>(
  scores: readonly S[],
  seats: number,
  compare: (one: S, other: S) => number,
): Committee[] {
  const scoreOf = (place: number) => scores[place] as S;
  const sorted = [...scores.keys()].toSorted((one, other) => compare(scoreOf(other), scoreOf(one)));
  const last = sorted[seats - 1];
  if (last === undefined) return [inOrder(sorted)];
  const certain = sorted.filter((place) => compare(scoreOf(place), scoreOf(last)) > 0);
  const tied = sorted.filter((place) => compare(scoreOf(place), scoreOf(last)) === 0);
  refuseTooMany(ways(tied.length, seats - certain.length));
  return [...choose(tied, seats - certain.length)].map((some) => inOrder([...certain, ...some]));
}

/**
 * Fills the seats one after another; where several are equally good next, each of them in turn. `next`
 * tells who can come next and what the state is then; equal states are followed once.
 */
export function inTurn<State>(
  start: State,
  seats: number,
  rule: {
    next(state: State, members: Committee): readonly (readonly [number, State])[];
    key(state: State): string;
  },
): Committee[] {
  let states = new Map<string, { members: Committee; state: State }>();
  states.set("", { members: [], state: start });
  for (let seat = 0; seat < seats; seat += 1) {
    const after: typeof states = new Map();
    for (const { members, state } of states.values()) {
      for (const [member, changed] of rule.next(state, members)) {
        const committee = inOrder([...members, member]);
        after.set(`${committee.join()} ${rule.key(changed)}`, {
          members: committee,
          state: changed,
        });
      }
    }
    refuseTooMany(after.size);
    states = after;
  }
  const committees = new Map([...states.values()].map(({ members }) => [members.join(), members]));
  return [...committees.values()];
}

/** Those with the most; all who are level. */
export function best<S>(
  places: readonly number[],
  worth: (place: number) => S,
  compare: (one: S, other: S) => number,
): number[] {
  const worths = places.map(worth);
  return places.filter((_, at) => worths.every((other) => compare(worths[at] as S, other) >= 0));
}
