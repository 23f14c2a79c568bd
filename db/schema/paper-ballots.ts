import { foreignKey, jsonb, pgTable, primaryKey, uuid } from "drizzle-orm/pg-core";
import { communityId, moment } from "./columns.ts";
import { electors } from "./decisions.ts";

/** Votes on paper as they were entered. They are among the ballots once a second person has confirmed them. */
export const paperBallots = pgTable(
  "paper_ballots",
  {
    communityId: communityId(),
    decisionId: uuid().notNull(),
    voterId: uuid().notNull(),
    ballot: jsonb().$type<unknown>().notNull(),
    enteredById: uuid().notNull(),
    enteredAt: moment().notNull(),
    confirmedById: uuid(),
  },
  (table) => [
    primaryKey({ columns: [table.communityId, table.decisionId, table.voterId] }),
    foreignKey({
      columns: [table.communityId, table.decisionId, table.voterId],
      foreignColumns: [electors.communityId, electors.decisionId, electors.participantId],
    }),
  ],
);
