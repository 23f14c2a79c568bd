import { z } from "zod";
import type { listNotices, readNotices } from "#shared/contract/notifications.ts";
import { noticesRead } from "#shared/contract/notifications.ts";
import type { Deps } from "../deps.ts";
import { readCursor, toPage } from "../platform/cursor.ts";
import type { Call } from "../platform/mount.ts";
import { countUnread, markRead, noticesOf } from "./store.ts";

const Place = z.tuple([z.uuid()]);

/** What needs the caller, newest first. */
export async function showNotices({ db }: Deps, { actor, query }: Call<typeof listNotices>) {
  const { accountId } = actor;
  const { communityId, limit } = query;
  const before = readCursor(Place, query.after)?.[0] ?? null;
  const unread = query.unread === "true";
  const [rows, unreadCount] = await Promise.all([
    noticesOf(db, { accountId, communityId, unread }, { before, limit: limit + 1 }),
    countUnread(db, accountId),
  ]);
  const page = toPage(rows, limit, {
    view: ({ notice: { id, kind, link, data, createdAt, readAt }, community }) => ({
      id,
      kind,
      link,
      data,
      community,
      createdAt: createdAt.toISOString(),
      isRead: readAt !== null,
    }),
    place: ({ notice }) => [notice.id],
  });
  return { ...page, unreadCount };
}

/** Marks notices as read, on all of the reader's devices. */
export async function markAsRead(
  { transact }: Deps,
  { actor: { accountId }, body }: Call<typeof readNotices>,
): Promise<undefined> {
  await transact(async (tx) => {
    if (await markRead(tx.db, accountId, body)) await tx.record(noticesRead, { accountId });
  });
}
