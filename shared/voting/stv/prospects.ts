import type { Course, Decide } from "./stage.ts";

/** Who is elected whatever the draws say, and who may be. */
export interface Prospects {
  readonly certain: readonly number[];
  /** those who are elected in some ways in which the draws can fall, not in all */
  readonly possible: readonly number[];
  /** false where `possible` may name too many */
  readonly isExact: boolean;
}

interface CountSize {
  readonly ballots: number;
  readonly options: number;
}

/**
 * So many times ballots are counted at most to follow draws: about as much work however many they and the options
 * are, as a count has about a stage for each option, and a stage looks at all of each ballot.
 */
export const mostCounts = ({ ballots, options }: CountSize): number =>
  Math.max(8, Math.min(1000, Math.floor(30_000_000 / ((ballots + 1) * options * options))));

/** Those whom one count elects for certain, and those of whom it takes some. */
export function electedBy({ elected, stoppedAt, continuing }: Course<unknown>) {
  if (!stoppedAt) return { certain: elected, some: [] };
  // They are on no paper, and too few others are left: those get in, these compete for the rest.
  const { tied } = stoppedAt;
  return { certain: [...elected, ...continuing.filter((one) => !tied.includes(one))], some: tied };
}

/** Counts once for each way in which the draws can fall, at most so many times; tells at the end whether that was all. */
export function* everyCourse<N>(
  run: (decide: Decide) => Course<N>,
  most: number,
): Generator<Course<N>, boolean> {
  let script: number[] = [];
  for (let runs = 0; runs < most; runs += 1) {
    const sizes: number[] = [];
    yield run(({ tied, isIdle }) => {
      if (isIdle) return null;
      const choice = script[sizes.length] ?? 0;
      sizes.push(tied.length);
      return tied[choice] ?? null;
    });
    const turn = sizes.findLastIndex((size, at) => (script[at] ?? 0) + 1 < size);
    if (turn < 0) return true;
    script = sizes.map((_, at) => script[at] ?? 0).slice(0, turn + 1);
    script[turn] = (script[turn] ?? 0) + 1;
  }
  return false;
}

/**
 * Follows all ways in which the draws can fall. Where they are more than `most`, everybody who was
 * still in at the first draw counts as possible.
 */
export function findProspects(run: (decide: Decide) => Course<unknown>, most: number): Prospects {
  const inAll: Set<number>[] = [];
  const inSome = new Set<number>();
  const courses = everyCourse(run, most);
  let next = courses.next();
  for (; next.done !== true; next = courses.next()) {
    const { certain, some } = electedBy(next.value);
    inAll.push(new Set(certain));
    for (const place of [...certain, ...some]) inSome.add(place);
  }
  if (!next.value) {
    const { elected, continuing } = run(() => null);
    return { certain: elected, possible: continuing, isExact: false };
  }
  const isCertain = (place: number) => inAll.every((set) => set.has(place));
  const all = [...inSome].toSorted((one, other) => one - other);
  return {
    certain: all.filter(isCertain),
    possible: all.filter((one) => !isCertain(one)),
    isExact: true,
  };
}
