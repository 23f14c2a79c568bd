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
  return mayAppoint(standing, debate) || isNamed(standing, new Set([facilitatorId]));
}

/** A debate is curated by moderators and its facilitators: its author, while a member, and those who were named. */
export function mayCurate(
  standing: Standing,
  debate: DebateFacts,
  named: ReadonlySet<string>,
): boolean {
  return maySteerDebate(standing, debate) || isNamed(standing, named);
}

/** A debate is curated in every phase, also when it is decided: then most of all it is read. Not in the archive. */
export const isCurated = ({ phase }: DebateFacts): boolean => phase !== "archived";

function isNamed(standing: Standing, named: ReadonlySet<string>): boolean {
  return isMember(standing) && named.has(standing.participantId);
}
