import type { Standing } from "./actor.ts";
import { because, Refusal } from "./problem.ts";

const inUtc = (at: Date) => `${at.toISOString().slice(0, 16).replace("T", " ")} UTC`;

/** Refuses to write to whoever is suspended, and says until when. */
export function refuseSuspended({ suspendedUntil }: Pick<Standing, "suspendedUntil">): void {
  if (!suspendedUntil) return;
  throw new Refusal("suspended", because("suspended-until", { until: inUtc(suspendedUntil) }));
}
