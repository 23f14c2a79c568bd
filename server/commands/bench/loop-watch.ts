import { closeSync, openSync, readSync } from "node:fs";

/** How an event loop did for a time. */
export interface LoopCost {
  /** the longest time for which it worked without answering anybody, in ms of its thread's processor time */
  readonly blocked: number;
  /** the same by the clock: what others on the machine took is in it */
  readonly waited: number;
}

/** A clock in ms. */
interface Clock {
  read(): number;
  close(): void;
}

/**
 * Processor time of the main thread alone; where a system does not tell, the time by the clock. Linux writes it down at
 * its ticks only, 4 ms apart, unless somebody asks for the time of the whole process first: without that, work before a
 * reading is counted after it. It is read a thousand times a second, and so always into the same bytes: what is measured
 * has no garbage of ours to clear.
 */
export function threadClock(): Clock {
  const file = openOwnTime();
  if (file === undefined) return { read: () => performance.now(), close: () => undefined };
  const bytes = Buffer.alloc(64);
  return {
    read() {
      process.cpuUsage();
      readSync(file, bytes, 0, bytes.length, 0);
      return Number.parseInt(bytes.toString("latin1"), 10) / 1e6;
    },
    close: () => closeSync(file),
  };
}

function openOwnTime(): number | undefined {
  try {
    return openSync(`/proc/self/task/${process.pid}/schedstat`, "r");
  } catch {
    return undefined;
  }
}

/** Looks at the event loop of this process every millisecond, until it is stopped. */
export function watchLoop(): () => LoopCost {
  const own = threadClock();
  let [blocked, waited] = [0, 0];
  let [lastClock, lastOwn] = [performance.now(), own.read()];
  const timer = setInterval(() => {
    const [nowClock, nowOwn] = [performance.now(), own.read()];
    waited = Math.max(waited, nowClock - lastClock);
    blocked = Math.max(blocked, nowOwn - lastOwn);
    [lastClock, lastOwn] = [nowClock, nowOwn];
  }, 1);
  return () => {
    clearInterval(timer);
    own.close();
    return { blocked, waited };
  };
}
