import type { endOtherSessions as others, endSession as one } from "#shared/contract/accounts.ts";
import type { Deps } from "../deps.ts";
import type { Call } from "../platform/mount.ts";
import { Refusal } from "../platform/problem.ts";
import { deleteSession, deleteSessionsOf, sessionsOf } from "../platform/session-store.ts";

/** Signs one device out: its requests and its socket end at once. */
export async function endSession(deps: Deps, { actor, params }: Call<typeof one>) {
  const { sessionId } = params;
  if (!(await deleteSession(deps.db, actor.accountId, sessionId))) throw new Refusal("not-found");
  deps.sessions.forget();
  deps.hub.cutSession(sessionId);
}

/** Signs all other devices out. */
export async function endOtherSessions(deps: Deps, { actor }: Call<typeof others>) {
  const { accountId, sessionId } = actor;
  const rows = await sessionsOf(deps.db, accountId, deps.clock());
  await deleteSessionsOf(deps.db, accountId, sessionId);
  deps.sessions.forget();
  for (const { publicId } of rows) if (publicId !== sessionId) deps.hub.cutSession(publicId);
}
