import { useSyncExternalStore } from "react";
import { attempt } from "./stored.ts";

/**
 * Something that this browser alone keeps, told to whoever shows it, in other windows too. What is stored was written
 * by an older version, or by somebody at the keys: `parse` makes sense of anything.
 */
export function keptHere<T>(name: string, parse: (stored: unknown) => T) {
  const key = `folkmoot.${name}`;
  const listeners = new Set<() => void>();
  const stored = () => attempt(() => JSON.parse(localStorage.getItem(key) ?? "null") as unknown);
  let known: { readonly value: T } | undefined;
  const read = (): T => (known ??= { value: parse(stored()) }).value;
  const tell = () => {
    for (const listener of listeners) listener();
  };
  const onElsewhere = (event: StorageEvent) => {
    if (event.key !== key && event.key !== null) return;
    known = undefined;
    tell();
  };
  const subscribe = (listener: () => void) => {
    if (listeners.size === 0) window.addEventListener("storage", onElsewhere);
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0) window.removeEventListener("storage", onElsewhere);
    };
  };
  return {
    read,
    write(value: T): void {
      known = { value };
      attempt(() => localStorage.setItem(key, JSON.stringify(value)));
      tell();
    },
    use: (): T => useSyncExternalStore(subscribe, read),
  };
}
