import { addClaim } from "#shared/contract/claims.ts";
import * as flags from "#shared/contract/flags.ts";
import { listLocks } from "#shared/contract/locks.ts";
import * as settings from "#shared/contract/moderation-settings.ts";
import * as moderation from "#shared/contract/moderation.ts";
import { openDebate } from "./testing-tour-debates.ts";
import type { Tour } from "./testing-tour-guide.ts";

/** Flags a claim, decides about it, takes that back and decides anew. */
export async function tourModeration(tour: Tour, communityId: string): Promise<void> {
  const { owner, member, moderator } = tour.cast;
  const { ids, positionIds } = await openDebate(tour, communityId);
  const target = { kind: "position" as const, id: positionIds[0] ?? "" };
  const { claim } = await tour.go(member, addClaim, {
    params: ids,
    body: { target, side: "con", text: tour.text("They are fools."), evidence: [] },
  });
  const params = { communityId };
  const subject = { kind: "claim" as const, id: claim.id };
  const flag = { subject, rule: 1, note: tour.text("Not kind.") };
  const { id: flagId } = await tour.go(owner, flags.flagContent, { params, body: flag });
  await tour.go(owner, flags.listMyFlags, { params, query: { limit: 5 } });
  await tour.go(owner, flags.withdrawFlag, { params: { ...params, flagId } });
  await tour.go(owner, flags.flagContent, { params, body: flag });
  const item = await waiting(tour, communityId, claim.id);
  const taken = await tour.go(moderator, moderation.claimModerationItem, {
    params: { ...params, itemId: item.id },
    body: { version: item.version },
  });
  const action = await tour.go(moderator, moderation.moderate, {
    params,
    body: {
      kind: "hide",
      rule: 1,
      reason: tour.text("Said of people, not of what they do."),
      subject,
      item: { id: taken.id, version: taken.version },
    },
  });
  const one = { ...params, actionId: action.id };
  await tour.go(member, moderation.readModerationAction, { params: one });
  await tour.go(member, moderation.listModerationActions, { params, query: { limit: 5 } });
  const content = { ...params, kind: "claim" as const, subjectId: claim.id };
  await tour.go(member, moderation.readModeratedContent, { params: content });
  await tour.go(moderator, moderation.undoModerationAction, { params: one });
  const again = await waiting(tour, communityId, claim.id);
  await tour.go(moderator, moderation.moderateMany, {
    params,
    body: { kind: "dismiss", reason: tour.text("Harsh, but fair."), items: [again] },
  });
  await tourArranging(tour, ids, positionIds);
  await tourLocks(tour, { ids, subject });
  await tourFilters(tour, communityId);
  await tourSettings(tour, ids);
}

/** Moves a claim, and then joins it with another, as a moderator does under a rule. */
async function tourArranging(
  tour: Tour,
  params: { readonly communityId: string; readonly debateId: string },
  [from = "", to = ""]: readonly string[],
): Promise<void> {
  const { member, moderator } = tour.cast;
  const say = (text: string) =>
    tour.go(member, addClaim, {
      params,
      body: { target: { kind: "position", id: from }, side: "pro", text: tour.text(text) },
    });
  const [moved, other] = [await say("They were told."), await say("They were warned.")];
  const subject = { kind: "claim" as const, id: moved.claim.id };
  const edgeId = moved.edges[0]?.id ?? "";
  const target = { kind: "position" as const, id: to };
  for (const deed of [
    { kind: "move" as const, move: { edgeId, from, target, side: "pro" as const } },
    { kind: "merge" as const, merge: { into: other.claim.id } },
  ]) {
    await tour.go(moderator, moderation.moderate, {
      params: { communityId: params.communityId },
      body: { ...deed, subject, rule: 1, reason: tour.text("It says the same.") },
    });
  }
}

/** Locks a claim, and lets it go. */
async function tourLocks(
  tour: Tour,
  {
    ids,
    subject,
  }: {
    readonly ids: { readonly communityId: string; readonly debateId: string };
    readonly subject: { readonly kind: "claim"; readonly id: string };
  },
): Promise<void> {
  const { member, moderator } = tour.cast;
  const params = { communityId: ids.communityId };
  const reason = tour.text("It goes in circles.");
  for (const kind of ["lock", "unlock"] as const) {
    const body = { kind, rule: 1, reason, subject };
    await tour.go(moderator, moderation.moderate, { params, body });
    await tour.go(member, listLocks, { params: ids });
  }
}

/** Sets how the community moderates as it was, and slows a debate down and lets it go. */
async function tourSettings(
  tour: Tour,
  ids: { readonly communityId: string; readonly debateId: string },
): Promise<void> {
  const { owner, member, moderator } = tour.cast;
  const { communityId } = ids;
  const params = { communityId };
  const now = await tour.go(member, settings.readModerationSettings, { params });
  const watchedWords = [{ word: tour.text("heck"), effect: "advice" as const }];
  const body = { ...now, watchedWords };
  await tour.go(owner, settings.changeModerationSettings, { params, body });
  await tour.go(member, settings.adviseOnWords, { params, body: { text: "What the heck?" } });
  await tour.go(member, settings.readMyTrust, { params });
  const reason = tour.text("Slowly, please.");
  for (const slowSeconds of [1, 0]) {
    const pace = { slowSeconds, isLocked: false, reason };
    await tour.go(moderator, settings.setDebatePace, { params: ids, body: pace });
  }
  await tour.go(member, settings.readDebatePace, { params: ids });
}

async function waiting(tour: Tour, communityId: string, subjectId: string) {
  const { moderator } = tour.cast;
  const params = { communityId };
  const { items } = await tour.go(moderator, moderation.listModerationItems, {
    params,
    query: { limit: 50, order: "newest" },
  });
  const found = items.find(({ subject }) => subject.id === subjectId);
  if (!found) throw new Error("what was flagged waits");
  const { id: itemId, version } = found;
  const here = { ...params, itemId };
  await tour.go(moderator, moderation.readModerationItem, { params: here });
  await tour.go(moderator, moderation.releaseModerationItem, { params: here });
  return { id: itemId, version };
}

async function tourFilters(tour: Tour, communityId: string): Promise<void> {
  const { moderator } = tour.cast;
  const params = { communityId };
  const body = { name: tour.text("Urgent"), filter: { severity: "urgent" as const } };
  const { id: filterId } = await tour.go(moderator, moderation.saveQueueFilter, { params, body });
  await tour.go(moderator, moderation.listQueueFilters, { params });
  await tour.go(moderator, moderation.deleteQueueFilter, { params: { ...params, filterId } });
}
