import type { FastifyRateLimitStore, FastifyRateLimitStoreCtor } from "@fastify/rate-limit";
import type { Redis } from "./redis.ts";

interface Window {
  current: number;
  endsAt: number;
}

type Answer = (error: Error | null, result?: { current: number; ttl: number }) => void;

const countUp = `
local current = redis.call('INCR', KEYS[1])
if current == 1 then redis.call('PEXPIRE', KEYS[1], ARGV[1]) end
return {current, redis.call('PTTL', KEYS[1])}`;

const mostWindows = 50_000;

/** Counts calls in Redis, for all nodes together; while Redis is away each node counts for itself. */
export function sharedLimitStore(redis: Redis): FastifyRateLimitStoreCtor {
  const own = new Map<string, Window>();

  function countHere(key: string, perMs: number): { current: number; ttl: number } {
    const now = Date.now();
    const found = own.get(key);
    if (own.size > mostWindows) own.clear();
    const window = found && found.endsAt > now ? found : { current: 0, endsAt: now + perMs };
    window.current += 1;
    own.set(key, window);
    return { current: window.current, ttl: window.endsAt - now };
  }

  async function countThere(key: string, perMs: number): Promise<{ current: number; ttl: number }> {
    const reply = await redis.eval(countUp, { keys: [`limit:${key}`], arguments: [String(perMs)] });
    const [current, ttl] = reply as [number, number];
    return { current, ttl };
  }

  class SharedStore implements FastifyRateLimitStore {
    incr(key: string, answer: Answer, perMs = 60_000): void {
      // A command would wait for Redis to come back; nobody else shall wait for that.
      const counted = redis.isReady
        ? countThere(key, perMs).catch(() => countHere(key, perMs))
        : Promise.resolve(countHere(key, perMs));
      void counted.then((result) => answer(null, result));
    }
    /** Keys say which operation they count, so that all routes share one store. */
    child(): FastifyRateLimitStore {
      return this;
    }
  }
  return SharedStore;
}
