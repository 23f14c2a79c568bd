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

interface Counted {
  readonly current: number;
  readonly ttl: number;
}

/** Counts in this process. Of too many callers those are forgotten whose time began first. */
export function countHere(own: Map<string, Window>, key: string, perMs: number): Counted {
  const now = Date.now();
  const found = own.get(key);
  const isOn = found !== undefined && found.endsAt > now;
  const window = isOn ? found : { current: 0, endsAt: now + perMs };
  window.current += 1;
  if (!isOn) own.delete(key);
  own.set(key, window);
  const [first] = own.keys();
  if (own.size > mostWindows && first !== undefined) own.delete(first);
  return { current: window.current, ttl: window.endsAt - now };
}

/**
 * Counts calls in Redis, for all nodes together; where there is none, or while it is away, each node counts for itself.
 * What is counted under one name is one count, whichever operations are called.
 */
export function limitStore(redis: Redis | undefined): FastifyRateLimitStoreCtor {
  const own = new Map<string, Window>();

  async function countThere(there: Redis, key: string, perMs: number): Promise<Counted> {
    const reply = await there.eval(countUp, { keys: [`limit:${key}`], arguments: [String(perMs)] });
    const [current, ttl] = reply as [number, number];
    return { current, ttl };
  }

  class SharedStore implements FastifyRateLimitStore {
    incr(key: string, answer: Answer, perMs = 60_000): void {
      // A command would wait for Redis to come back; nobody else shall wait for that.
      const counted = redis?.isReady
        ? countThere(redis, key, perMs).catch(() => countHere(own, key, perMs))
        : Promise.resolve(countHere(own, key, perMs));
      void counted.then((result) => answer(null, result));
    }
    /** Keys say which operation they count, so that all routes share one store. */
    child(): FastifyRateLimitStore {
      return this;
    }
  }
  return SharedStore;
}
