import { cell, type Matrix } from "./defeats.ts";

/**
 * The Schwartz set: whoever beats, by a chain of pairwise wins, everybody who so beats them (Schwartz,
 * "Rationality and the myth of the maximum", Noûs 6, 1972). A subset of the Smith set.
 */
export function schwartzSet(preferred: Matrix): number[] {
  const reaches = preferred.map((row, one) =>
    row.map((votes, other) => votes > cell(preferred, other, one)),
  );
  reaches.forEach((onward, through) => {
    for (const row of reaches) {
      if (row[through]) onward.forEach((isReached, to) => (row[to] ||= isReached));
    }
  });
  return [...preferred.keys()].filter((one) =>
    reaches.every((row, other) => !row[one] || reaches[one]?.[other]),
  );
}
