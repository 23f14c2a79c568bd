import type { Poll } from "./poll.ts";

/** Of fewer people than so many nothing is told. */
export const fewestAlike = 5;
/** So many times more than chance would make alike is worth a look. */
const timesChance = 5;
/** Ballots that name fewer projects are alike too easily. */
const fewestNamed = 2;
/** Sets of projects that share so much of what either names are put together. */
const nearly = 0.8;
/** More different sets than so many are not compared with each other. */
const mostSets = 1_500;

/** People who back the same projects, or nearly, more of them than chance explains: a reason to look, no proof. */
export interface Alike {
  readonly people: number;
  /** how many would be alike if everybody chose each project by itself, as often as all do */
  readonly expected: number;
  /** places of projects that more than half of them back, in the order of the list */
  readonly projects: readonly number[];
  /** all gave the very same points, too */
  readonly isExact: boolean;
  /** places of their ballots */
  readonly ballots: readonly number[];
}

interface Group {
  readonly projects: readonly number[];
  readonly ballots: number[];
  readonly points: Set<string>;
  heads: number;
}

/** Finds groups of at least five people whose ballots are alike though chance would not make them so, the largest first. */
export function alikeBallots(poll: Poll): Alike[] {
  const chance = chanceOf(poll);
  const linked = link([...bySet(poll).values()]);
  return linked
    .map((groups): Alike => {
      const heads = groups.reduce((sum, group) => sum + group.heads, 0);
      const points = new Set(groups.flatMap((group) => [...group.points]));
      return {
        people: heads,
        expected: groups.reduce((sum, { projects }) => sum + chance(projects), 0),
        projects: commonOf(groups, heads),
        isExact: points.size === 1,
        ballots: groups.flatMap(({ ballots }) => ballots),
      };
    })
    .filter(({ people, expected }) => people >= fewestAlike && people > timesChance * expected)
    .toSorted((a, b) => b.people - a.people);
}

function bySet({ ballots }: Poll): Map<string, Group> {
  const groups = new Map<string, Group>();
  ballots.forEach(({ heads, backs }, at) => {
    if (backs.length < fewestNamed) return;
    const sorted = backs.toSorted((a, b) => a.place - b.place);
    const projects = sorted.map(({ place }) => place);
    const key = projects.join(" ");
    const group = groups.get(key) ?? { projects, ballots: [], points: new Set(), heads: 0 };
    group.heads += heads;
    group.ballots.push(at);
    group.points.add(`${key}: ${sorted.map(({ points }) => points).join(" ")}`);
    groups.set(key, group);
  });
  return groups;
}

/** How many ballots would be this very set if each project were named independently of the others. */
function chanceOf({ ballots, projects }: Poll) {
  const named = projects.map(() => 0);
  let heads = 0;
  for (const ballot of ballots) {
    heads += ballot.heads;
    for (const { place } of ballot.backs) named[place] = (named[place] ?? 0) + ballot.heads;
  }
  const shares = named.map((count) => (heads === 0 ? 0 : count / heads));
  return (set: readonly number[]): number => {
    const inSet = new Set(set);
    return shares.reduce((product, share, at) => {
      return product * (inSet.has(at) ? share : 1 - share);
    }, heads);
  };
}

/** Puts sets together that are nearly the same, directly or by way of others. */
function link(groups: readonly Group[]): Group[][] {
  const large = groups.toSorted((a, b) => b.heads - a.heads).slice(0, mostSets);
  const parts: Group[][] = [];
  for (const group of large) {
    const set = new Set(group.projects);
    const near = parts.filter((part) => part.some((other) => isNear(set, other.projects)));
    if (near.length === 0) parts.push([group]);
    else {
      const [first, ...rest] = near;
      first?.push(group, ...rest.flat());
      for (const part of rest) parts.splice(parts.indexOf(part), 1);
    }
  }
  return parts;
}

function isNear(set: ReadonlySet<number>, other: readonly number[]): boolean {
  const common = other.filter((place) => set.has(place)).length;
  return common >= nearly * (set.size + other.length - common);
}

function commonOf(groups: readonly Group[], heads: number): number[] {
  const counts = new Map<number, number>();
  for (const { projects, heads: many } of groups) {
    for (const place of projects) counts.set(place, (counts.get(place) ?? 0) + many);
  }
  const most = [...counts].filter(([, count]) => 2 * count > heads).map(([place]) => place);
  return most.toSorted((a, b) => a - b);
}
