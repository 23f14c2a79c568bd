import type { Room } from "#shared/contract/event.ts";
import { readRoomEvents, RoomName } from "#shared/contract/rooms.ts";
import type { Deps } from "../deps.ts";
import { eventsAfter } from "./event-store.ts";
import type { Mount } from "./mount.ts";
import { Refusal } from "./problem.ts";

/** Lets a client that missed events fetch them, under the same right as joining the room. */
export function roomRoutes(mount: Mount, { db, mayJoin }: Deps): void {
  mount(readRoomEvents, async ({ actor, params, query }) => {
    const room: Room | undefined = RoomName.safeParse(params.room).data;
    if (!room || !(await mayJoin(actor, room))) throw new Refusal("not-found");
    return eventsAfter(db, room, query.after);
  });
}
