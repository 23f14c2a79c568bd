import { addCommunity } from "../testing/community.ts";
import type { Person } from "../testing/person.ts";
import type { TestServer } from "../testing/server.ts";

interface Appeal {
  /** None while it waits. */
  readonly choice?: "uphold" | "modify" | "overturn";
}

export interface Acted {
  readonly kind: string;
  readonly actor?: string | null;
  readonly role?: string;
  readonly rule?: number;
  readonly isUndone?: true;
  readonly appeal?: Appeal;
}

/** Enters in the public record what moderation and disputes enter there of an action. */
export async function enterAction(
  server: TestServer,
  communityId: string,
  { kind, actor = null, role = "moderator", rule = 1, isUndone, appeal }: Acted,
): Promise<void> {
  const id = server.deps.random.id();
  const disputeId = server.deps.random.id();
  const action = { action: id, subject: "claim", rule: { number: rule, version: 1 }, role };
  await server.deps.transact(async (tx) => {
    const about = { communityId, actor: null, subject: disputeId };
    const deed = (what: string) =>
      tx.act({ communityId, kind: `moderation.${what}`, actor, subject: id, payload: action });
    await deed(kind);
    if (isUndone) await deed("undone");
    if (!appeal) return;
    const opened = { kind: "action", of: id, rule };
    await tx.act({ ...about, kind: "dispute.opened", payload: opened });
    const { choice } = appeal;
    if (choice) await tx.act({ ...about, kind: "dispute.ruled", payload: { level: 1, choice } });
  });
}

/** Enters as many actions as one likes in months that are gone, every tenth with an appeal that was upheld. */
export async function enterPast(
  server: TestServer,
  communityId: string,
  { count, overDays }: { readonly count: number; readonly overDays: number },
): Promise<void> {
  await server.sql(
    `with made as (
      select n, gen_random_uuid() as action, gen_random_uuid() as dispute,
        date_trunc('month', now()) - n * interval '1 day' * $3 / $2 as time
      from generate_series(1, $2::int) n
    )
    insert into ledger_acts (community_id, id, time, kind, actor, subject, payload)
    select $1::uuid, gen_random_uuid(), time, 'moderation.remove', null::uuid, 'claim ' || n,
      jsonb_build_object('action', action, 'role', 'moderator',
        'rule', jsonb_build_object('number', n % 7 + 1, 'version', 1)) from made
    union all
    select $1::uuid, gen_random_uuid(), time, 'dispute.opened', null::uuid, dispute::text,
      jsonb_build_object('kind', 'action', 'of', action) from made where n % 10 = 0
    union all
    select $1::uuid, gen_random_uuid(), time, 'dispute.ruled', null::uuid, dispute::text,
      jsonb_build_object('level', 1, 'choice', 'uphold') from made where n % 10 = 0`,
    [communityId, count, overDays],
  );
}

export interface Crowd {
  readonly language: string;
  readonly people: number;
  /** On how many of them somebody acted. */
  readonly acted: number;
}

/** A community that began two years ago, whose people wrote in the quarter that was over last. */
export async function addCrowd(server: TestServer, owner: Person, groups: readonly Crowd[]) {
  const { communityId, slug } = await addCommunity(server, owner);
  await server.sql("update communities set created_at = now() - interval '2 years' where id = $1", [
    communityId,
  ]);
  for (const { language, people, acted } of groups) {
    await server.sql(
      `with made as (
        select n, gen_random_uuid() as account, gen_random_uuid() as id,
          date_trunc('quarter', now()) - interval '1 month' as time
        from generate_series(1, $3::int) n
      ), account as (
        insert into accounts (id, name, email, password_hash, language)
        select account, 'One of many', account || '@example.org', 'none', $2 from made
      ), participant as (
        insert into participants (community_id, id, kind, name)
        select $1, id, 'member', 'One of many' from made
      ), member as (
        insert into memberships (community_id, participant_id, account_id, status, role, joined_at)
        select $1, id, account, 'active', 'member', now() - interval '20 months' from made
      ), posting as (
        insert into postings (community_id, participant_id, subject_id, debate_id, created_at)
        select $1, id, gen_random_uuid(), gen_random_uuid(), time from made
      )
      insert into moderation_actions
        (community_id, id, kind, subject_kind, subject_id, author_id, reason, role, created_at)
      select $1, gen_random_uuid(), 'hide', 'claim', gen_random_uuid(), id, '', 'moderator', time
      from made where n <= $4`,
      [communityId, language, people, acted],
    );
  }
  return { communityId, slug };
}

/** So many reports that waited so many minutes before something was decided about them. */
export async function enterWaits(
  server: TestServer,
  communityId: string,
  minutes: readonly number[],
): Promise<void> {
  await server.sql(
    `insert into moderation_items (community_id, id, work, subject_kind, subject_id, severity, status,
      deadline_at, created_at, closed_at)
    select $1, gen_random_uuid(), 'flags', 'claim', gen_random_uuid(), 'normal', 'acted',
      now() - waited * interval '1 minute' + interval '2 hours',
      now() - waited * interval '1 minute', now()
    from unnest($2::int[]) waited`,
    [communityId, minutes],
  );
}
