import type { Room } from "#shared/contract/event.ts";

let rooms: readonly Room[] = [];
const listeners = new Set<() => void>();

function change(next: readonly Room[]): void {
  rooms = next;
  for (const listener of listeners) listener();
}

/** Rooms that this person was in and may not hear any more. */
export const lostRooms = {
  add: (room: Room) => change([...rooms.filter((other) => other !== room), room]),
  clear: () => change([]),
  read: () => rooms,
  subscribe(listener: () => void) {
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
    };
  },
};
