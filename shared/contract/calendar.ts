import { z } from "zod";
import { endpoint, nothing } from "./endpoint.ts";
import { communityParams } from "./ids.ts";
import { Language } from "./phases.ts";

const download =
  "deadlines as an iCalendar file (RFC 5545), to be read again and again by a calendar";

export const readCalendar = endpoint({
  name: "readCalendar",
  summary: "When voting opens and ends in a community, for calendars",
  method: "GET",
  path: "/api/communities/:communityId/calendar",
  access: "public",
  params: communityParams,
  query: z.object({ language: Language.default("en") }),
  download,
});

export const readOwnCalendar = endpoint({
  name: "readOwnCalendar",
  summary: "The same of all one's communities, for whoever knows its secret address",
  method: "GET",
  path: "/api/calendars/:token",
  access: "public",
  params: z.object({ token: z.string().min(1).max(200) }),
  download,
  limit: { max: 120, perSeconds: 3_600, by: "address" },
});

export const openCalendar = endpoint({
  name: "openCalendar",
  summary: "A new secret address for one's own calendar; an earlier one leads nowhere from now on",
  method: "POST",
  path: "/api/account/calendar",
  access: "self",
  reply: z.object({ path: z.string() }),
  limit: { max: 20, perSeconds: 3_600 },
});

export const closeCalendar = endpoint({
  name: "closeCalendar",
  summary: "Has the secret address of one's own calendar lead nowhere",
  method: "DELETE",
  path: "/api/account/calendar",
  access: "self",
  reply: nothing,
});

export const readCalendarState = endpoint({
  name: "readCalendarState",
  summary: "Whether one's own calendar has a secret address, and since when",
  method: "GET",
  path: "/api/account/calendar",
  access: "self",
  reply: z.object({ openedAt: z.iso.datetime().nullable() }),
});

export const calendarEndpoints = [
  readCalendar,
  readOwnCalendar,
  openCalendar,
  closeCalendar,
  readCalendarState,
];
