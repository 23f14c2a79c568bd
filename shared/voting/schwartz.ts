import type { Matrix } from "./defeats.ts";
import { beatsOf } from "./pairs.ts";

/**
 * The Schwartz set: whoever beats, by a chain of pairwise wins, everybody who so beats them (Schwartz,
 * "Rationality and the myth of the maximum", Noûs 6, 1972). A subset of the Smith set.
 */
export function schwartzSet(preferred: Matrix): number[] {
  const reaches = beatsOf(preferred);
  reaches.forEach((onward, through) => {
    for (const row of reaches) {
      if (row[through]) onward.forEach((isReached, to) => (row[to] ||= isReached));
    }
  });
  return [...preferred.keys()].filter((one) =>
    reaches.every((row, other) => !row[one] || reaches[one]?.[other]),
  );
}
