import { runNamed, type Db } from "#db/client.ts";
import type { Standing } from "../platform/actor.ts";

type StandingRow = Omit<Standing, "isSignedIn"> & { readonly accountId: string | null };

const text = `
select community.id as "communityId", community.slug, community.is_private as "isPrivate",
  asked.account_id as "accountId", membership.role, membership.participant_id as "participantId", participant.name,
  (
    select max(sanction.until) from sanctions sanction
    where sanction.community_id = membership.community_id and sanction.participant_id = membership.participant_id
      and sanction.kind = 'suspend' and sanction.ended_at is null and sanction.until > now()
  ) as "suspendedUntil"
from unnest($1::uuid[], $2::uuid[]) as asked (community_id, account_id)
join communities community on community.id = asked.community_id
left join memberships membership on membership.community_id = asked.community_id
  and membership.account_id = asked.account_id and membership.status = 'active'
left join participants participant on participant.community_id = membership.community_id
  and participant.id = membership.participant_id`;

/** How accounts stand in communities, in the order asked; null where there is no such community. */
export async function loadStandings(
  db: Db,
  keys: readonly (readonly [communityId: string, accountId: string])[],
): Promise<(Standing | null)[]> {
  const rows = await runNamed<StandingRow>(db, {
    name: "standings",
    text,
    values: [keys.map(([communityId]) => communityId), keys.map(([, id]) => id || null)],
  });
  const byKey = new Map(rows.map((row) => [`${row.communityId} ${row.accountId ?? ""}`, row]));
  return keys.map(([communityId, id]) => {
    const row = byKey.get(`${communityId} ${id}`);
    if (!row) return null;
    const { accountId, ...standing } = row;
    return { ...standing, isSignedIn: accountId !== null };
  });
}
