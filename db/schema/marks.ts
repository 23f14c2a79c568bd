import { foreignKey, index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import type { MarkKind } from "#shared/contract/marks.ts";
import { communityId, createdAt } from "./columns.ts";
import { claims } from "./debates.ts";

/** What somebody finds to be mended about a claim. */
export const claimMarks = pgTable(
  "claim_marks",
  {
    communityId: communityId(),
    debateId: uuid().notNull(),
    claimId: uuid().notNull(),
    kind: text().$type<MarkKind>().notNull(),
    participantId: uuid().notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.communityId, table.claimId, table.kind] }),
    foreignKey({
      columns: [table.communityId, table.claimId],
      foreignColumns: [claims.communityId, claims.id],
    }),
    index().on(table.communityId, table.debateId),
  ],
);
