import { and, asc, eq, isNull, ne, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Db } from "#db/client.ts";
import { participants } from "#db/schema/communities.ts";
import { definitionAgreements, definitions } from "#db/schema/definitions.ts";
import type { DebateIds } from "../store.ts";

export interface DefinitionIds extends DebateIds {
  readonly definitionId: string;
}

export type DefinitionRow = typeof definitions.$inferSelect;

const isDefinition = ({ communityId, debateId, definitionId }: DefinitionIds) =>
  and(
    eq(definitions.communityId, communityId),
    eq(definitions.debateId, debateId),
    eq(definitions.id, definitionId),
  );

const author = alias(participants, "author");
const editor = alias(participants, "editor");

const agreed = sql<number>`(
  select count(*)::int from ${definitionAgreements}
  where ${definitionAgreements.communityId} = ${definitions.communityId}
    and ${definitionAgreements.definitionId} = ${definitions.id}
    and ${definitionAgreements.version} = ${definitions.version}
)`;

/** Definitions with who worded them and how many agree: all that stand in a debate by their terms, or one. */
export async function definitionsOf(db: Db, ids: DebateIds & { readonly definitionId?: string }) {
  return db
    .select({
      definition: definitions,
      author: { id: author.id, name: author.name, kind: author.kind },
      editor: { id: editor.id, name: editor.name, kind: editor.kind },
      agreed,
    })
    .from(definitions)
    .innerJoin(
      author,
      and(eq(author.communityId, definitions.communityId), eq(author.id, definitions.authorId)),
    )
    .innerJoin(
      editor,
      and(eq(editor.communityId, definitions.communityId), eq(editor.id, definitions.editorId)),
    )
    .where(
      and(
        eq(definitions.communityId, ids.communityId),
        eq(definitions.debateId, ids.debateId),
        isNull(definitions.withdrawnAt),
        ids.definitionId === undefined ? undefined : eq(definitions.id, ids.definitionId),
      ),
    )
    .orderBy(asc(sql`lower(${definitions.term})`), asc(definitions.id));
}

/** The definition, kept from everybody else's writing until the transaction ends. */
export async function lockDefinition(
  db: Db,
  ids: DefinitionIds,
): Promise<DefinitionRow | undefined> {
  const [row] = await db.select().from(definitions).where(isDefinition(ids)).for("update");
  return row;
}

/** Whether a debate defines a word already, whatever its case. */
export async function hasTerm(
  db: Db,
  { communityId, debateId }: DebateIds,
  { term, except }: { readonly term: string; readonly except?: string },
): Promise<boolean> {
  const same = await db
    .select({ id: definitions.id })
    .from(definitions)
    .where(
      and(
        eq(definitions.communityId, communityId),
        eq(definitions.debateId, debateId),
        isNull(definitions.withdrawnAt),
        sql`lower(${definitions.term}) = lower(${term})`,
        except === undefined ? undefined : ne(definitions.id, except),
      ),
    )
    .limit(1);
  return same.length > 0;
}

export async function saveDefinition(db: Db, row: typeof definitions.$inferInsert): Promise<void> {
  await db.insert(definitions).values(row);
}

export async function rewordDefinition(
  db: Db,
  ids: DefinitionIds,
  words: Pick<DefinitionRow, "term" | "text" | "editorId">,
): Promise<void> {
  await db
    .update(definitions)
    .set({ ...words, version: sql`${definitions.version} + 1`, updatedAt: sql`now()` })
    .where(isDefinition(ids));
}

export async function markDefinitionWithdrawn(db: Db, ids: DefinitionIds): Promise<void> {
  await db
    .update(definitions)
    .set({ withdrawnAt: sql`now()` })
    .where(isDefinition(ids));
}

interface Agreement {
  readonly communityId: string;
  readonly definitionId: string;
  readonly participantId: string;
}

export async function saveAgreement(
  db: Db,
  { version, ...agreement }: Agreement & { readonly version: number },
): Promise<void> {
  await db
    .insert(definitionAgreements)
    .values({ ...agreement, version })
    .onConflictDoUpdate({
      target: [
        definitionAgreements.communityId,
        definitionAgreements.definitionId,
        definitionAgreements.participantId,
      ],
      set: { version, agreedAt: sql`now()` },
    });
}

export async function dropAgreement(
  db: Db,
  { communityId, definitionId, participantId }: Agreement,
): Promise<void> {
  await db
    .delete(definitionAgreements)
    .where(
      and(
        eq(definitionAgreements.communityId, communityId),
        eq(definitionAgreements.definitionId, definitionId),
        eq(definitionAgreements.participantId, participantId),
      ),
    );
}

/** The definitions of a debate that somebody agrees with as they are worded now. */
export async function agreementsBy(
  db: Db,
  { communityId, debateId, participantId }: DebateIds & { readonly participantId: string },
): Promise<string[]> {
  const rows = await db
    .select({ id: definitions.id })
    .from(definitionAgreements)
    .innerJoin(
      definitions,
      and(
        eq(definitions.communityId, definitionAgreements.communityId),
        eq(definitions.id, definitionAgreements.definitionId),
        eq(definitions.version, definitionAgreements.version),
      ),
    )
    .where(
      and(
        eq(definitionAgreements.communityId, communityId),
        eq(definitionAgreements.participantId, participantId),
        eq(definitions.debateId, debateId),
      ),
    );
  return rows.map(({ id }) => id);
}
