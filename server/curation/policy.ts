import { type DebateFacts, maySteerDebate } from "../debates/public.ts";
import { isMember, type Standing } from "../platform/actor.ts";

/** The author and moderators name facilitators, and let them go. */
export function mayAppoint(standing: Standing, debate: DebateFacts): boolean {
  return maySteerDebate(standing, debate);
}

/** Who was named can go again. */
export function mayDismiss(
  standing: Standing,
  debate: DebateFacts,
  facilitatorId: string,
): boolean {
  const isOneself = isMember(standing) && standing.participantId === facilitatorId;
  return isOneself || mayAppoint(standing, debate);
}

/** A debate is curated in every phase, also when it is decided: then most of all it is read. Not in the archive. */
export const isCurated = ({ phase }: DebateFacts): boolean => phase !== "archived";
