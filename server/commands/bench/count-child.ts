import { monitorEventLoopDelay } from "node:perf_hooks";
import { settleDecision } from "../../decisions/settle.ts";
import { findDecision } from "../../decisions/store.ts";
import { readEnv } from "../../env.ts";
import { createServer } from "../../server.ts";

/** What the child is told, and what it answers. */
export interface CountTask {
  readonly databaseUrl: string;
  readonly communityId: string;
  readonly decisionId: string;
}
export interface CountCost {
  readonly seconds: number;
  /** the most memory that the process had at any time, all threads together */
  readonly megabytes: number;
  /** the longest time for which its event loop answered nobody */
  readonly stallMs: number;
}

/* A process of its own, so that its memory is that of the product: a server that closes a decision and counts it. */

const quiet = () => undefined;
const log = {
  info: quiet,
  debug: quiet,
  warn: quiet,
  error: (...all: unknown[]) => console.error(...all),
};

process.once("message", (task: CountTask) => void count(task));

async function count({ databaseUrl, ...ids }: CountTask): Promise<void> {
  const server = await createServer({
    env: readEnv({ NODE_ENV: "production", PORT: "0", RATE_LIMITS: "off" }),
    databaseUrl,
    log,
    secretKey: "the key of a measurement",
    signingKey: "the other key of a measurement",
  });
  await server.listen();
  const { db } = server.deps;
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const start = performance.now();
  await settleDecision(server.deps, ids);
  for (;;) {
    const decision = await findDecision(db, ids);
    if (decision?.status === "closed") break;
    await new Promise((go) => setTimeout(go, 100));
  }
  const seconds = (performance.now() - start) / 1_000;
  delay.disable();
  const cost: CountCost = {
    seconds,
    megabytes: process.resourceUsage().maxRSS / 1_024,
    stallMs: delay.max / 1e6,
  };
  process.send?.(cost);
  await server.close();
  process.disconnect();
}
