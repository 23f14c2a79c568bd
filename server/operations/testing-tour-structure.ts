import { addClaim, type PlacedClaim } from "#shared/contract/claims.ts";
import * as structure from "#shared/contract/structure.ts";
import { openDebate } from "./testing-tour-debates.ts";
import type { Tour } from "./testing-tour-guide.ts";

/** Rearranges an argument in every way, and takes something back. */
export async function tourStructure(tour: Tour, communityId: string): Promise<void> {
  const { member, moderator } = tour.cast;
  const { ids, positionIds } = await openDebate(tour, communityId);
  const [first = "", second = "", third = ""] = positionIds;
  const at = (id: string) => ({ kind: "position" as const, id });
  const say = (text: string): Promise<PlacedClaim> =>
    tour.go(member, addClaim, {
      params: ids,
      body: { target: at(first), side: "pro", text: tour.text(text), evidence: [] },
    });
  const { claim } = await say("They knew of it, and gained by it.");
  const other = await say("They knew.");
  const params = { ...ids, claimId: claim.id };
  const linked = await tour.go(member, structure.linkClaim, {
    params,
    body: { target: at(second), side: "con" },
  });
  const edgeId = linked.edges[0]?.id ?? "";
  await tour.go(member, structure.moveClaim, {
    params: { ...ids, edgeId },
    body: { from: second, target: at(third), side: "pro" },
  });
  await tour.go(member, structure.unlinkClaim, { params: { ...ids, edgeId } });
  await tour.go(member, structure.splitClaim, {
    params,
    body: {
      version: claim.version,
      texts: [tour.text("They knew of it."), tour.text("They won.")],
    },
  });
  await tour.go(moderator, structure.archiveClaim, {
    params,
    body: { reason: tour.text("Beside the point.") },
  });
  await tour.go(moderator, structure.restoreClaim, { params });
  await tour.go(moderator, structure.extractClaim, {
    params,
    body: {
      question: tour.text("Did they know of it?"),
      topic: "transparency",
      titles: [tour.text("They did"), tour.text("They did not")],
    },
  });
  const merged = await tour.go(member, structure.mergeClaims, {
    params,
    body: { into: other.claim.id },
  });
  const changeId = merged.change.id;
  await tour.go(member, structure.undoStructureChange, { params: { ...ids, changeId } });
  await tour.go(member, structure.listStructureChanges, { params: ids, query: { limit: 5 } });
}
