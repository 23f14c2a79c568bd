import { memberRenamed } from "#shared/contract/communities.ts";
import type { renameMyself } from "#shared/contract/memberships.ts";
import type { Deps } from "../deps.ts";
import type { Call } from "../platform/mount.ts";
import { actingIn } from "./acting.ts";
import { refuseLookAlike } from "./look-alike.ts";
import { renameParticipant } from "./member-store.ts";
import { memberView } from "./views.ts";

/** Changes the name under which somebody speaks in one community, and only there. */
export function changeMyName(
  { transact, forgetStandings }: Deps,
  { actor, params, body, once }: Call<typeof renameMyself>,
) {
  const { communityId } = params;
  const { name } = body;
  return transact(async (tx) => {
    const { accountId } = actor;
    const { me } = await actingIn(tx, { communityId, accountId, least: "member" });
    if (me.name !== name) {
      await refuseLookAlike(tx.db, { ...me, name });
      await renameParticipant(tx.db, me, name);
      await tx.record(memberRenamed, { communityId, member: { id: me.participantId, name } });
      tx.afterCommit(forgetStandings);
    }
    return memberView({ ...me, name }, me);
  }, once);
}
