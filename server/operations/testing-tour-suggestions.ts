import { addClaim } from "#shared/contract/claims.ts";
import * as suggestions from "#shared/contract/suggestions.ts";
import { openDebate } from "./testing-tour-debates.ts";
import type { Tour } from "./testing-tour-guide.ts";

/** Suggests other words, and has them accepted and declined. */
export async function tourSuggestions(tour: Tour, communityId: string): Promise<void> {
  const { member, moderator, owner } = tour.cast;
  const { ids, positionIds } = await openDebate(tour, communityId);
  const target = { kind: "position" as const, id: positionIds[0] ?? "" };
  const { claim } = await tour.go(member, addClaim, {
    params: ids,
    body: { target, side: "pro", text: tour.text("They new of it."), evidence: [] },
  });
  const suggest = (who: typeof owner, version: number, text: string) =>
    tour.go(who, suggestions.suggestWording, {
      params: { ...ids, claimId: claim.id },
      body: { version, text: tour.text(text), reason: tour.text("A slip.") },
    });
  const first = await suggest(moderator, claim.version, "They knew of it.");
  const params = { ...ids, suggestionId: first.id };
  await tour.go(owner, suggestions.acceptSuggestion, { params });
  await tour.go(owner, suggestions.takeBackSupport, { params });
  await tour.go(member, suggestions.listSuggestions, { params: ids });
  await tour.go(member, suggestions.acceptSuggestion, { params });
  const second = await suggest(owner, claim.version + 1, "They all knew of it.");
  await tour.go(member, suggestions.declineSuggestion, {
    params: { ...ids, suggestionId: second.id },
  });
}
