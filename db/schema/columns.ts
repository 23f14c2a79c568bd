import { customType, timestamp, uuid } from "drizzle-orm/pg-core";

/** A moment to the millisecond, so that it survives a trip through JavaScript's Date. */
export const moment = () => timestamp({ withTimezone: true, precision: 3 });
export const createdAt = () => moment().notNull().defaultNow();
export const communityId = () => uuid().notNull();

/** Text that is compared without regard to case. */
export const citext = customType<{ data: string }>({ dataType: () => "citext" });
