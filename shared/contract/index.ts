import type { Endpoint } from "./endpoint.ts";
import type { Event } from "./event.ts";
import { presenceChanged, readRoomEvents, writingChanged } from "./rooms.ts";

/** Every operation of the API; one line per feature. */
export const endpoints: readonly Endpoint[] = [
  readRoomEvents,
];

/** Everything that is told to rooms; one line per feature. */
export const events: readonly Event[] = [
  presenceChanged,
  writingChanged,
];
