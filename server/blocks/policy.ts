import { isModerator, type MemberStanding, type Standing } from "../platform/actor.ts";

/** Whoever may see a community may block anybody in it but themselves. */
export function mayBlock({ participantId }: Standing, blockedId: string): boolean {
  return participantId !== blockedId;
}

/**
 * Who does something that any member may do, for `notify`: whoever blocked them is not told. What moderators do
 * reaches everybody, or blocking them would be a way around the rules.
 */
export function inPassing(standing: MemberStanding): string | undefined {
  return isModerator(standing) ? undefined : standing.participantId;
}
