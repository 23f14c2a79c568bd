interface Kept<V> {
  readonly value: Promise<V>;
  readonly until: number;
}

/**
 * Remembers what `load` gave for a moment (half a second unless said), so that bursts ask once.
 * Whatever rights depend on is out of date for no longer than that.
 */
export function brief<V>(load: (key: string) => Promise<V>, forMs = 500) {
  const kept = new Map<string, Kept<V>>();

  function sweep(now: number): void {
    for (const [key, { until }] of kept) if (until <= now) kept.delete(key);
  }

  return {
    get(key: string): Promise<V> {
      const now = performance.now();
      const found = kept.get(key);
      if (found && found.until > now) return found.value;
      if (kept.size > 10_000) sweep(now);
      const value = load(key);
      kept.set(key, { value, until: now + forMs });
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
