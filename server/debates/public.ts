import type { Deps } from "../deps.ts";
import { type Actor, maySee } from "../platform/actor.ts";
import { maySeeDebate } from "./policy.ts";
import { findDebate } from "./store.ts";

interface DebateIds {
  readonly communityId: string;
  readonly debateId: string;
}

/** Whether somebody may read a debate: they see its community, and it is no draft of another's. */
export async function mayReadDebate(
  { db, findStanding }: Deps,
  actor: Actor,
  ids: DebateIds,
): Promise<boolean> {
  const standing = await findStanding(actor, ids.communityId);
  if (!maySee(standing)) return false;
  const debate = await findDebate(db, ids);
  return debate !== undefined && maySeeDebate(standing, debate);
}
