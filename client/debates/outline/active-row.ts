import { useSyncExternalStore } from "react";

/**
 * At which node the keyboard is. It is kept beside React's state: a step draws the row that is left and the one that is
 * reached, and nothing else of the page.
 */
export class ActiveRow {
  #id: string | null = null;
  readonly #listeners = new Set<() => void>();

  readonly read = (): string | null => this.#id;

  readonly set = (id: string): void => {
    if (id === this.#id) return;
    this.#id = id;
    for (const listener of this.#listeners) listener();
  };

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
}

/** The same, for what is drawn anew at each step. */
export const useActiveId = (active: ActiveRow): string | null =>
  useSyncExternalStore(active.subscribe, active.read);
