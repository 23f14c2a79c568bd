import { parentPort, workerData } from "node:worker_threads";
import type { DecidedCase } from "../decisions/public.ts";
import { reportOf } from "./report-of.ts";

/* A thread of its own; see `work-out.ts`. */
parentPort?.postMessage(reportOf(workerData as DecidedCase));
