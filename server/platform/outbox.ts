import pg from "pg";
import type { Envelope } from "#shared/contract/rooms.ts";
import { eventsChannel, numberEvents, recentEvents } from "./event-store.ts";
import type { Log } from "./log.ts";

const relayLock = 7_201_001;
const pollMs = 500;
const replaySeconds = 10;

interface RelayOptions {
  readonly url: string;
  publish(event: Envelope): void;
  readonly log: Log;
}

export interface Relay {
  stop(): Promise<void>;
}

/** Something to wait for: rings when told to, and by itself after a while. */
function createBell() {
  let ring = () => {};
  return {
    ring: () => ring(),
    next: () =>
      new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, pollMs);
        ring = () => {
          clearTimeout(timer);
          resolve();
        };
      }),
  };
}

/**
 * Tells rooms what was committed. Of all nodes one relay works at a time (advisory lock on its own
 * connection); NOTIFY wakes it, and a slow poll does so should a wake-up get lost. A relay that
 * takes over repeats the last seconds: clients know events by their number and drop what they have.
 */
export function startRelay({ url, publish, log }: RelayOptions): Relay {
  const bell = createBell();
  let stopped = false;

  async function lead(client: pg.Client): Promise<void> {
    for (const event of await recentEvents(client, replaySeconds)) publish(event);
    while (!stopped) {
      const woken = bell.next();
      for (;;) {
        const events = await numberEvents(client);
        if (events.length === 0) break;
        for (const event of events) publish(event);
      }
      await woken;
    }
  }

  async function serve(): Promise<void> {
    const client = new pg.Client({ connectionString: url, application_name: "folkmoot-relay" });
    client.on("error", bell.ring);
    client.on("notification", bell.ring);
    try {
      await client.connect();
      await client.query(`listen ${eventsChannel}`);
      while (!stopped) {
        if (await takeLock(client)) await lead(client);
        else await bell.next();
      }
    } finally {
      await client.end().catch(() => {});
    }
  }

  async function keepServing(): Promise<void> {
    while (!stopped) {
      try {
        await serve();
      } catch (error) {
        log.warn(
          { error: (error as Error).message },
          "the relay lost its connection; reconnecting",
        );
        await bell.next();
      }
    }
  }

  const done = keepServing();
  return {
    stop() {
      stopped = true;
      bell.ring();
      return done;
    },
  };
}

async function takeLock(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ held: boolean }>(
    "select pg_try_advisory_lock($1) as held",
    [relayLock],
  );
  return rows[0]?.held ?? false;
}
