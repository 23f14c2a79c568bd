import { and, desc, eq, lt, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { participants } from "#db/schema/communities.ts";
import { imports } from "#db/schema/transfer.ts";

export interface ImportIds {
  readonly communityId: string;
  readonly importId: string;
}

const importIs = ({ communityId, importId }: ImportIds) =>
  and(eq(imports.communityId, communityId), eq(imports.id, importId));
const isRunning = eq(imports.status, "running");

/** A large import works longer on one statement than a request may. */
export async function setPatience(db: Db): Promise<void> {
  await db.execute(sql`set local statement_timeout = '30min'`);
}

const withPeople = (db: Db) =>
  db
    .select({ row: imports, by: { id: participants.id, name: participants.name } })
    .from(imports)
    .innerJoin(
      participants,
      and(eq(participants.communityId, imports.communityId), eq(participants.id, imports.byId)),
    )
    .$dynamic();

export type ReadImport = Awaited<ReturnType<typeof withPeople>>[number];

export async function findImport(db: Db, ids: ImportIds): Promise<ReadImport | undefined> {
  const [found] = await withPeople(db).where(importIs(ids));
  return found;
}

export interface ListChoice {
  readonly after: { readonly at: string; readonly id: string } | null;
  readonly limit: number;
}

export async function importsOf(
  db: Db,
  communityId: string,
  { after, limit }: ListChoice,
): Promise<ReadImport[]> {
  const rest = after
    ? sql`(${imports.createdAt}, ${imports.id}) < (${after.at}::timestamptz, ${after.id}::uuid)`
    : undefined;
  return withPeople(db)
    .where(and(eq(imports.communityId, communityId), rest))
    .orderBy(desc(imports.createdAt), desc(imports.id))
    .limit(limit);
}

export async function saveImport(db: Db, row: typeof imports.$inferInsert): Promise<void> {
  await db.insert(imports).values(row);
}

/** Notes how far it is, and that it is alive; false once it was ended by somebody. */
export async function noteProgress(
  db: Db,
  ids: ImportIds,
  progress: Partial<Pick<typeof imports.$inferInsert, "stage" | "done" | "total" | "title">>,
): Promise<boolean> {
  const noted = await db
    .update(imports)
    .set({ ...progress, seenAt: sql`now()` })
    .where(and(importIs(ids), isRunning))
    .returning({ id: imports.id });
  return noted.length > 0;
}

type Ending = Pick<typeof imports.$inferInsert, "problem" | "report" | "debateId"> & {
  readonly status: "done" | "failed" | "cancelled";
};

/** Ends an import that still runs; false where it was ended before. Whoever ends it first decides. */
export async function endImport(db: Db, ids: ImportIds, ending: Ending): Promise<boolean> {
  const ended = await db
    .update(imports)
    .set({ ...ending, endedAt: sql`now()` })
    .where(and(importIs(ids), isRunning))
    .returning({ id: imports.id });
  return ended.length > 0;
}

/** Ends imports whose process gave no sign of life for a while: it was killed. */
export async function endSilent(db: Db, communityId: string, problem: unknown): Promise<void> {
  await db
    .update(imports)
    .set({ status: "failed", problem, endedAt: sql`now()` })
    .where(
      and(
        eq(imports.communityId, communityId),
        isRunning,
        lt(imports.seenAt, sql`now() - interval '30 seconds'`),
      ),
    );
}
