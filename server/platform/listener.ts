import pg from "pg";
import { createBell } from "./bell.ts";
import { factsOf, type Log } from "./log.ts";

const pollMs = 500;

interface ListenerOptions {
  readonly url: string;
  /** What the connection is called in the database. */
  readonly name: string;
  readonly channels: readonly string[];
  readonly log: Log;
  /** What is logged when the connection breaks. */
  readonly lost: string;
  /** Called for each new connection; what it gives is done again and again. */
  begin(client: pg.Client, isStopped: () => boolean): () => Promise<void>;
  /** Called when a connection is over. */
  end?(): void;
}

export interface Listener {
  stop(): Promise<void>;
}

/**
 * Works on a connection of its own, woken by NOTIFY, and by a slow poll should a wake-up get lost; begins anew on another
 * connection where one breaks.
 */
export function startListener(options: ListenerOptions): Listener {
  const { url, name, channels, log, lost } = options;
  const bell = createBell(pollMs);
  let stopped = false;

  async function serve(): Promise<void> {
    const client = new pg.Client({ connectionString: url, application_name: name });
    client.on("error", bell.ring);
    client.on("notification", bell.ring);
    try {
      await client.connect();
      for (const channel of channels) await client.query(`listen ${channel}`);
      const work = options.begin(client, () => stopped);
      while (!stopped) {
        const woken = bell.next();
        await work();
        await woken;
      }
    } finally {
      options.end?.();
      await client.end().catch(() => {});
    }
  }

  async function keepServing(): Promise<void> {
    while (!stopped) {
      try {
        await serve();
      } catch (error) {
        log.warn(factsOf(error), lost);
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

/** Whether this connection does what only one of all may do, until it ends. */
export async function takeLock(client: pg.Client, lock: number): Promise<boolean> {
  const { rows } = await client.query<{ held: boolean }>(
    "select pg_try_advisory_lock($1) as held",
    [lock],
  );
  return rows[0]?.held ?? false;
}
