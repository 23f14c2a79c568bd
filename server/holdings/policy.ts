import { isModerator, type Standing } from "../platform/actor.ts";

/** Owners and moderators bring in who holds what. */
export function mayMakeSnapshot(standing: Standing): boolean {
  return isModerator(standing);
}
