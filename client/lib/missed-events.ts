import type { Room } from "#shared/contract/event.ts";
import { readRoomEvents } from "#shared/contract/rooms.ts";
import { ApiError, call } from "./api.ts";
import type { Missed } from "./room-log.ts";

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Asks for what was missed until an answer comes, nobody wants it any more, or it is refused (null). */
export async function fetchMissed(
  room: Room,
  after: number,
  isWanted: () => boolean,
): Promise<Missed | null> {
  for (let tries = 0; isWanted(); tries++) {
    try {
      return { after, ...(await call(readRoomEvents, { params: { room }, query: { after } })) };
    } catch (error) {
      if (error instanceof ApiError && error.status < 500 && error.status !== 429) return null;
      await pause(Math.min(15_000, 500 * 2 ** tries) * (0.5 + Math.random()));
    }
  }
  return null;
}
