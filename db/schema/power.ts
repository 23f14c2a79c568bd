import { foreignKey, jsonb, pgTable, primaryKey, uuid } from "drizzle-orm/pg-core";
import type { PowerReport } from "#shared/power-report/report.ts";
import { communityId, createdAt } from "./columns.ts";
import { decisions } from "./decisions.ts";

/** Who had the power in a decision that has closed; worked out once, soon after. */
export const powerReports = pgTable(
  "power_reports",
  {
    communityId: communityId(),
    decisionId: uuid().notNull(),
    report: jsonb().$type<PowerReport>().notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.communityId, table.decisionId] }),
    foreignKey({
      columns: [table.communityId, table.decisionId],
      foreignColumns: [decisions.communityId, decisions.id],
    }),
  ],
);
