import { addClaim } from "#shared/contract/claims.ts";
import * as contract from "#shared/contract/disputes.ts";
import { moderate } from "#shared/contract/moderation.ts";
import { addDebate } from "../disputes/testing-debate.ts";
import type { Tour } from "./testing-tour-guide.ts";

/** A member appeals what was done to a claim of theirs, and reads it in the case. */
export async function tourJuries(tour: Tour, communityId: string): Promise<void> {
  const { owner, member, moderator } = tour.cast;
  const { debateId, positionId } = await addDebate({ communityId, owner });
  const { claim } = await member.call(addClaim, {
    params: { communityId, debateId },
    body: {
      target: { kind: "position", id: positionId },
      side: "pro",
      text: tour.text("Only a fool would ask."),
    },
  });
  const subject = { kind: "claim" as const, id: claim.id };
  const { id: actionId } = await moderator.call(moderate, {
    params: { communityId },
    body: { subject, kind: "hide", rule: 1, reason: tour.text("It is unkind.") },
  });
  const { id: disputeId } = await member.call(contract.openDispute, {
    params: { communityId },
    body: { kind: "action", actionId, grounds: tour.text("It was a question.") },
  });
  const params = { communityId, disputeId };
  await tour.go(member, contract.readDisputedContent, { params });
  await tour.go(moderator, contract.listJuryPlaces, {});
}
