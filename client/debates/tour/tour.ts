import { useSyncExternalStore } from "react";
import { keptHere } from "../../lib/kept-here.ts";

/** What the tour shows, in the order of the page. */
export const steps = ["question", "next", "argue", "statements", "decide"] as const;
export type Step = (typeof steps)[number];

/** Where each step points: the first of these that is on the page. */
export const places: Record<Step, readonly string[]> = {
  question: ["[data-tour=question]"],
  next: ["[data-tour=next]"],
  argue: ["[data-write=outline]", "[data-tour=arguments]"],
  statements: ["[data-tour=statements]"],
  decide: ["[data-tour=decision]"],
};

const seen = keptHere("tour-seen", (stored) => stored === true);

/** In which debate it is being shown, while it is. */
let shownIn: string | null = null;
const listeners = new Set<() => void>();
function show(debateId: string | null): void {
  shownIn = debateId;
  for (const listener of listeners) listener();
}

export function startTour(debateId: string): void {
  show(debateId);
}

/** Whether it was gone through, left or declined: it is not offered again, and stands in the help. */
export function leaveTour(): void {
  seen.write(true);
  show(null);
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useTour(debateId: string) {
  const isRunning = useSyncExternalStore(subscribe, () => shownIn === debateId);
  const isSeen = seen.use();
  return { isRunning, isOffered: !isSeen && !isRunning };
}

/** The step before or after; null past either end. */
export function stepFrom(step: Step, by: 1 | -1): Step | null {
  return steps[steps.indexOf(step) + by] ?? null;
}
