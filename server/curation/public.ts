import type { Db } from "#db/client.ts";
import type { Curated } from "#shared/contract/curation.ts";
import type { SummaryRatings } from "#shared/contract/summary-ratings.ts";
import { insertRatings, ratingsOf } from "./rating-store.ts";
import { type DebateIds, insertParts, partsOf } from "./store.ts";
import { insertSummary, latestSummary } from "./summary-store.ts";

export { pin, unpin } from "./pin-claim.ts";
export { curationRoutes } from "./routes.ts";

export interface WholeCuration {
  readonly summary: {
    readonly text: string;
    readonly authorId: string;
    readonly at: Date;
    /** How many find it how fair. */
    readonly ratings: Omit<SummaryRatings, "version">;
  } | null;
  readonly parts: readonly Curated[];
}

/** All that is curated in a debate, for whoever may read it. */
export async function wholeCuration(db: Db, ids: DebateIds): Promise<WholeCuration> {
  const [latest, parts] = await Promise.all([latestSummary(db, ids), partsOf(db, ids)]);
  if (!latest || latest.summary.text === "") return { summary: null, parts };
  const { text, authorId, createdAt, version } = latest.summary;
  const { version: _, ...ratings } = await ratingsOf(db, ids, version);
  return { summary: { text, authorId, at: createdAt, ratings }, parts };
}

/** Saves what an import says of a debate's curation, in whose name it was rated too; nobody is told. */
export async function saveCuration(
  db: Db,
  ids: DebateIds,
  { summary, parts, raters }: WholeCuration & { readonly raters: readonly string[] },
): Promise<void> {
  await insertParts(db, ids, parts);
  if (!summary) return;
  const { text, authorId, at } = summary;
  const version = 1;
  await insertSummary(db, { ...ids, version, text, authorId, createdAt: at });
  await insertRatings(db, ids, { ratings: { version, ...summary.ratings }, raters });
}
