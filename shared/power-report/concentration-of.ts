import type { Poll } from "../counting/count-decision.ts";
import {
  fewestToReach,
  gini,
  herfindahl,
  lorenzCurve,
  type LorenzPoint,
  topShare,
} from "../power/concentration.ts";
import { methodBy } from "../voting/index.ts";
import type { Threshold } from "../voting/outcome.ts";

/** How unequally weight is held. */
export interface Concentration {
  readonly holders: number;
  /** 0: all the same; towards 1: one has all */
  readonly gini: number;
  /** the sum of squared shares */
  readonly herfindahl: number;
  /** what the largest one, five and ten hold together, as shares */
  readonly top1: number;
  readonly top5: number;
  readonly top10: number;
  /** the fewest who pass the threshold together; null where there is no weight, or where no majority decides about all */
  readonly nakamoto: number | null;
  readonly lorenz: readonly LorenzPoint[];
}

/** So many points draw a curve that looks smooth. */
const curvePoints = 60;

export function concentrationOf(weights: readonly bigint[], poll: Poll): Concentration {
  const total = weights.reduce((sum, weight) => sum + weight, 0n);
  return {
    holders: weights.length,
    gini: gini(weights),
    herfindahl: herfindahl(weights),
    top1: topShare(weights, 1),
    top5: topShare(weights, 5),
    top10: topShare(weights, 10),
    nakamoto: total > 0n && hasQuota(poll) ? fewestToReach(weights, quotaOf(poll, total)) : null,
    lorenz: lorenzCurve(weights, curvePoints),
  };
}

/** Whether some part of the weight decides about everything: not where everybody spends an own part of a budget. */
export const hasQuota = ({ settings }: Poll): boolean =>
  methodBy(settings.method).places(settings) !== null;

/** The least part of this weight that passes the decision's threshold; more than half where it has none. */
export function quotaOf({ settings, threshold }: Poll, total: bigint): bigint {
  const own = "threshold" in settings ? (settings.threshold as Threshold) : null;
  const rule = own ?? threshold ?? { kind: "simple-majority" };
  if (rule.kind === "simple-majority") return total / 2n + 1n;
  const { num, den } = rule.kind === "two-thirds" ? { num: 2, den: 3 } : rule.share;
  return (total * BigInt(num) + BigInt(den) - 1n) / BigInt(den);
}
