import { createClient } from "redis";
import type { Log } from "./log.ts";

/**
 * Connects to Redis, which joins the nodes of one installation. Whatever it carries may be lost: folded
 * counts, presence, rate limits. While it is away each node goes on by itself.
 */
export async function connectRedis(url: string, log: Log) {
  let isTold = false;
  const client = createClient({
    url,
    socket: { reconnectStrategy: (tries) => Math.min(100 * 2 ** tries, 5_000) },
  });
  client.on("error", (error: Error) => {
    if (!isTold) log.warn({ message: error.message }, "Redis is away; this node goes on by itself");
    isTold = true;
  });
  client.on("ready", () => {
    isTold = false;
    log.info("Redis joins this node with the others");
  });
  const connecting = client.connect().catch(() => undefined);
  await Promise.race([connecting, new Promise((resolve) => setTimeout(resolve, 2_000))]);
  return client;
}

export type Redis = Awaited<ReturnType<typeof connectRedis>>;
