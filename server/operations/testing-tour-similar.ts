import { findSimilar } from "#shared/contract/similar.ts";
import type { Tour } from "./testing-tour-guide.ts";

interface DebateIds {
  readonly communityId: string;
  readonly debateId: string;
}

/** Asks what was said before in similar words. */
export async function tourSimilar(tour: Tour, params: DebateIds): Promise<void> {
  const { member } = tour.cast;
  for (const kind of ["claim", "position", "statement"] as const) {
    const body = { kind, text: tour.text("Those who run it") };
    await tour.go(member, findSimilar, { params, body });
  }
}
