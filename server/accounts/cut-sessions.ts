import type { Deps } from "../deps.ts";
import { deleteSessionsOf, sessionsOf } from "../platform/session-store.ts";
import type { Tx } from "../platform/transact.ts";

interface Ended {
  readonly accountId: string;
  /** The session (public id) that goes on. */
  readonly but?: string | undefined;
}

/** Ends an account's sessions and sockets on all devices, once the transaction has committed. */
export async function cutSessions(deps: Deps, tx: Tx, { accountId, but }: Ended): Promise<void> {
  const ended = await sessionsOf(tx.db, accountId, deps.clock());
  await deleteSessionsOf(tx.db, accountId, but);
  tx.afterCommit(() => {
    deps.sessions.forget();
    for (const { publicId } of ended) if (publicId !== but) deps.hub.cutSession(publicId);
  });
}
