import { and, count, desc, eq, inArray, lt, ne, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { comments } from "#db/schema/comments.ts";
import { claims, evidence, positions } from "#db/schema/debates.ts";
import { statements } from "#db/schema/statements.ts";
import { spamExamples, spamSketches } from "#db/schema/spam.ts";
import type { Counts, Learned } from "#shared/spam/bayes.ts";

interface SubjectIds {
  readonly communityId: string;
  readonly subjectId: string;
}

const isAbout = ({ communityId, subjectId }: SubjectIds) =>
  and(eq(spamExamples.communityId, communityId), eq(spamExamples.subjectId, subjectId));

export async function saveExample(
  db: Db,
  row: SubjectIds & Pick<typeof spamExamples.$inferInsert, "id" | "isSpam" | "words">,
): Promise<void> {
  const { isSpam, words } = row;
  await db
    .insert(spamExamples)
    .values(row)
    .onConflictDoUpdate({
      target: [spamExamples.communityId, spamExamples.subjectId],
      set: { isSpam, words },
    });
}

export async function dropExample(db: Db, ids: SubjectIds): Promise<void> {
  await db.delete(spamExamples).where(isAbout(ids));
}

/** Forgets which text it was; that there was such a one is still learned from. */
export async function detachExample(db: Db, ids: SubjectIds): Promise<void> {
  await db.update(spamExamples).set({ subjectId: null }).where(isAbout(ids));
}

/** Keeps the newest examples of a kind. */
export async function dropOldest(
  db: Db,
  { communityId, isSpam, kept }: { communityId: string; isSpam: boolean; kept: number },
): Promise<void> {
  const isKind = and(eq(spamExamples.communityId, communityId), eq(spamExamples.isSpam, isSpam));
  const old = db
    .select({ id: spamExamples.id })
    .from(spamExamples)
    .where(isKind)
    .orderBy(desc(spamExamples.createdAt), desc(spamExamples.id))
    .offset(kept);
  await db.delete(spamExamples).where(and(isKind, inArray(spamExamples.id, old)));
}

/** How many examples there are, and in how many of them each of some words occurs. */
export async function learnedOf(
  db: Db,
  communityId: string,
  words: readonly string[],
): Promise<Learned> {
  const isHere = eq(spamExamples.communityId, communityId);
  const { isSpam } = spamExamples;
  const counts = {
    spam: sql<number>`(count(*) filter (where ${isSpam}))::int`,
    fine: sql<number>`(count(*) filter (where not ${isSpam}))::int`,
  };
  const [examples = { spam: 0, fine: 0 }] = await db
    .select(counts)
    .from(spamExamples)
    .where(isHere);
  if (examples.spam === 0 || examples.fine === 0 || words.length === 0) {
    return { examples, words: new Map() };
  }
  const { rows } = await db.execute<Counts & { word: string } & Record<string, unknown>>(sql`
    select word, (count(*) filter (where is_spam))::int as "spam",
      (count(*) filter (where not is_spam))::int as "fine"
    from ${spamExamples}, unnest(words) word
    where ${isHere} and word = any(${sql.param([...words])}::text[])
    group by word`);
  return { examples, words: new Map(rows.map(({ word, spam, fine }) => [word, { spam, fine }])) };
}

export async function saveSketch(db: Db, row: typeof spamSketches.$inferInsert): Promise<void> {
  const { sketch } = row;
  await db
    .insert(spamSketches)
    .values(row)
    .onConflictDoUpdate({
      target: [spamSketches.communityId, spamSketches.subjectId],
      set: { sketch },
    });
}

/** With so many of the latest a text is compared. */
const mostCompared = 500;

/** Sketches of other texts of the last hours, the latest first. */
export async function sketchesOf(
  db: Db,
  { communityId, subjectId, hours }: SubjectIds & { readonly hours: number },
) {
  const { participantId, sketch, createdAt } = spamSketches;
  return db
    .select({ participantId, sketch, subjectId: spamSketches.subjectId })
    .from(spamSketches)
    .where(
      and(
        eq(spamSketches.communityId, communityId),
        ne(spamSketches.subjectId, subjectId),
        sql`${createdAt} > now() - make_interval(hours => ${hours})`,
      ),
    )
    .orderBy(desc(createdAt))
    .limit(mostCompared);
}

/** What can be taken back by who wrote it. */
const retractable = [claims, positions, comments, evidence, statements];

/** Which of these texts their authors took back themselves: what moderators put out of sight stands no longer either. */
export async function takenBack(
  db: Db,
  communityId: string,
  subjectIds: readonly string[],
): Promise<ReadonlySet<string>> {
  if (subjectIds.length === 0) return new Set();
  const each = retractable.map(
    (table) => sql`
      select id from ${table} where community_id = ${communityId} and withdrawn_at is not null
        and moderation is null and id = any(${sql.param([...subjectIds])}::uuid[])`,
  );
  const { rows } = await db.execute<{ id: string }>(sql.join(each, sql` union all `));
  return new Set(rows.map(({ id }) => id));
}

export async function forgetSketches(db: Db, before: Date): Promise<void> {
  await db.delete(spamSketches).where(lt(spamSketches.createdAt, before));
}

/** How many of some hosts no source of others in a community leads to. */
export async function countNewHosts(
  db: Db,
  { communityId, participantId }: { readonly communityId: string; readonly participantId: string },
  hosts: readonly string[],
): Promise<number> {
  if (hosts.length === 0) return 0;
  const host = sql`substring(lower(${evidence.url}) from '^https?://(?:www\\.)?([^/?#:]+)')`;
  const [row] = await db
    .select({ known: count(sql`distinct ${host}`).mapWith(Number) })
    .from(evidence)
    .where(
      and(
        eq(evidence.communityId, communityId),
        ne(evidence.authorId, participantId),
        sql`${host} = any(${sql.param([...hosts])}::text[])`,
      ),
    );
  return hosts.length - (row?.known ?? 0);
}
