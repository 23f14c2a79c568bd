import { treasuryLimits } from "#shared/contract/treasury.ts";

const day = 86_400_000;

/** The day that it is somewhere by now: whoever enters may be ahead of the server's clock. */
export const latestDay = (now: Date): string =>
  new Date(now.getTime() + day / 2).toISOString().slice(0, 10);

/** Why nothing can be entered for this day; null where it can. */
export function faultOfDay(wanted: string, now: Date): "to-come" | "early" | null {
  if (wanted > latestDay(now)) return "to-come";
  return wanted < treasuryLimits.firstDay ? "early" : null;
}
