interface Told {
  readonly tell: () => void;
  readonly until: number;
}

/**
 * What rooms were told lately in folded news. It has no number, so nobody can ask for what they missed between the
 * reading of a page and the joining of its room: it is told again when somebody joins, as it is by then.
 */
export function createLately(keptMs = 60_000) {
  const rooms = new Map<string, Map<string, Told>>();

  return {
    /** Tells now, and again to who joins the room soon. `tell` is to tell absolute values; `key` says of what. */
    tell(room: string, key: string, tell: () => void): void {
      const told = rooms.get(room) ?? new Map<string, Told>();
      rooms.set(room, told.set(key, { tell, until: performance.now() + keptMs }));
      tell();
    },
    tellAgain(room: string): void {
      const now = performance.now();
      for (const { tell, until } of rooms.get(room)?.values() ?? []) if (until > now) tell();
    },
    /** Forgets what nobody can have missed any more. */
    tidy(): void {
      const now = performance.now();
      for (const [room, told] of rooms) {
        for (const [key, { until }] of told) if (until <= now) told.delete(key);
        if (told.size === 0) rooms.delete(room);
      }
    },
  };
}
