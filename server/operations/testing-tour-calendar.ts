import * as calendar from "#shared/contract/calendar.ts";
import type { Tour } from "./testing-tour-guide.ts";

/** Opens a calendar, reads it, and closes it again. */
export async function tourCalendar(tour: Tour, communityId: string): Promise<void> {
  const { member, visitor } = tour.cast;
  await tour.take(visitor, calendar.readCalendar, { params: { communityId }, query: {} });
  const { path } = await tour.go(member, calendar.openCalendar, {});
  await tour.go(member, calendar.readCalendarState, {});
  const token = path.slice(path.lastIndexOf("/") + 1);
  await tour.take(visitor, calendar.readOwnCalendar, { params: { token } });
  await tour.go(member, calendar.closeCalendar, {});
}
