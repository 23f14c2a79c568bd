import { and, desc, eq, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { declaredReleases } from "#db/schema/representation.ts";
import type { Said } from "#shared/representation/release.ts";
import type { ReleasedPart } from "#shared/representation/released-part.ts";

/** What a table tells of: an attribute's id or "all", and whose. */
export interface About {
  readonly communityId: string;
  readonly about: string;
  readonly population: string;
  /** empty for the whole community */
  readonly subjectId: string;
}

export interface Release {
  readonly id: string;
  readonly told: ReleasedPart;
  readonly releasedAt: Date;
}

/** What was last told of it. */
export async function newestRelease(db: Db, of: About): Promise<Release | undefined> {
  const [row] = await db
    .select({
      id: declaredReleases.id,
      told: declaredReleases.told,
      releasedAt: declaredReleases.releasedAt,
    })
    .from(declaredReleases)
    .where(
      and(
        eq(declaredReleases.communityId, of.communityId),
        eq(declaredReleases.about, of.about),
        eq(declaredReleases.population, of.population),
        eq(declaredReleases.subjectId, of.subjectId),
      ),
    )
    .orderBy(desc(declaredReleases.releasedAt), desc(declaredReleases.id))
    .limit(1);
  return row;
}

/** By how many people these differ from those of each table that was told about the same, whoever it was of. */
export async function differencesFrom(
  db: Db,
  { communityId, about }: About,
  said: Said,
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await db.execute<{ id: string; differing: number }>(sql`
    with now as (
      select * from unnest(${sql.param([...said.keys()])}::uuid[], ${sql.param([...said.values()])}::text[])
        as now (participant_id, said)
    )
    select release.id, release.size + ${said.size}::int - count(now.participant_id)::int
      - (count(*) filter (where now.said = people.said))::int as differing
    from declared_releases release
    left join declared_release_people people
      on people.community_id = release.community_id and people.release_id = release.id
    left join now on now.participant_id = people.participant_id
    where release.community_id = ${communityId} and release.about = ${about}
    group by release.id, release.size`);
  return new Map(rows.map(({ id, differing }) => [id, Number(differing)]));
}

export async function saveRelease(
  db: Db,
  of: About,
  { id, told, releasedAt, said }: Release & { readonly said: Said },
): Promise<void> {
  await db.insert(declaredReleases).values({ ...of, id, told, size: said.size, releasedAt });
  await db.execute(sql`
    insert into declared_release_people (community_id, release_id, participant_id, said)
    select ${of.communityId}, ${id}, participant_id, said
    from unnest(${sql.param([...said.keys()])}::uuid[], ${sql.param([...said.values()])}::text[])
      as now (participant_id, said)`);
}

/**
 * Parts people from what was told of them. They go on being counted as somebody who was there: else the next table, beside
 * the last one, would tell what they had said.
 */
export async function disown(
  db: Db,
  { communityIds, participantIds }: Record<"communityIds" | "participantIds", readonly string[]>,
): Promise<void> {
  await db.execute(sql`
    update declared_release_people set participant_id = gen_random_uuid()
    where community_id = any(${sql.param([...communityIds])}::uuid[])
      and participant_id = any(${sql.param([...participantIds])}::uuid[])`);
}

/**
 * Takes away what was told of people some of whom said what nobody can say any more. Of whom it was told is kept: what is
 * told next is compared with it, or a change of the question would tell what one person said since.
 */
export async function untell(
  db: Db,
  communityId: string,
  goneValueIds: readonly string[],
): Promise<void> {
  if (goneValueIds.length === 0) return;
  await db.execute(sql`
    update declared_releases release set told = '{}' where community_id = ${communityId} and exists (
      select from declared_release_people people
      where people.community_id = release.community_id and people.release_id = release.id
        and string_to_array(people.said, ' ') && ${sql.param([...goneValueIds])}::text[])`);
}

/** Forgets what was told of attributes that are no more. */
export async function forgetReleases(
  db: Db,
  communityId: string,
  attributeIds: readonly string[],
): Promise<void> {
  await db.execute(sql`
    delete from declared_releases where community_id = ${communityId}
      and about = any(${sql.param([...attributeIds])}::text[])`);
}
