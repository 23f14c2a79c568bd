import type { PgTable } from "drizzle-orm/pg-core";
import type { Db } from "#db/client.ts";
import { definitions } from "#db/schema/definitions.ts";
import {
  claims,
  debates,
  edges,
  evidence,
  phaseMoves,
  positions,
  relevanceRatings,
  revisions,
  truthRatings,
} from "#db/schema/debates.ts";

/** Whole debates as rows, with their own ids and times. */
export interface DebateRows {
  readonly debates?: readonly (typeof debates.$inferInsert)[];
  readonly moves?: readonly (typeof phaseMoves.$inferInsert)[];
  readonly positions?: readonly (typeof positions.$inferInsert)[];
  readonly claims?: readonly (typeof claims.$inferInsert)[];
  readonly edges?: readonly (typeof edges.$inferInsert)[];
  readonly evidence?: readonly (typeof evidence.$inferInsert)[];
  readonly definitions?: readonly (typeof definitions.$inferInsert)[];
  readonly revisions?: readonly (typeof revisions.$inferInsert)[];
  readonly truthRatings?: readonly (typeof truthRatings.$inferInsert)[];
  readonly relevanceRatings?: readonly (typeof relevanceRatings.$inferInsert)[];
}

/** Few enough for the parameters of one statement. */
const atOnce = 1_000;

/** Saves debates that come from elsewhere (an import, the demo) as they are; nobody is told. */
export async function saveDebateRows(db: Db, rows: DebateRows): Promise<void> {
  await saveAll(db, debates, rows.debates);
  await saveAll(db, phaseMoves, rows.moves);
  await saveAll(db, positions, rows.positions);
  await saveAll(db, claims, rows.claims);
  await saveAll(db, edges, rows.edges);
  await saveAll(db, evidence, rows.evidence);
  await saveAll(db, definitions, rows.definitions);
  await saveAll(db, revisions, rows.revisions);
  await saveAll(db, truthRatings, rows.truthRatings);
  await saveAll(db, relevanceRatings, rows.relevanceRatings);
}

async function saveAll<T extends PgTable>(
  db: Db,
  table: T,
  rows: readonly T["$inferInsert"][] = [],
): Promise<void> {
  for (let from = 0; from < rows.length; from += atOnce) {
    await db.insert(table).values(rows.slice(from, from + atOnce));
  }
}
