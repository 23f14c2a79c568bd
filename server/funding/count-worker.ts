import { parentPort, workerData } from "node:worker_threads";
import { countPublished } from "#shared/funding/bundle.ts";
import type { Given } from "./count-apart.ts";

/* A thread of its own; see `count-apart.ts`. */

parentPort?.postMessage(countPublished(workerData as Given));
