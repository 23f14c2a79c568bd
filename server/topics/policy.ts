import { usualTopics } from "#shared/contract/phases.ts";
import { isModerator, type Standing } from "../platform/actor.ts";
import type { TopicRow } from "./store.ts";

/** Owners and moderators say under which topics debates are filed. */
export function mayDefineTopics(standing: Standing): boolean {
  return isModerator(standing);
}

const usual: readonly string[] = usualTopics;
export const isUsual = ({ id }: { readonly id: string }): boolean => usual.includes(id);

/** New debates are filed under topics that are not retired. */
export const isInUse = ({ retiredAt }: TopicRow): boolean => retiredAt === null;

/** Two topics that are in use have different names, whatever their letters' size. */
export const nameKey = ({ name, id }: Pick<TopicRow, "name" | "id">): string =>
  (name ?? id).toLowerCase();

/**
 * The topics of a community: what it has said of them, and the usual ones as they are where it has said nothing. Those
 * in use come first, in their order.
 */
export function knownTopics(communityId: string, rows: readonly TopicRow[]): TopicRow[] {
  const said = new Map(rows.map((row) => [row.id, row]));
  const untouched = { communityId, name: null, description: "", version: 1, retiredAt: null };
  return [
    ...usualTopics.map((id, place) => said.get(id) ?? { ...untouched, id, place }),
    ...rows.filter((row) => !isUsual(row)),
  ].toSorted(
    (a, b) =>
      Number(isInUse(b)) - Number(isInUse(a)) || a.place - b.place || (a.id < b.id ? -1 : 1),
  );
}
