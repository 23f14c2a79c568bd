import type { TieBreak } from "./method.ts";
import type { Tie } from "./tally.ts";

/** Puts options into groups of equal score, highest first. */
export function rankByScore(
  options: readonly string[],
  scores: readonly bigint[],
): readonly (readonly string[])[] {
  const groups = new Map<bigint, string[]>();
  options.forEach((option, place) => {
    const score = scores[place] ?? 0n;
    const group = groups.get(score);
    if (group) group.push(option);
    else groups.set(score, [option]);
  });
  return [...groups].toSorted(([one], [other]) => (one > other ? -1 : 1)).map(([, group]) => group);
}

/** The tied options in the order of the tie-break; null where it does not place all of them. */
export function inDrawnOrder(
  tied: readonly string[],
  tieBreak: TieBreak | undefined,
): readonly string[] | null {
  if (!tieBreak) return null;
  const drawn = tieBreak.order.filter((option) => tied.includes(option));
  return new Set(drawn).size === tied.length ? drawn : null;
}

export interface Elected {
  readonly winners: readonly string[];
  readonly tie: Tie | null;
}

/** Fills the places from a ranking, best first. A tie for the last of them is settled by the tie-break or left open. */
export function fillPlaces(
  ranking: readonly (readonly string[])[],
  places: number,
  tieBreak: TieBreak | undefined,
): Elected {
  const winners: string[] = [];
  for (const group of ranking) {
    const left = places - winners.length;
    if (left <= 0) break;
    if (group.length <= left) {
      winners.push(...group);
      continue;
    }
    const drawn = inDrawnOrder(group, tieBreak);
    const tie: Tie = {
      between: group,
      places: left,
      rule: drawn && tieBreak ? tieBreak.rule : "none",
      isExact: true,
    };
    return { winners: [...winners, ...(drawn ? drawn.slice(0, left) : group)], tie };
  }
  return { winners, tie: null };
}
