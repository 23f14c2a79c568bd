import { setTimeout as pause } from "node:timers/promises";
import type { Transact } from "../platform/transact.ts";
import type { TestServer } from "./server-on.ts";

/** Sends a request that is let in and then waits with its writing, as on a slow line; `finish` lets it go on. */
export async function sendSlowly(
  { deps }: TestServer,
  send: () => Promise<Response>,
): Promise<{ finish(): Promise<number> }> {
  const ours = deps as { transact: Transact };
  const { transact } = ours;
  let isWaiting = false;
  let go = (): void => {};
  const waited = new Promise<void>((resolve) => {
    go = resolve;
  });
  ours.transact = async (work, once) => {
    ours.transact = transact;
    isWaiting = true;
    await waited;
    return transact(work, once);
  };
  const answer = send();
  while (!isWaiting) await pause(5);
  return {
    async finish() {
      go();
      return (await answer).status;
    },
  };
}
