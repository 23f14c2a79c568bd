import pg from "pg";
import type { Envelope } from "#shared/contract/rooms.ts";
import { createBell } from "./bell.ts";
import { eventsChannel, eventsSince, lastBatch, numberEvents, toldChannel } from "./event-store.ts";
import { factsOf, type Log } from "./log.ts";

const relayLock = 7_201_001;
const pollMs = 500;

interface RelayOptions {
  readonly url: string;
  /** Tells the sockets of this node. */
  tell(event: Envelope): void;
  readonly log: Log;
}

export interface Relay {
  stop(): Promise<void>;
}

/**
 * Tells rooms what was committed. Of all nodes one numbers events (advisory lock on its own
 * connection), and every node tells its own sockets, in the order of the numbers, from where it
 * was. NOTIFY wakes them, and a slow poll does so should a wake-up get lost: whatever connection
 * breaks, nothing is left out.
 */
export function startRelay({ url, tell, log }: RelayOptions): Relay {
  const bell = createBell(pollMs);
  let stopped = false;
  let told: number | undefined;

  async function tellNews(client: pg.Client): Promise<void> {
    told ??= await lastBatch(client);
    for (;;) {
      const events = await eventsSince(client, told);
      const last = events.at(-1);
      if (!last) return;
      for (const { batch: _batch, ...event } of events) tell(event);
      told = last.batch;
    }
  }

  async function serve(): Promise<void> {
    const client = new pg.Client({ connectionString: url, application_name: "folkmoot-relay" });
    client.on("error", bell.ring);
    client.on("notification", bell.ring);
    let isNumbering = false;
    try {
      await client.connect();
      await client.query(`listen ${eventsChannel}`);
      await client.query(`listen ${toldChannel}`);
      while (!stopped) {
        const woken = bell.next();
        isNumbering ||= await takeLock(client);
        while (isNumbering && (await numberEvents(client)));
        await tellNews(client);
        await woken;
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
        log.warn(factsOf(error), "the relay lost its connection; reconnecting");
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
