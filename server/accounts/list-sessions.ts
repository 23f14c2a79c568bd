import type { listSessions as contract } from "#shared/contract/accounts.ts";
import type { Deps } from "../deps.ts";
import type { Call } from "../platform/mount.ts";
import { sessionsOf } from "../platform/session-store.ts";

export async function listSessions({ db, clock }: Deps, { actor }: Call<typeof contract>) {
  const rows = await sessionsOf(db, actor.accountId, clock());
  const sessions = rows.map(({ publicId, device, createdAt, lastUsedAt }) => ({
    id: publicId,
    device,
    createdAt: createdAt.toISOString(),
    lastUsedAt: lastUsedAt.toISOString(),
    isCurrent: publicId === actor.sessionId,
  }));
  return { sessions };
}
