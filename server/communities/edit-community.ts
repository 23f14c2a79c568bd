import { communityChanged, type editCommunity } from "#shared/contract/communities.ts";
import { delegationsChanged } from "#shared/contract/delegations.ts";
import type { Deps } from "../deps.ts";
import type { Call } from "../platform/mount.ts";
import { Refusal } from "../platform/problem.ts";
import { actingIn } from "./acting.ts";
import { type ChangedSettings, type CommunityRow, updateCommunity } from "./community-store.ts";
import { communityView } from "./views.ts";

const names = [
  "name",
  "description",
  "language",
  "isPrivate",
  "joinPolicy",
  "allowsDelegation",
  "delegationCapPercent",
] as const;

/** Changes the settings, unless somebody else did since they were read. */
export function changeSettings(
  { transact, forgetStandings }: Deps,
  { actor, params, body, once }: Call<typeof editCommunity>,
) {
  const { communityId } = params;
  const { version, ...settings } = body;
  const { accountId } = actor;
  return transact(async (tx) => {
    const { community, me } = await actingIn(tx, { communityId, accountId, least: "owner" });
    const changed = changedNames(community, settings);
    if (community.version !== version) throw new Refusal("stale-version");
    if (changed.length === 0) return communityView(tx.db, community, actor);
    const after = await updateCommunity(tx.db, { communityId, version }, settings);
    if (!after) throw new Refusal("stale-version");
    const common = { communityId, actor: me.participantId, subject: communityId };
    await tx.act({ ...common, kind: "community.settings-changed", payload: { changed } });
    if (changed.includes("isPrivate")) {
      const { isPrivate } = settings;
      await tx.act({ ...common, kind: "community.privacy-changed", payload: { isPrivate } });
    }
    if (changed.includes("allowsDelegation") || changed.includes("delegationCapPercent")) {
      const { allowsDelegation, delegationCapPercent } = after;
      const payload = { allowsDelegation, delegationCapPercent };
      await tx.act({ ...common, kind: "community.delegation-changed", payload });
      await tx.record(delegationsChanged, { communityId });
    }
    await tx.record(communityChanged, { communityId, version: after.version });
    tx.afterCommit(forgetStandings);
    return communityView(tx.db, after, actor);
  }, once);
}

function changedNames(before: CommunityRow, after: ChangedSettings) {
  return names.filter((name) => after[name] !== undefined && before[name] !== after[name]);
}
