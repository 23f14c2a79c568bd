interface Kept<V> {
  readonly value: Promise<V>;
  readonly since: number;
}

/**
 * Remembers what `load` gave for a moment (half a second unless said), so that bursts ask once.
 * Whatever rights depend on is out of date for no longer than that.
 * @param forMs for how long; asked anew each time where it changes
 */
export function brief<V>(load: (key: string) => Promise<V>, forMs: number | (() => number) = 500) {
  const keptForMs = typeof forMs === "number" ? () => forMs : forMs;
  const kept = new Map<string, Kept<V>>();

  function sweep(now: number): void {
    const atMost = keptForMs();
    for (const [key, { since }] of kept) if (now - since >= atMost) kept.delete(key);
  }

  return {
    get(key: string): Promise<V> {
      const now = performance.now();
      const found = kept.get(key);
      if (found && now - found.since < keptForMs()) return found.value;
      if (kept.size > 10_000) sweep(now);
      const value = load(key);
      kept.set(key, { value, since: now });
      value.catch(() => kept.delete(key));
      return value;
    },
    forget(key: string): void {
      kept.delete(key);
    },
    forgetAll(): void {
      kept.clear();
    },
  };
}
