/**
 * Keeps high-rate news to at most one per key in `everyMs`: the first is told at once, the last is
 * never lost. `tell` is asked only when it is time, so it tells the newest state.
 */
export function createFold(everyMs = 250) {
  const due = new Map<string, { again: boolean; timer: NodeJS.Timeout }>();

  function touch(key: string, tell: () => void): void {
    const running = due.get(key);
    if (running) {
      running.again = true;
      return;
    }
    const timer = setTimeout(() => {
      const entry = due.get(key);
      due.delete(key);
      if (entry?.again) touch(key, tell);
    }, everyMs);
    timer.unref();
    due.set(key, { again: false, timer });
    tell();
  }

  return {
    touch,
    stop(): void {
      for (const { timer } of due.values()) clearTimeout(timer);
      due.clear();
    },
  };
}
