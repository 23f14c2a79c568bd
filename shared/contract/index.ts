import type { Endpoint } from "./endpoint.ts";
import type { Event } from "./event.ts";
import { communityEndpoints, communityEvents } from "./communities.ts";
import { membershipEndpoints } from "./memberships.ts";
import { notificationEndpoints, notificationEvents } from "./notifications.ts";
import { operationEndpoints } from "./operations.ts";
import { presenceChanged, readRoomEvents, writingChanged } from "./rooms.ts";

/** Every operation of the API; one line per feature. */
export const endpoints: readonly Endpoint[] = [
  readRoomEvents,
  ...communityEndpoints,
  ...membershipEndpoints,
  ...notificationEndpoints,
  ...operationEndpoints,
];

/** Everything that is told to rooms; one line per feature. */
export const events: readonly Event[] = [
  presenceChanged,
  writingChanged,
  ...communityEvents,
  ...notificationEvents,
];
