import { type Share, shareOf } from "../accountability/proportions.ts";
import type { Released } from "./release.ts";

/** A value that people can have, and the share of it that there should be, in hundredths of a per cent. */
export interface Target {
  readonly value: string;
  readonly target: number | null;
}

/** The whole, in hundredths of a per cent. */
export const whole = 10_000;

export interface Row extends Target {
  /** Null where too few have the value to be told of. */
  readonly share: Share | null;
  /** Whether chance alone would rarely make such a share out of the target: its 95 % interval leaves the target out. */
  readonly verdict: "missing" | "over" | "as-meant" | null;
  /** How many more of them would make the share the target while all others stay; 0 where none are missing. */
  readonly wanted: number;
}

/**
 * Shares of who took part beside the shares that there should be, with Wilson's 95 % intervals (see
 * `accountability/proportions.ts`).
 */
export function reportOn({ cells, of }: Released, targets: readonly Target[]): Row[] {
  return targets.map(({ value, target }) => {
    const count = cells.find((cell) => cell.value === value)?.count;
    const share = count === undefined ? null : shareOf({ count, of });
    return { value, target, share, ...verdictOn(share, target) };
  });
}

function verdictOn(share: Share | null, target: number | null): Pick<Row, "verdict" | "wanted"> {
  if (share === null || target === null) return { verdict: null, wanted: 0 };
  const aim = target / whole;
  if (share.low > aim) return { verdict: "over", wanted: 0 };
  if (share.high >= aim) return { verdict: "as-meant", wanted: 0 };
  return { verdict: "missing", wanted: wantedFor(share, target) };
}

/** (count + x) / (of + x) = aim, rounded up; where all should have the value nobody else may be there, so it is left open. */
function wantedFor({ count, of }: Share, target: number): number {
  if (target >= whole) return of - count;
  return Math.ceil((target * of - whole * count) / (whole - target));
}
