import { and, asc, eq, inArray, notInArray, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import {
  declaredAttributes,
  declaredConsents,
  declaredValues,
  declarations,
} from "#db/schema/representation.ts";

export interface ValueRow {
  readonly id: string;
  readonly name: string;
  readonly target: number | null;
}

export interface AttributeRow {
  readonly id: string;
  readonly name: string;
  readonly values: readonly ValueRow[];
}

/** Lets one at a time define, declare and tell in a community until the transaction ends. */
export async function lockDeclared(db: Db, communityId: string): Promise<void> {
  await db.execute(
    sql`select pg_advisory_xact_lock(hashtextextended(${`declared ${communityId}`}, 0))`,
  );
}

export async function consentOf(db: Db, communityId: string) {
  const [row] = await db
    .select()
    .from(declaredConsents)
    .where(eq(declaredConsents.communityId, communityId));
  return row ?? { communityId, consent: "", version: 0 };
}

export async function saveConsent(
  db: Db,
  row: typeof declaredConsents.$inferInsert,
): Promise<void> {
  const { consent, version } = row;
  await db
    .insert(declaredConsents)
    .values(row)
    .onConflictDoUpdate({ target: declaredConsents.communityId, set: { consent, version } });
}

/** What members may say about themselves, in the order of its owners. */
export async function attributesOf(db: Db, communityId: string): Promise<AttributeRow[]> {
  const attributes = await db
    .select()
    .from(declaredAttributes)
    .where(eq(declaredAttributes.communityId, communityId))
    .orderBy(asc(declaredAttributes.place));
  const values = await db
    .select()
    .from(declaredValues)
    .where(eq(declaredValues.communityId, communityId))
    .orderBy(asc(declaredValues.place));
  return attributes.map(({ id, name }) => ({
    id,
    name,
    values: values
      .filter(({ attributeId }) => attributeId === id)
      .map((value) => ({ id: value.id, name: value.name, target: value.target })),
  }));
}

const outside = (ids: readonly string[]): string[] =>
  ids.length === 0 ? ["00000000-0000-0000-0000-000000000000"] : [...ids];

/** Saves what members may say about themselves; what is not in it goes, with what people said of it. */
export async function saveAttributes(
  db: Db,
  communityId: string,
  attributes: readonly AttributeRow[],
): Promise<void> {
  const values = attributes.flatMap((attribute) =>
    attribute.values.map((value, place) => ({
      communityId,
      ...value,
      attributeId: attribute.id,
      place,
    })),
  );
  const rows = attributes.map(({ id, name }, place) => ({ communityId, id, name, place }));
  await db
    .delete(declaredValues)
    .where(
      and(
        eq(declaredValues.communityId, communityId),
        notInArray(declaredValues.id, outside(values.map(({ id }) => id))),
      ),
    );
  await db
    .delete(declaredAttributes)
    .where(
      and(
        eq(declaredAttributes.communityId, communityId),
        notInArray(declaredAttributes.id, outside(rows.map(({ id }) => id))),
      ),
    );
  if (rows.length === 0) return;
  await db
    .insert(declaredAttributes)
    .values(rows)
    .onConflictDoUpdate({
      target: [declaredAttributes.communityId, declaredAttributes.id],
      set: { name: sql`excluded.name`, place: sql`excluded.place` },
    });
  await db
    .insert(declaredValues)
    .values(values)
    .onConflictDoUpdate({
      target: [declaredValues.communityId, declaredValues.id],
      set: {
        name: sql`excluded.name`,
        target: sql`excluded.target`,
        place: sql`excluded.place`,
      },
    });
}

export interface AnswerRow {
  readonly attributeId: string;
  readonly valueId: string | null;
}

interface Who {
  readonly communityId: string;
  readonly participantId: string;
}

const own = ({ communityId, participantId }: Who) =>
  and(eq(declarations.communityId, communityId), eq(declarations.participantId, participantId));

/** What somebody said about themselves, for themselves. */
export async function answersOf(db: Db, who: Who): Promise<AnswerRow[]> {
  return db
    .select({ attributeId: declarations.attributeId, valueId: declarations.valueId })
    .from(declarations)
    .where(own(who))
    .orderBy(asc(declarations.attributeId));
}

/** Saves what somebody says about themselves, in place of all that they said before. */
export async function putAnswers(db: Db, who: Who, answers: readonly AnswerRow[]): Promise<void> {
  const { communityId, participantId } = who;
  await db.delete(declarations).where(own(who));
  if (answers.length === 0) return;
  const rows = answers.map((answer) => ({ communityId, participantId, ...answer }));
  await db.insert(declarations).values(rows);
}

/** What these people said, apart from that they prefer not to. */
export async function valuesSaid(
  db: Db,
  communityId: string,
  participantIds: readonly string[],
): Promise<{ participantId: string; attributeId: string; valueId: string }[]> {
  const rows = await db
    .select({
      participantId: declarations.participantId,
      attributeId: declarations.attributeId,
      valueId: sql<string>`${declarations.valueId}`,
    })
    .from(declarations)
    .where(
      and(
        eq(declarations.communityId, communityId),
        sql`${declarations.participantId} = any(${sql.param([...participantIds])}::uuid[])`,
        sql`${declarations.valueId} is not null`,
      ),
    );
  return rows;
}

interface Gone {
  readonly communityIds: readonly string[];
  readonly participantIds: readonly string[];
}

/** Deletes what people said about themselves who are no longer there. */
export async function deleteAnswers(db: Db, { communityIds, participantIds }: Gone): Promise<void> {
  if (participantIds.length === 0) return;
  await db
    .delete(declarations)
    .where(
      and(
        inArray(declarations.communityId, [...communityIds]),
        inArray(declarations.participantId, [...participantIds]),
      ),
    );
}
