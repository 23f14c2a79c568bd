import { and, eq } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { debates } from "#db/schema/debates.ts";
import { statements } from "#db/schema/statements.ts";
import type { ModeratedIds } from "../platform/moderated.ts";
import type { DebateIds, StatementRow } from "./store.ts";

export const written = { table: statements, words: ["text"] };

export async function findStatement(
  db: Db,
  { communityId, id }: ModeratedIds,
): Promise<StatementRow | undefined> {
  const [row] = await db
    .select()
    .from(statements)
    .where(and(eq(statements.communityId, communityId), eq(statements.id, id)));
  return row;
}

export async function questionOf(db: Db, { communityId, debateId }: DebateIds): Promise<string> {
  const [row] = await db
    .select({ question: debates.question })
    .from(debates)
    .where(and(eq(debates.communityId, communityId), eq(debates.id, debateId)));
  return row?.question ?? "";
}
