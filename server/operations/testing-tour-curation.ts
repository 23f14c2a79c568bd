import { addClaim } from "#shared/contract/claims.ts";
import * as curation from "#shared/contract/curation.ts";
import { listMembers } from "#shared/contract/memberships.ts";
import { openDebate } from "./testing-tour-debates.ts";
import { rateSummary } from "#shared/contract/summary-ratings.ts";
import type { Tour } from "./testing-tour-guide.ts";

/** Curates a debate in every way, and takes something back. */
export async function tourCuration(tour: Tour, communityId: string): Promise<void> {
  const { member, moderator, owner } = tour.cast;
  const { ids, positionIds } = await openDebate(tour, communityId);
  const [positionId = ""] = positionIds;
  const { claim, edges } = await tour.go(member, addClaim, {
    params: ids,
    body: {
      target: { kind: "position", id: positionId },
      side: "pro",
      text: tour.text("They profit by it."),
      evidence: [],
    },
  });
  const claimParams = { ...ids, claimId: claim.id };
  const { items } = await owner.call(listMembers, { params: { communityId }, query: {} });
  const person = { ...ids, participantId: items[0]?.id ?? "" };
  await tour.go(moderator, curation.nameFacilitator, { params: person });
  await tour.go(moderator, curation.dismissFacilitator, { params: person });
  const write = (version: number, text: string) =>
    tour.go(member, curation.saveSummary, {
      params: ids,
      body: { version, text: tour.text(text) },
    });
  await write(0, "So far, so good.");
  await write(1, "So far, so bad.");
  await tour.go(member, curation.restoreSummary, {
    params: { ...ids, number: 1 },
    body: { version: 2 },
  });
  await tour.go(member, rateSummary, { params: { ...ids, number: 3 }, body: { rating: "fair" } });
  await tour.go(member, curation.listSummaryVersions, { params: ids, query: { limit: 5 } });
  await tour.go(member, curation.pinClaim, { params: claimParams });
  await tour.go(member, curation.unpinClaim, { params: claimParams });
  await tour.go(member, curation.tagClaim, {
    params: claimParams,
    body: { tags: [tour.text("TAG").slice(0, 30)] },
  });
  await tour.go(member, curation.setOrder, {
    params: { ...ids, targetId: positionId },
    body: { ids: edges.map(({ id }) => id) },
  });
  const side = { ...ids, positionId, side: "pro" as const };
  await tour.go(member, curation.highlightClaim, { params: side, body: { claimId: claim.id } });
  await tour.go(member, curation.removeHighlight, { params: side });
  const changes = await tour.go(member, curation.listCurationChanges, {
    params: ids,
    query: { limit: 5 },
  });
  const changeId = changes.items[0]?.id ?? "";
  await tour.go(member, curation.undoCurationChange, { params: { ...ids, changeId } });
  await tour.go(member, curation.readCuration, { params: ids });
}
