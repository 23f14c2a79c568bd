import * as blocks from "#shared/contract/blocks.ts";
import { readCommunity } from "#shared/contract/communities.ts";
import type { Tour } from "./testing-tour-guide.ts";

/** Blocks somebody, and lets another one go again. */
export async function tourBlocks(tour: Tour, communityId: string): Promise<void> {
  const { member, moderator, owner } = tour.cast;
  const idOf = async (person: typeof member) =>
    (await tour.go(person, readCommunity, { params: { communityId } })).me?.participantId ?? "";
  const [ownersId, moderatorsId] = [await idOf(owner), await idOf(moderator)];
  await tour.go(member, blocks.blockPerson, { params: { communityId, participantId: ownersId } });
  await tour.go(member, blocks.blockPerson, {
    params: { communityId, participantId: moderatorsId },
  });
  await tour.go(member, blocks.listBlocks, { query: {} });
  await tour.go(member, blocks.unblockPerson, {
    params: { communityId, participantId: moderatorsId },
  });
}
