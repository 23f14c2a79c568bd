import type { readReading as contract, Reading } from "#shared/contract/reading.ts";
import type { Deps } from "../deps.ts";
import type { Call } from "../platform/mount.ts";
import { keptIn } from "./bookmark-store.ts";
import { placeIn } from "./reader.ts";
import { markerOf, stanceOf, takesPart } from "./store.ts";

/** One's own place in a debate. */
export async function readReading(deps: Deps, call: Call<typeof contract>): Promise<Reading> {
  const { place, standing, debate } = await placeIn(deps, call);
  const { participantId } = standing;
  const [upTo, chosen, kept] = await Promise.all([
    markerOf(deps.db, place),
    stanceOf(deps.db, place),
    keptIn(deps.db, place),
  ]);
  const follows =
    participantId !== null &&
    (debate.authorId === participantId || (await takesPart(deps.db, place, participantId)));
  return {
    readUpTo: upTo?.toISOString() ?? null,
    stance: chosen ?? (follows ? "following" : "own"),
    isBookmarked: kept.includes(null),
    claimIds: kept.filter((id) => id !== null),
  };
}
