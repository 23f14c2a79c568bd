import { and, asc, desc, eq, lt, max, or, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Db } from "#db/client.ts";
import { charterVersions } from "#db/schema/charter.ts";
import { participants } from "#db/schema/communities.ts";

export type RuleRow = typeof charterVersions.$inferSelect;
export type VersionRow = Awaited<ReturnType<typeof comingOf>>[number];

const hasBegun = sql`${charterVersions.effectiveAt} <= clock_timestamp()`;

/** The rules in force, by number: of each, the highest version whose time has come. */
export async function charterOf(db: Db, communityId: string): Promise<RuleRow[]> {
  const rows = await db
    .selectDistinctOn([charterVersions.number])
    .from(charterVersions)
    .where(and(eq(charterVersions.communityId, communityId), hasBegun))
    .orderBy(asc(charterVersions.number), desc(charterVersions.version));
  return rows.filter(({ isRetired }) => !isRetired);
}

const earlier = alias(charterVersions, "earlier");

function selectVersions(db: Db, which: SQL | undefined) {
  return db
    .select({
      rule: charterVersions,
      author: { id: participants.id, name: participants.name, kind: participants.kind },
      before: { title: earlier.title, text: earlier.text },
    })
    .from(charterVersions)
    .leftJoin(
      participants,
      and(
        eq(participants.communityId, charterVersions.communityId),
        eq(participants.id, charterVersions.authorId),
      ),
    )
    .leftJoin(
      earlier,
      and(
        eq(earlier.communityId, charterVersions.communityId),
        eq(earlier.number, charterVersions.number),
        eq(earlier.version, sql`${charterVersions.version} - 1`),
      ),
    )
    .where(which)
    .$dynamic();
}

/** A later version that begins no later takes its place before it was ever in force. */
const isOvertaken = sql`exists (
  select from charter_versions later
  where later.community_id = ${charterVersions.communityId}
    and later.number = ${charterVersions.number}
    and later.version > ${charterVersions.version}
    and later.effective_at <= ${charterVersions.effectiveAt}
)`;

/** Changes that will be in force, the next one first. */
export async function comingOf(db: Db, communityId: string) {
  return selectVersions(
    db,
    and(
      eq(charterVersions.communityId, communityId),
      sql`not ${hasBegun}`,
      sql`not ${isOvertaken}`,
    ),
  ).orderBy(asc(charterVersions.effectiveAt), asc(charterVersions.number));
}

interface Place {
  readonly at: Date;
  readonly number: number;
  readonly version: number;
}

interface Part {
  readonly number: number | undefined;
  readonly before: Place | null;
  readonly limit: number;
}

/** Every version, newest first; of one rule where its number is given. */
export async function listVersions(db: Db, communityId: string, { number, before, limit }: Part) {
  const { createdAt } = charterVersions;
  return selectVersions(
    db,
    and(
      eq(charterVersions.communityId, communityId),
      number === undefined ? undefined : eq(charterVersions.number, number),
      before === null ? undefined : or(lt(createdAt, before.at), sameTimeAfter(before)),
    ),
  )
    .orderBy(desc(createdAt), desc(charterVersions.number), desc(charterVersions.version))
    .limit(limit);
}

const sameTimeAfter = ({ at, number, version }: Place) =>
  and(
    eq(charterVersions.createdAt, at),
    sql`(${charterVersions.number}, ${charterVersions.version}) < (${number}::int, ${version}::int)`,
  );

/** Every rule there was, by number, as its newest version says; retired once that is in force. */
export async function rulesEver(db: Db, communityId: string) {
  const { number, title, isRetired, version } = charterVersions;
  return db
    .selectDistinctOn([number], {
      number,
      title,
      isRetired: sql<boolean>`${isRetired} and ${hasBegun}`,
    })
    .from(charterVersions)
    .where(eq(charterVersions.communityId, communityId))
    .orderBy(asc(number), desc(version));
}

/** The number after the highest ever used. The community must be locked. */
export async function nextRuleNumber(db: Db, communityId: string): Promise<number> {
  const [row] = await db
    .select({ highest: max(charterVersions.number) })
    .from(charterVersions)
    .where(eq(charterVersions.communityId, communityId));
  return (row?.highest ?? 0) + 1;
}

type NewVersion = typeof charterVersions.$inferInsert;

export async function insertVersions(db: Db, rows: readonly NewVersion[]): Promise<void> {
  if (rows.length > 0) await db.insert(charterVersions).values([...rows]);
}

const isVersion = ({ communityId, number }: Pick<RuleRow, "communityId" | "number">) =>
  and(eq(charterVersions.communityId, communityId), eq(charterVersions.number, number));

/** Adds one version and gives it back as it is shown. */
export async function insertVersion(db: Db, row: NewVersion): Promise<VersionRow> {
  await insertVersions(db, [row]);
  const [added] = await selectVersions(
    db,
    and(isVersion(row), eq(charterVersions.version, row.version ?? 1)),
  );
  if (!added) throw new Error("a version that was just saved is not there");
  return added;
}

/** The newest version of a rule, in force or coming; undefined for a rule that is out of force. */
export async function newestVersion(db: Db, communityId: string, number: number) {
  const [row] = await db
    .select({ rule: charterVersions, hasBegun: sql<boolean>`${hasBegun}` })
    .from(charterVersions)
    .where(isVersion({ communityId, number }))
    .orderBy(desc(charterVersions.version))
    .limit(1);
  return row && !(row.rule.isRetired && row.hasBegun) ? row.rule : undefined;
}
