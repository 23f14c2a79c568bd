import { readFileSync } from "node:fs";

/** How an event loop did for a time. */
export interface LoopCost {
  /** the longest time for which it worked without answering anybody, in ms of its thread's processor time */
  readonly blocked: number;
  /** the same by the clock: what others on the machine took is in it */
  readonly waited: number;
}

const ownTime = `/proc/self/task/${process.pid}/schedstat`;

/** Processor time of the main thread alone, in ms; where a system does not tell, the time by the clock. */
function threadTime(): number {
  try {
    return Number.parseInt(readFileSync(ownTime, "latin1"), 10) / 1e6;
  } catch {
    return performance.now();
  }
}

/** Looks at the event loop of this process every millisecond, until it is stopped. */
export function watchLoop(): () => LoopCost {
  let [blocked, waited] = [0, 0];
  let last = { clock: performance.now(), own: threadTime() };
  const timer = setInterval(() => {
    const now = { clock: performance.now(), own: threadTime() };
    waited = Math.max(waited, now.clock - last.clock);
    blocked = Math.max(blocked, now.own - last.own);
    last = now;
  }, 1);
  return () => {
    clearInterval(timer);
    return { blocked, waited };
  };
}
