import { useCallback, useSyncExternalStore } from "react";
import { serverNow } from "../lib/server-clock.ts";

interface Beat {
  listeners: Set<() => void>;
  timer: ReturnType<typeof setInterval>;
}
/** One timer per step for the whole page: a debate shows thousands of moments. */
const beats = new Map<number, Beat>();

function listen(step: number, listener: () => void): () => void {
  let beat = beats.get(step);
  if (!beat) {
    const listeners = new Set<() => void>();
    const tick = () => {
      for (const one of listeners) one();
    };
    beat = { listeners, timer: setInterval(tick, Math.min(step, 10_000)) };
    beats.set(step, beat);
  }
  const { listeners, timer } = beat;
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    beats.delete(step);
  };
}

/** The server's time, rounded down to steps: what shows it is drawn again only when a step is over. */
export function useServerTime(step: number): number {
  const subscribe = useCallback((listener: () => void) => listen(step, listener), [step]);
  return useSyncExternalStore(subscribe, () => Math.floor(serverNow() / step) * step);
}
