import type { Db } from "#db/client.ts";

/**
 * The opinion groups of those who can be drawn, by participant, by which a draw is stratified. There are none until
 * opinions are analysed; whoever has none is in no group.
 */
export async function groupsOf(
  _db: Db,
  _of: { readonly communityId: string; readonly debateId: string | null },
): Promise<ReadonlyMap<string, string>> {
  return new Map();
}
