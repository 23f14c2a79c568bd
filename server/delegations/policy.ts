import { isMember, type Standing } from "../platform/actor.ts";

/** Members choose who votes for them, where their community allows it. What they chose they take back anywhere. */
export function mayDelegate(standing: Standing, { isAllowed }: { readonly isAllowed: boolean }) {
  return isAllowed && isMember(standing);
}
