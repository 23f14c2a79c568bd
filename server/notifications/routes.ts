import { listNotices, readNotices } from "#shared/contract/notifications.ts";
import type { Deps } from "../deps.ts";
import type { Mount } from "../platform/mount.ts";
import { markAsRead, showNotices } from "./read-notices.ts";

export function notificationRoutes(mount: Mount, deps: Deps): void {
  mount(listNotices, (call) => showNotices(deps, call));
  mount(readNotices, (call) => markAsRead(deps, call));
}
