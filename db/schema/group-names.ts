import { sql } from "drizzle-orm";
import {
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { communityId, createdAt, moderation, moment } from "./columns.ts";
import { debates } from "./debates.ts";

/** What people of an opinion group proposed to call it. Ids are drawn: a time in them would help to find out who. */
export const groupNames = pgTable(
  "group_names",
  {
    communityId: communityId(),
    debateId: uuid().notNull(),
    id: uuid().notNull(),
    /** The number of the group, as maps have it. */
    groupNumber: integer().notNull(),
    text: text().notNull(),
    /** Shown to nobody, those who moderate included. */
    authorId: uuid().notNull(),
    createdAt: createdAt(),
    withdrawnAt: moment(),
    moderation: moderation(),
  },
  (table) => [
    primaryKey({ columns: [table.communityId, table.id] }),
    foreignKey({
      columns: [table.communityId, table.debateId],
      foreignColumns: [debates.communityId, debates.id],
    }),
    uniqueIndex("group_names_one_text")
      .on(table.communityId, table.debateId, table.groupNumber, sql`lower(${table.text})`)
      .where(sql`${table.withdrawnAt} is null`),
    index().on(table.communityId, table.debateId, table.createdAt),
  ],
);

/** Which name each person wants for their group; one in a debate. */
export const groupNameVotes = pgTable(
  "group_name_votes",
  {
    communityId: communityId(),
    debateId: uuid().notNull(),
    participantId: uuid().notNull(),
    /** Null for none. */
    nameId: uuid(),
    /** What counts until the vote does: votes count from the next five minutes of the clock on. */
    formerNameId: uuid(),
    castAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.communityId, table.debateId, table.participantId] }),
    foreignKey({
      columns: [table.communityId, table.nameId],
      foreignColumns: [groupNames.communityId, groupNames.id],
    }),
  ],
);
