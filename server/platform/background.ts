import { readlinkSync } from "node:fs";
import { constants, setPriority } from "node:os";
import path from "node:path";

/*
 * A thread that imports this gives way to all others, so that requests and the database that answers them come first.
 * Linux gives each thread a priority of its own, and knows it by a number as if it were a process.
 */
try {
  const thread = Number(path.basename(readlinkSync("/proc/thread-self")));
  setPriority(thread, constants.priority.PRIORITY_BELOW_NORMAL);
} catch {
  // Another system, or one that does not let us: it works beside everything else then.
}
