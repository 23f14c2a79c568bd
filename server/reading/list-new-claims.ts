import type { listNewClaims as contract } from "#shared/contract/reading.ts";
import { maySeeDebate } from "../debates/public.ts";
import type { Deps } from "../deps.ts";
import type { Call } from "../platform/mount.ts";
import { readerIn } from "./reader.ts";
import { newClaimsFor } from "./store.ts";

/** How much is new to the reader in each debate where they were before. */
export async function listNewClaims(deps: Deps, call: Call<typeof contract>) {
  const standing = await readerIn(deps, call);
  const { communityId, participantId } = standing;
  const { accountId } = call.actor;
  const rows = await newClaimsFor(deps.db, { communityId, participantId, accountId });
  const items = rows
    .filter(({ count, debate }) => count > 0 && maySeeDebate(standing, debate))
    .map(({ debateId, count }) => ({ debateId, count }));
  return { items };
}
