import type pg from "pg";
import type { Envelope } from "#shared/contract/rooms.ts";
import { eventsChannel, eventsSince, lastBatch, numberEvents, toldChannel } from "./event-store.ts";
import { type Listener, startListener, takeLock } from "./listener.ts";
import type { Log } from "./log.ts";

const relayLock = 7_201_001;

interface RelayOptions {
  readonly url: string;
  /** Tells the sockets of this node. */
  tell(event: Envelope): void;
  readonly log: Log;
}

/**
 * Tells rooms what was committed. Of all nodes one numbers events (advisory lock on its own
 * connection), and every node tells its own sockets, in the order of the numbers, from where it
 * was: whatever connection breaks, nothing is left out.
 */
export function startRelay({ url, tell, log }: RelayOptions): Listener {
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

  return startListener({
    url,
    name: "folkmoot-relay",
    channels: [eventsChannel, toldChannel],
    log,
    lost: "the relay lost its connection; reconnecting",
    begin(client) {
      let isNumbering = false;
      return async () => {
        isNumbering ||= await takeLock(client, relayLock);
        while (isNumbering && (await numberEvents(client)));
        await tellNews(client);
      };
    },
  });
}
