import { useState } from "react";

interface Identified {
  readonly id: string;
}

/** What is shown stays where it is; what has come since waits until it is asked for. */
export interface Steady<T> {
  readonly shown: readonly T[];
  readonly waiting: number;
  /** Shows all that there is, and what is about to come. */
  readonly reveal: (coming?: readonly string[]) => void;
}

/** The things that are known by now, in the order in which they were first shown; those that are gone are left out. */
export function inShownOrder<T extends Identified>(
  items: readonly T[],
  ids: readonly string[],
): T[] {
  return ids.flatMap((id) => items.filter((item) => item.id === id));
}

/** Keeps a list as it was when it was first shown, with the newest facts about each thing in it. */
export function useSteady<T extends Identified>(items: readonly T[]): Steady<T> {
  const all = items.map(({ id }) => id);
  const [ids, setIds] = useState(all);
  const shown = inShownOrder(items, ids);
  // An empty place moves nobody's thumb.
  if (shown.length === 0 && all.length > 0) setIds(all);
  const reveal = (coming: readonly string[] = []) => setIds([...new Set([...coming, ...all])]);
  return { shown, waiting: items.length - shown.length, reveal };
}
