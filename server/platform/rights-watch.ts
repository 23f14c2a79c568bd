import { type Listener, startListener } from "./listener.ts";
import type { Log } from "./log.ts";

/** Asked twice as often as this, the database has then told of every change that is older. */
const currentForMs = 1_000;
const unwatchedMs = 500;
const watchedMs = 10_000;

interface WatchOptions {
  readonly url: string;
  readonly log: Log;
  /** Called whenever something has changed of which people's rights depend. */
  forget(): void;
}

export interface RightsWatch {
  /** For how long what was found out about rights is believed now, in milliseconds. */
  believedMs(): number;
  start(options: WatchOptions): Listener;
}

/**
 * Hears of every change of sessions, members, sanctions and communities (the triggers `rights_told`), whoever makes it.
 * Messages come in order on one connection: once the database has answered there, all that was committed before the
 * question has been heard. While it answers, rights are believed for long, and one that ended works for no longer than
 * a second; otherwise for half a second.
 */
export function createRightsWatch(): RightsWatch {
  let heardUntil = Number.NEGATIVE_INFINITY;

  return {
    believedMs: () => (performance.now() - heardUntil < currentForMs ? watchedMs : unwatchedMs),
    start: ({ url, log, forget }) =>
      startListener({
        url,
        name: "folkmoot-rights",
        channels: ["rights_changed"],
        log,
        lost: "the watch over rights lost its connection; reconnecting",
        begin(client) {
          client.on("notification", forget);
          // What changed before this connection listened was told to nobody here.
          forget();
          return async () => {
            const asked = performance.now();
            await client.query("select");
            heardUntil = asked;
          };
        },
        end() {
          heardUntil = Number.NEGATIVE_INFINITY;
        },
      }),
  };
}
