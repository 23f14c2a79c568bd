import type { Turn } from "./greedy.ts";
import { backersOf, type Poll } from "./poll.ts";

/** Projects with as many points and at the same cost, for some of which alone there was money. */
export interface LevelTurns {
  readonly between: readonly number[];
  /** how many of them are funded */
  readonly places: number;
}

export interface SettledTurns {
  /** places of the projects that are funded in whatever order level ones come */
  readonly funded: readonly number[];
  readonly level: readonly LevelTurns[];
}

/**
 * What of greedy funding does not hang on the order of level projects. Those are next to each other and cost the same,
 * so that the order moves neither how many of them are funded nor what is left for others.
 */
export function settledTurns(poll: Poll, turns: readonly Turn[]): SettledTurns {
  const { sums } = backersOf(poll);
  const groups = new Map<string, Turn[]>();
  for (const turn of turns) {
    const key = `${sums[turn.place]} ${poll.projects[turn.place]?.cost}`;
    groups.set(key, [...(groups.get(key) ?? []), turn]);
  }
  const funded: number[] = [];
  const level: LevelTurns[] = [];
  for (const group of groups.values()) {
    const between = group.map(({ place }) => place);
    const places = group.filter(({ isFunded }) => isFunded).length;
    if (places === group.length) funded.push(...between);
    else if (places > 0) level.push({ between, places });
  }
  return { funded, level };
}
