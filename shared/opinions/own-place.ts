import type { Analysis } from "./analysis.ts";
import type { Corner } from "./hull.ts";

export interface OwnResponse {
  readonly statement: number;
  readonly value: number;
}

/**
 * Where somebody stands on a map that was computed before: "you are here", at once after each response. For people whose
 * responses are part of the map it is where the map has them.
 */
export function ownPlace(
  responses: readonly OwnResponse[],
  { axes, means, statements }: Pick<Analysis, "axes" | "means" | "statements">,
): Corner {
  const along = (axis: Float64Array) =>
    responses.reduce((sum, { statement, value }) => {
      return sum + (value - (means[statement] ?? 0)) * (axis[statement] ?? 0);
    }, 0);
  const scale = Math.sqrt(statements / Math.max(1, responses.length));
  return [scale * along(axes.first), scale * along(axes.second)];
}
