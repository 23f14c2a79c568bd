import type { Course, Decide } from "./stage.ts";

/** Who is elected whatever the draws say, and who may be. */
export interface Prospects {
  readonly certain: readonly number[];
  /** those who are elected in some ways in which the draws can fall, not in all */
  readonly possible: readonly number[];
  /** false where `possible` may name too many */
  readonly isExact: boolean;
}

/** Those whom one count elects for certain, and those of whom it takes some. */
function electedBy({ elected, stoppedAt, continuing }: Course<unknown>) {
  if (!stoppedAt) return { certain: elected, some: [] };
  // They are on no paper, and too few others are left: those get in, these compete for the rest.
  const { tied } = stoppedAt;
  return { certain: [...elected, ...continuing.filter((one) => !tied.includes(one))], some: tied };
}

/**
 * Counts again and again, once for each way in which the draws can fall. Where that would be more than
 * `most` times, everybody who was still in at the first draw counts as possible.
 */
export function findProspects(run: (decide: Decide) => Course<unknown>, most: number): Prospects {
  const inAll: Set<number>[] = [];
  const inSome = new Set<number>();
  let script: number[] = [];
  for (let runs = 0; runs < most; runs += 1) {
    const sizes: number[] = [];
    const course = run(({ tied, isIdle }) => {
      if (isIdle) return null;
      const choice = script[sizes.length] ?? 0;
      sizes.push(tied.length);
      return tied[choice] ?? null;
    });
    const { certain, some } = electedBy(course);
    inAll.push(new Set(certain));
    for (const place of [...certain, ...some]) inSome.add(place);
    const turn = sizes.findLastIndex((size, at) => (script[at] ?? 0) + 1 < size);
    if (turn < 0) {
      const isCertain = (place: number) => inAll.every((set) => set.has(place));
      const all = [...inSome].toSorted((one, other) => one - other);
      const certainOnes = all.filter(isCertain);
      return {
        certain: certainOnes,
        possible: all.filter((one) => !isCertain(one)),
        isExact: true,
      };
    }
    script = sizes.map((_, at) => script[at] ?? 0).slice(0, turn + 1);
    script[turn] = (script[turn] ?? 0) + 1;
  }
  const { elected, continuing } = run(() => null);
  return { certain: elected, possible: continuing, isExact: false };
}
