import type { Positions } from "./points.ts";
import type { Pair } from "./centred.ts";
import { answersTo, type Scope } from "./scope.ts";

/**
 * Where people are: along both axes, times the root of how many statements there are for each that they answered, so
 * that those who answered little do not huddle in the middle (Polis, sparsity-aware projection).
 */
export function positionsOfPeople(
  { statements, answered }: Scope,
  { first, second }: Pair,
): Positions {
  const x = new Float64Array(first.length);
  const y = new Float64Array(first.length);
  for (let person = 0; person < first.length; person += 1) {
    const scale = Math.sqrt(statements / Math.max(1, answered[person] ?? 0));
    x[person] = scale * (first[person] ?? 0);
    y[person] = scale * (second[person] ?? 0);
  }
  return { x, y };
}

/** Where somebody would be whose one response is to agree with a statement. */
export function positionsOfStatements(
  { statements, counts, isHidden }: Scope,
  means: Float64Array,
  { first, second }: Pair,
): Positions {
  const scale = Math.sqrt(statements);
  const along = (axis: Float64Array) =>
    axis.map((part, statement) => {
      const isAsked = isHidden[statement] !== 1 && answersTo(counts, statement) > 0;
      return isAsked ? scale * (1 - (means[statement] ?? 0)) * part : 0;
    });
  return { x: along(first), y: along(second) };
}
