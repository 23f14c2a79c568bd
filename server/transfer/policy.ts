import { isModerator, type Standing } from "../platform/actor.ts";

/** Moderators bring in conversations from elsewhere. */
export function mayImport(standing: Standing): boolean {
  return isModerator(standing);
}

/** Any moderator may stop an import that is under way. */
export function mayCancelImport(standing: Standing, { status }: { status: string }): boolean {
  return mayImport(standing) && status === "running";
}
