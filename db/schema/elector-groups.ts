import {
  type AnyPgColumn,
  foreignKey,
  pgTable,
  primaryKey,
  smallint,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import { communityId } from "./columns.ts";
import { decisions } from "./decisions.ts";

/**
 * In which opinion group electors of a decision are. Where a share in every group is asked: of all of them, as frozen at
 * opening; once it is counted, of those who voted. Otherwise from closing on and until it is counted, of those who are in one.
 */
export const electorGroups = pgTable(
  "elector_groups",
  {
    communityId: communityId(),
    decisionId: uuid().notNull(),
    participantId: uuid().notNull(),
    /** Its number in the run; null for none, and where it is not known any more. */
    groupNumber: smallint(),
    /** Keeps it from being guessed from the seal; null where there is none. */
    salt: text(),
    /** What was frozen of it at opening: a hash of id, group and salt. */
    seal: text(),
  },
  (table) => [
    primaryKey({ columns: [table.communityId, table.decisionId, table.participantId] }),
    foreignKey({
      columns: [table.communityId, table.decisionId] as [AnyPgColumn, AnyPgColumn],
      foreignColumns: [decisions.communityId, decisions.id],
    }),
  ],
);
