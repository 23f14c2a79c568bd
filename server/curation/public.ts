import type { Db } from "#db/client.ts";
import type { Curated } from "#shared/contract/curation.ts";
import { type DebateIds, insertParts, partsOf } from "./store.ts";
import { insertSummary, latestSummary } from "./summary-store.ts";

export { pin, unpin } from "./pin-claim.ts";
export { curationRoutes } from "./routes.ts";

export interface WholeCuration {
  readonly summary: { readonly text: string; readonly authorId: string; readonly at: Date } | null;
  readonly parts: readonly Curated[];
}

/** All that is curated in a debate, for whoever may read it. */
export async function wholeCuration(db: Db, ids: DebateIds): Promise<WholeCuration> {
  const [latest, parts] = await Promise.all([latestSummary(db, ids), partsOf(db, ids)]);
  if (!latest || latest.summary.text === "") return { summary: null, parts };
  const { text, authorId, createdAt } = latest.summary;
  return { summary: { text, authorId, at: createdAt }, parts };
}

/** Saves what an import says of a debate's curation; nobody is told. */
export async function saveCuration(
  db: Db,
  ids: DebateIds,
  { summary, parts }: WholeCuration,
): Promise<void> {
  await insertParts(db, ids, parts);
  if (!summary) return;
  const { text, authorId, at } = summary;
  await insertSummary(db, { ...ids, version: 1, text, authorId, createdAt: at });
}
