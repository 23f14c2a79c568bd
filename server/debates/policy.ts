import { isModerator, type Standing } from "../platform/actor.ts";

interface DebateFacts {
  readonly phase: string;
  readonly authorId: string;
}

/** A draft is seen by its author and by moderators; all else by whoever sees the community. */
export function maySeeDebate(standing: Standing, debate: DebateFacts): boolean {
  return (
    debate.phase !== "draft" || isModerator(standing) || debate.authorId === standing.participantId
  );
}
