import { integer, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { communityId, createdAt, moment } from "./columns.ts";
import { communities } from "./communities.ts";

/** What a community has said of its topics. A usual topic of which it has said nothing has no row. */
export const topics = pgTable(
  "topics",
  {
    communityId: communityId().references(() => communities.id),
    /** The word of a usual topic, else a UUID. */
    id: text().notNull(),
    /** Null: the usual name. */
    name: text(),
    description: text().notNull().default(""),
    /** Lower ones stand first. */
    place: integer().notNull(),
    version: integer().notNull().default(1),
    createdAt: createdAt(),
    retiredAt: moment(),
  },
  (table) => [primaryKey({ columns: [table.communityId, table.id] })],
);
