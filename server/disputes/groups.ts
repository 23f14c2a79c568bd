import { groupLetter } from "#shared/opinions/group-letter.ts";
import type { Deps } from "../deps.ts";

interface Debate {
  readonly communityId: string;
  readonly debateId: string | null;
}

/**
 * The opinion groups of those who can be drawn, by participant, by which a draw is stratified; whoever has none is in no
 * group. There are none where the case is about no debate, or where its map has no clear groups.
 */
export async function groupsOf(
  { opinionGroups }: Pick<Deps, "opinionGroups">,
  { communityId, debateId }: Debate,
  participantIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (debateId === null) return new Map();
  const groups = await opinionGroups?.({ communityId, debateId }, participantIds);
  return new Map([...(groups ?? [])].map(([id, number]) => [id, groupLetter(number)]));
}
