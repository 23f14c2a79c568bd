import type { followCommitment as contract } from "#shared/contract/commitments.ts";
import type { Deps } from "../deps.ts";
import type { Call } from "../platform/mount.ts";
import { Refusal } from "../platform/problem.ts";
import { saveFollower, takeFollowerAway } from "./follower-store.ts";
import { findCommitment } from "./store.ts";

/** Chooses whether one is told of what becomes of a commitment. */
export async function followCommitment(
  deps: Deps,
  { standing, params, body, once }: Call<typeof contract>,
): Promise<undefined> {
  if (!(await findCommitment(deps.db, params))) throw new Refusal("not-found");
  const follower = { ...params, participantId: standing.participantId };
  const save = body.follow ? saveFollower : takeFollowerAway;
  await deps.transact((tx) => save(tx.db, follower), once);
}
