import { customType, jsonb, timestamp, uuid } from "drizzle-orm/pg-core";
import type { ModerationMark } from "#shared/contract/moderated.ts";

/** A moment to the millisecond, so that it survives a trip through JavaScript's Date. */
export const moment = () => timestamp({ withTimezone: true, precision: 3 });
export const createdAt = () => moment().notNull().defaultNow();
export const communityId = () => uuid().notNull();
/** What moderation did to content; null for what it has not touched. */
export const moderation = () => jsonb().$type<ModerationMark>();

/** Text that sorts by its bytes, whatever language the database sorts by. */
export const plainText = customType<{ data: string }>({ dataType: () => 'text collate "C"' });

/** Text that is compared without regard to case. */
export const citext = customType<{ data: string }>({ dataType: () => "citext" });
