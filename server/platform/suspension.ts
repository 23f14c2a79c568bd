import type { Standing } from "./actor.ts";
import { because, Refusal } from "./problem.ts";

const inUtc = (at: Date) => `${at.toISOString().slice(0, 16).replace("T", " ")} UTC`;

/** Refuses whoever moderators let read only, and says until when. */
export function refuseSuspended({ suspendedUntil }: Standing): void {
  if (!suspendedUntil) return;
  throw new Refusal("suspended", because("suspended-until", { until: inUtc(suspendedUntil) }));
}
