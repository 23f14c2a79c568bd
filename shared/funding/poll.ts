/** One project that asks for money. Amounts are whole numbers of the currency's smallest unit, above zero. */
export interface Project {
  readonly id: string;
  readonly cost: bigint;
}

/** How much a ballot backs the project at this place of the list: one for an approval, otherwise points. */
export interface Backing {
  readonly place: number;
  /** a whole number above zero */
  readonly points: number;
}

export interface PointBallot {
  /** how many people's equal ballots it stands for */
  readonly heads: number;
  readonly backs: readonly Backing[];
}

/** What people want funded out of one budget. */
export interface Poll {
  readonly budget: bigint;
  readonly projects: readonly Project[];
  readonly ballots: readonly PointBallot[];
  /** Projects in the order that settles what nothing else does, drawn by lot; the list's own where it is left out. */
  readonly lot?: readonly string[] | undefined;
}

/** What a funded project is worth to those who back it: what it costs, or the same as any other, times the points. */
export const utilities = ["cost", "cardinality"] as const;
export type Utility = (typeof utilities)[number];

/** Whoever backs each project, so that nobody has to look through all ballots. */
export interface Backers {
  /** people, over all ballots, and for each ballot */
  readonly heads: number;
  readonly headsOf: Float64Array;
  /** for each ballot where its backings begin and end in the two lists after it */
  readonly ends: Uint32Array;
  readonly backed: Uint16Array;
  readonly given: Float64Array;
  /** for each project: places of the ballots that back it, and their points */
  readonly ballots: readonly Uint32Array[];
  readonly points: readonly Float64Array[];
  /** for each project: points of all who back it, and how many they are */
  readonly sums: readonly number[];
  readonly people: readonly number[];
}

/** Sorts the ballots by projects; throws a RangeError where one backs what is not there. */
export function backersOf({ projects, ballots }: Poll): Backers {
  const sizes = projects.map(() => 0);
  for (const { backs } of ballots) {
    for (const { place, points } of backs) {
      const size = sizes[place];
      if (size === undefined) throw new RangeError("a ballot backs a project that is not there");
      if (!(points > 0)) throw new RangeError("a ballot backs a project by nothing");
      sizes[place] = size + 1;
    }
  }
  const places = sizes.map((size) => new Uint32Array(size));
  const points = sizes.map((size) => new Float64Array(size));
  const sums = sizes.map(() => 0);
  const people = sizes.map(() => 0);
  const next = sizes.map(() => 0);
  const headsOf = Float64Array.from(ballots, ({ heads: many }) => many);
  let heads = 0;
  ballots.forEach((ballot, at) => {
    heads += ballot.heads;
    for (const { place, points: given } of ballot.backs) {
      const free = next[place] ?? 0;
      (places[place] as Uint32Array)[free] = at;
      (points[place] as Float64Array)[free] = given;
      next[place] = free + 1;
      sums[place] = (sums[place] ?? 0) + given * ballot.heads;
      people[place] = (people[place] ?? 0) + ballot.heads;
    }
  });
  return { ...backingsOf(ballots), heads, headsOf, ballots: places, points, sums, people };
}

/** The ballots' backings one after another, which is quicker to go through than lists of their own. */
function backingsOf(ballots: readonly PointBallot[]) {
  const ends = new Uint32Array(ballots.length + 1);
  ballots.forEach(({ backs }, at) => {
    ends[at + 1] = (ends[at] as number) + backs.length;
  });
  const all = ends.at(-1) ?? 0;
  const [backed, given] = [new Uint16Array(all), new Float64Array(all)];
  let next = 0;
  for (const { backs } of ballots) {
    for (const { place, points } of backs) {
      backed[next] = place;
      given[next] = points;
      next += 1;
    }
  }
  return { ends, backed, given };
}

/** The place of each project in the order that settles ties, the first first. */
export function lotPlaces({ projects, lot }: Poll): readonly number[] {
  if (!lot) return projects.map((_, place) => place);
  const at = new Map(lot.map((id, place) => [id, place]));
  return projects.map(({ id }) => at.get(id) ?? lot.length);
}

/** What projects cost together. */
export const costOf = ({ projects }: Poll, places: Iterable<number>): bigint => {
  let cost = 0n;
  for (const place of places) cost += projects[place]?.cost ?? 0n;
  return cost;
};
