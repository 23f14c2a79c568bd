import { z } from "zod";
import { endpoint } from "./endpoint.ts";
import { debateRoom, event, type Room } from "./event.ts";
import { Id } from "./ids.ts";

const uuid = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
const roomPattern = new RegExp(`^(community:${uuid}|debate:${uuid}:${uuid}|account:${uuid})$`);
export const RoomName = z.custom<Room>(
  (value) => typeof value === "string" && roomPattern.test(value),
  "not a room",
);

/** What travels on the socket. `seq` is the number in the room; null for folded events. */
export const Envelope = z.object({
  room: z.string(),
  seq: z.int().nullable(),
  name: z.string(),
  payload: z.unknown(),
});
export type Envelope = z.infer<typeof Envelope>;

/** Answer to joining: the number of the room's last event, or why not. */
export type Joined = { joined: true; seq: number } | { joined: false };

export interface ClientToServer {
  join(room: string, answer: (joined: Joined) => void): void;
  leave(room: string): void;
  /** "Is writing", under a position or claim, or a new statement (null). Repeated every 3 s while it lasts. */
  typing(room: string, at: string | null): void;
}

export interface ServerToClient {
  event(envelope: Envelope): void;
  /** The right to hear this room has ended. */
  left(room: string): void;
}

/** What a client missed. `reset` means that the gap is too old: fetch everything anew. */
export const readRoomEvents = endpoint({
  name: "readRoomEvents",
  summary: "The events of a room after a number, in order",
  method: "GET",
  path: "/api/rooms/:room/events",
  access: "public",
  params: z.object({ room: z.string().max(120) }),
  query: z.object({
    after: z.coerce
      .number()
      .int()
      .min(0)
      .max(2 ** 31 - 1),
  }),
  reply: z.object({ events: z.array(Envelope), head: z.int(), reset: z.boolean() }),
});

/** Who is here: members by name (at most 20 named), and how many in all, visitors included. */
export const presenceChanged = event({
  name: "presence.changed",
  folded: true,
  payload: z.object({
    communityId: Id,
    debateId: Id,
    people: z.array(z.object({ id: Id, name: z.string() })),
    total: z.int(),
  }),
  room: debateRoom,
});

/** Who is writing, and where. */
export const writingChanged = event({
  name: "writing.changed",
  folded: true,
  payload: z.object({
    communityId: Id,
    debateId: Id,
    writers: z.array(z.object({ id: Id, name: z.string(), at: z.string().nullable() })),
  }),
  room: debateRoom,
});
