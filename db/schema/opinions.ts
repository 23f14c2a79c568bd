import {
  bigint,
  boolean,
  customType,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import type { Compass, KeptMap } from "#shared/opinions/run-map.ts";
import type { Parameters } from "#shared/opinions/parameters.ts";
import { communityId, moment } from "./columns.ts";
import { debates } from "./debates.ts";

const bytes = customType<{ data: Buffer }>({ dataType: () => "bytea" });

/** Analyses of a debate's opinions. A row never changes; old ones that nothing cites are thinned out. */
export const opinionRuns = pgTable(
  "opinion_runs",
  {
    communityId: communityId(),
    debateId: uuid().notNull(),
    id: uuid().notNull(),
    /** When the responses were read. */
    computedAt: moment().notNull(),
    durationMs: integer().notNull(),
    algorithm: text().notNull(),
    parameters: jsonb().$type<Parameters>().notNull(),
    inputHash: text().notNull(),
    /** Of everything that the run went by, people by their ids: the same, and there is nothing new to find. */
    fingerprint: text().notNull(),
    /** The newest response in the history that it may have known. */
    historyId: bigint({ mode: "number" }).notNull(),
    people: integer().notNull(),
    peopleIn: integer().notNull(),
    responses: integer().notNull(),
    isSettled: boolean().notNull(),
    groups: jsonb()
      .$type<readonly { readonly number: number; readonly people: number }[]>()
      .notNull(),
    /** Which statement each number in the run stands for. */
    statementIds: uuid().array().notNull(),
    /** What is told of it, nobody's own. */
    map: jsonb().$type<KeptMap>().notNull(),
    /** What places somebody on it by what they responded. */
    compass: jsonb().$type<Compass>().notNull(),
    /** What went in, what the run before left, and what came out, for whoever makes it again. */
    record: bytes().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.communityId, table.id] }),
    index().on(table.communityId, table.debateId, table.computedAt),
    foreignKey({
      columns: [table.communityId, table.debateId],
      foreignColumns: [debates.communityId, debates.id],
    }),
  ],
);

/** Who the people of a debate's newest run are; of earlier ones nobody knows any more. */
export const opinionPeople = pgTable(
  "opinion_people",
  {
    communityId: communityId(),
    debateId: uuid().notNull(),
    runId: uuid().notNull(),
    /** The newest response in the history that changes nothing of the run: what came in after its making may. */
    historyId: bigint({ mode: "number" }).notNull().default(0),
    /** Participants' ids in their order, sixteen bytes each: who is which number in the run nobody knows. */
    people: bytes().notNull(),
    /** The number of each one's group, a byte each; -1 for none. */
    groups: bytes().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.communityId, table.debateId] }),
    foreignKey({
      columns: [table.communityId, table.runId],
      foreignColumns: [opinionRuns.communityId, opinionRuns.id],
    }),
  ],
);
