import type { Db } from "#db/client.ts";
import type { Subject } from "#shared/contract/moderated.ts";
import type { MemberStanding } from "../platform/actor.ts";
import { hadPartAbout } from "../platform/parts-store.ts";
import { because, Refusal } from "../platform/problem.ts";
import { hasFlagged } from "./flag-store.ts";
import { isOwnCase } from "./policy.ts";

/** Whose case something is: of its author, of a side or juror of a dispute about it, or of who reported it. */
export type OwnCase = "own-content" | "own-dispute" | "own-report";

interface Case {
  readonly communityId: string;
  readonly subject: Subject;
  /** Whose content it is, or who is reported. */
  readonly authorId: string | null;
  /** How many reports of it wait to be decided. */
  readonly flagCount: number;
}

/** Why somebody may not decide about a thing, whatever the office; null for who may. */
export async function ownCase(
  db: Db,
  standing: MemberStanding,
  { communityId, subject, authorId, flagCount }: Case,
): Promise<OwnCase | null> {
  const { participantId } = standing;
  if (isOwnCase(standing, { authorId })) return "own-content";
  if (await hadPartAbout(db, { communityId, subjectId: subject.id, participantId })) {
    return "own-dispute";
  }
  const isReported =
    flagCount > 0 && (await hasFlagged(db, { communityId, participantId }, subject));
  return isReported ? "own-report" : null;
}

/** Refuses to decide in one's own case, and says what to do instead. */
export function refuseOwnCase(why: OwnCase | null): void {
  if (why !== null) throw new Refusal("own-case", because(why));
}
