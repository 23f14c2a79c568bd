import { foreignKey, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { communityId, createdAt } from "./columns.ts";
import { debates } from "./debates.ts";

/** Which other sites may show a debate in their pages; a debate without a row is shown by none. */
export const embeddings = pgTable(
  "embeddings",
  {
    communityId: communityId(),
    debateId: uuid().notNull(),
    sites: text().array().notNull(),
    updatedAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.communityId, table.debateId] }),
    foreignKey({
      columns: [table.communityId, table.debateId],
      foreignColumns: [debates.communityId, debates.id],
    }),
  ],
);
