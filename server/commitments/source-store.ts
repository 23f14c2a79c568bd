import { and, asc, eq } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { commitments } from "#db/schema/commitments.ts";

/** What promises were made because of. */
interface Source {
  readonly communityId: string;
  readonly sourceId: string;
}

const isOf = ({ communityId, sourceId }: Source) =>
  and(eq(commitments.communityId, communityId), eq(commitments.sourceId, sourceId));

/** Calls what promises were made because of by another name. */
export async function renameSource(db: Db, source: Source, title: string): Promise<void> {
  await db.update(commitments).set({ sourceTitle: title }).where(isOf(source));
}

/** What a promise says that was made of something else. */
export interface PromiseWords {
  readonly title: string;
  readonly criterion: string;
}

/**
 * Puts other words in place of those that promises took over from their source, wherever nobody has changed them since.
 * @param from of the whole, then of each part
 * @returns the ids of those promises
 */
export async function rewordPromises(
  db: Db,
  source: Source,
  { from, to }: Readonly<Record<"from" | "to", readonly PromiseWords[]>>,
): Promise<string[]> {
  const rows = await db.select().from(commitments).where(isOf(source)).orderBy(asc(commitments.id));
  for (const [at, { id, title, criterion }] of rows.entries()) {
    const [before, after] = [from[at], to[at]];
    if (!before || !after) continue;
    await db
      .update(commitments)
      .set({
        title: title === before.title ? after.title : title,
        criterion: criterion === before.criterion ? after.criterion : criterion,
      })
      .where(and(isOf(source), eq(commitments.id, id)));
  }
  return rows.map(({ id }) => id);
}
