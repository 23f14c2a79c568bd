import type { PgTable } from "drizzle-orm/pg-core";
import type { Db } from "#db/client.ts";
import { acknowledgements, comments } from "#db/schema/comments.ts";
import { definitions } from "#db/schema/definitions.ts";
import {
  claims,
  debates,
  edges,
  evidence,
  evidenceReviews,
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
  readonly truthRatings?: Iterable<typeof truthRatings.$inferInsert>;
  readonly relevanceRatings?: Iterable<typeof relevanceRatings.$inferInsert>;
  readonly comments?: readonly (typeof comments.$inferInsert)[];
  readonly acknowledgements?: Iterable<typeof acknowledgements.$inferInsert>;
  readonly reviews?: Iterable<typeof evidenceReviews.$inferInsert>;
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
  await saveAll(db, evidenceReviews, rows.reviews);
  await saveAll(db, comments, rows.comments);
  await saveAll(db, acknowledgements, rows.acknowledgements);
}

async function saveAll<T extends PgTable>(
  db: Db,
  table: T,
  rows: Iterable<T["$inferInsert"]> = [],
): Promise<void> {
  for (const some of parcels(rows)) await db.insert(table).values(some);
}

function* parcels<R>(rows: Iterable<R>): Generator<R[]> {
  let some: R[] = [];
  for (const row of rows) {
    some.push(row);
    if (some.length < atOnce) continue;
    yield some;
    some = [];
  }
  if (some.length > 0) yield some;
}
