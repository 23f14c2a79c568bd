import { readAccountability, readActionRates } from "#shared/contract/accountability.ts";
import type { Tour } from "./testing-tour-guide.ts";

/** Reads how moderators acted, and on whom. */
export async function tourAccountability(tour: Tour, communityId: string): Promise<void> {
  const { member } = tour.cast;
  const params = { communityId };
  const months = { from: "2026-01", to: "2026-03" };
  await tour.go(member, readAccountability, { params, query: months });
  await tour.go(member, readActionRates, { params, query: { quarter: "2026-Q1" } });
}
