import { z } from "zod";
import { endpoint } from "./endpoint.ts";
import { accountRoom, event } from "./event.ts";
import { Id, Moment } from "./ids.ts";
import { pageOf, PageQuery } from "./page.ts";

/**
 * What happened, as `<feature>.<what>`, for example `communities.request-waiting`. The client says
 * it in words: key `notices.<what>` in the texts of that feature, filled in with `data`.
 */
export const NoticeKind = z.string().regex(/^[a-z]+\.[a-z]+(-[a-z]+)*$/);

/** Something that needs a person's attention. */
export const Notice = z
  .object({
    id: Id,
    kind: NoticeKind,
    community: z.object({ id: Id, slug: z.string(), name: z.string() }).nullable(),
    /** Path of the page where it can be dealt with. */
    link: z.string(),
    data: z.record(z.string(), z.string()),
    createdAt: Moment,
    isRead: z.boolean(),
  })
  .meta({ id: "Notice" });
export type Notice = z.infer<typeof Notice>;

export const listNotices = endpoint({
  name: "listNotices",
  summary: "What needs the caller's attention, newest first",
  method: "GET",
  path: "/api/me/notices",
  access: "self",
  query: PageQuery.extend({
    communityId: Id.optional(),
    unread: z.enum(["true", "false"]).default("false"),
  }),
  /** `unreadCount` counts to 100 and no further. */
  reply: pageOf(Notice).extend({ unreadCount: z.int() }),
});

export const readNotices = endpoint({
  name: "readNotices",
  summary: "Mark notices as read: these, or all up to one",
  method: "POST",
  path: "/api/me/notices/read",
  access: "self",
  body: z.union([
    z.strictObject({ ids: z.array(Id).min(1).max(100) }),
    z.strictObject({ upTo: Id }),
  ]),
  repeatable: true,
});

/** Something needs attention; the client fetches what. */
export const noticeAdded = event({
  name: "notice.added",
  payload: z.object({ accountId: Id, id: Id, kind: NoticeKind }),
  room: accountRoom,
});

/** Notices were read or have settled themselves; the client counts anew. */
export const noticesRead = event({
  name: "notices.read",
  payload: z.object({ accountId: Id }),
  room: accountRoom,
});

export const notificationEndpoints = [listNotices, readNotices] as const;
export const notificationEvents = [noticeAdded, noticesRead] as const;
