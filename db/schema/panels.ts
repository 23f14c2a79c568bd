import {
  boolean,
  doublePrecision,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import type {
  PanelAttribute,
  PanelObstacle,
  panelRules,
  PanelStage,
  SeatState,
} from "#shared/contract/panels.ts";
import type { Randomness } from "#shared/lottery/index.ts";
import type { PanelTranscript } from "#shared/sortition/transcript.ts";
import { communityId, createdAt, moment } from "./columns.ts";
import { communities, participants } from "./communities.ts";
import { debates } from "./debates.ts";

export const panels = pgTable(
  "panels",
  {
    communityId: communityId().references(() => communities.id),
    id: uuid().notNull(),
    authorId: uuid().notNull(),
    debateId: uuid(),
    title: text().notNull(),
    purpose: text().notNull(),
    seats: integer().notNull(),
    attributes: jsonb().$type<PanelAttribute[]>().notNull(),
    onePerHousehold: boolean().notNull(),
    rule: text().$type<(typeof panelRules)[number]>().notNull(),
    stage: text().$type<PanelStage>().notNull(),
    obstacle: jsonb().$type<PanelObstacle>(),
    /** Pseudonyms in their order. */
    list: jsonb().$type<string[]>().notNull().default([]),
    listHash: text(),
    /** Places in the list. */
    lottery: jsonb().$type<number[][]>().notNull().default([]),
    lotteryHash: text(),
    maximin: doublePrecision(),
    randomness: jsonb().$type<Randomness>(),
    /** What the server throws into the draw, told with it; null where a beacon is. */
    nonce: text(),
    seed: text(),
    number: integer(),
    replacements: jsonb().$type<PanelTranscript["replacements"]>().notNull().default([]),
    /** When the draw is due. */
    dueAt: moment(),
    agenda: text().notNull().default(""),
    briefing: text().notNull().default(""),
    /** Of agenda and briefing. */
    roomVersion: integer().notNull().default(1),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.communityId, table.id] }),
    foreignKey({
      columns: [table.communityId, table.authorId],
      foreignColumns: [participants.communityId, participants.id],
    }),
    foreignKey({
      columns: [table.communityId, table.debateId],
      foreignColumns: [debates.communityId, debates.id],
    }),
  ],
);

/** Who can be drawn, with what they said of themselves: seen by nobody else. */
export const panelVolunteers = pgTable(
  "panel_volunteers",
  {
    communityId: communityId(),
    panelId: uuid().notNull(),
    participantId: uuid().notNull(),
    answers: jsonb().$type<Record<string, string>>().notNull(),
    household: text(),
    pseudonym: text(),
    salt: text(),
    seat: text().$type<SeatState>(),
    /** Why somebody does not sit any more. */
    reason: text(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.communityId, table.panelId, table.participantId] }),
    foreignKey({
      columns: [table.communityId, table.panelId],
      foreignColumns: [panels.communityId, panels.id],
    }),
    foreignKey({
      columns: [table.communityId, table.participantId],
      foreignColumns: [participants.communityId, participants.id],
    }),
    index().on(table.communityId, table.participantId),
  ],
);
