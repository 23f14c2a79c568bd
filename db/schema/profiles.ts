import { customType, foreignKey, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { communityId, createdAt, moderation } from "./columns.ts";
import { participants } from "./communities.ts";

const bytes = customType<{ data: Buffer }>({ dataType: () => "bytea" });

/** What somebody shows of themselves in one community, and only there. */
export const profiles = pgTable(
  "profiles",
  {
    communityId: communityId(),
    participantId: uuid().notNull(),
    bio: text().notNull().default(""),
    /** A WebP of our own making, and what its address ends with. */
    picture: bytes(),
    pictureHash: text(),
    /** What moderation says of it; absent where it has not touched it. */
    moderation: moderation(),
    /** The picture while it is out of sight, to be put back as it was. */
    keptPicture: bytes(),
    keptPictureHash: text(),
    updatedAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.communityId, table.participantId] }),
    foreignKey({
      columns: [table.communityId, table.participantId],
      foreignColumns: [participants.communityId, participants.id],
    }),
  ],
);
