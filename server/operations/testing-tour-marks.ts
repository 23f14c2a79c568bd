import { addClaim } from "#shared/contract/claims.ts";
import * as marks from "#shared/contract/marks.ts";
import { openDebate } from "./testing-tour-debates.ts";
import type { Tour } from "./testing-tour-guide.ts";

/** Marks a claim for review, and takes the mark away. */
export async function tourMarks(tour: Tour, communityId: string): Promise<void> {
  const { member, moderator } = tour.cast;
  const { ids, positionIds } = await openDebate(tour, communityId);
  const target = { kind: "position" as const, id: positionIds[0] ?? "" };
  const { claim } = await tour.go(member, addClaim, {
    params: ids,
    body: { target, side: "con", text: tour.text("It is what it is."), evidence: [] },
  });
  const params = { ...ids, claimId: claim.id, kind: "unclear" as const };
  await tour.go(moderator, marks.markClaim, { params });
  await tour.go(member, marks.listMarks, { params: ids });
  await tour.go(moderator, marks.unmarkClaim, { params });
}
