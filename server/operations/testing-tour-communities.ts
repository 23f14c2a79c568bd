import * as communities from "#shared/contract/communities.ts";
import * as memberships from "#shared/contract/memberships.ts";
import { listNotices, readNotices } from "#shared/contract/notifications.ts";
import { readRoomEvents } from "#shared/contract/rooms.ts";
import type { Person } from "../testing/person.ts";
import type { Tour } from "./testing-tour-guide.ts";

/** Founds the community, writes its charter, and brings people in and out by every door. */
export async function tourCommunities(tour: Tour): Promise<{ communityId: string; slug: string }> {
  const { owner, moderator, member, visitor } = tour.cast;
  const home = await found(tour, owner, tour.options.isPrivate ? "by-invitation" : "open");
  const params = { communityId: home.id };
  await writeCharter(tour, home.id);
  for (const person of [moderator, member]) await invite(tour, home.id, person);
  await promote(tour, home.id);
  const reader = tour.options.isPrivate ? member : visitor;
  await tour.go(reader, communities.listCommunities, { query: { limit: 5 } });
  await tour.go(reader, communities.readCommunity, { params });
  await tour.go(reader, communities.readCommunityBySlug, { params: { slug: home.slug } });
  await tour.go(reader, memberships.listMembers, { params, query: { limit: 2 } });
  await tour.go(member, memberships.renameMyself, { params, body: { name: tour.text("Ben") } });
  const room = `community:${home.id}`;
  await tour.go(reader, readRoomEvents, { params: { room }, query: { after: 0 } });
  await enterOpenly(tour);
  await enterOnRequest(tour);
  return { communityId: home.id, slug: home.slug };
}

type Door = communities.JoinPolicy;
let founded = 0;

async function found(
  tour: Tour,
  founder: Person,
  joinPolicy: Door,
): Promise<communities.Community> {
  founded += 1;
  const isPrivate = tour.options.isPrivate === true && joinPolicy === "by-invitation";
  const settings = {
    name: tour.text("The Commons"),
    description: tour.text("Where we meet."),
    language: "en" as const,
    isPrivate,
    joinPolicy,
  };
  const rules = [{ title: tour.text("Be kind"), text: tour.text("To all.") }];
  const community = await tour.go(founder, communities.createCommunity, {
    body: { ...settings, slug: `toured-${founded}-${crypto.randomUUID().slice(0, 8)}`, rules },
  });
  await tour.options.founded?.(community.id);
  return tour.go(founder, communities.editCommunity, {
    params: { communityId: community.id },
    body: { ...settings, version: community.version },
  });
}

async function writeCharter(tour: Tour, communityId: string): Promise<void> {
  const { owner } = tour.cast;
  const params = { communityId };
  const words = () => ({ title: tour.text("A rule"), text: tour.text("Its words.") });
  const rule = await tour.go(owner, communities.addRule, { params, body: words() });
  const at = { communityId, number: rule.number };
  await tour.go(owner, communities.editRule, {
    params: at,
    body: { ...words(), version: rule.version },
  });
  const inAYear = new Date(Date.now() + 365 * 86_400_000).toISOString();
  await tour.go(owner, communities.retireRule, {
    params: at,
    body: { version: rule.version + 1, effectiveAt: inAYear },
  });
  await tour.go(owner, communities.listCharterVersions, { params, query: { limit: 2 } });
}

async function invite(tour: Tour, communityId: string, guest: Person): Promise<void> {
  const { owner } = tour.cast;
  const params = { communityId };
  const make = () =>
    tour.go(owner, memberships.createInvitation, { params, body: { validDays: 3, maxUses: 5 } });
  const { token } = await make();
  await tour.go(tour.cast.visitor, memberships.readInvitation, { params: { token } });
  await tour.go(guest, memberships.acceptInvitation, { params: { token }, body: {} });
  const { invitation } = await make();
  await tour.go(owner, memberships.listInvitations, { params, query: {} });
  await tour.go(owner, memberships.listArrivals, { params, query: { limit: 2 } });
  await tour.go(owner, memberships.revokeInvitation, {
    params: { communityId, invitationId: invitation.id },
  });
}

async function promote(tour: Tour, communityId: string): Promise<void> {
  const { owner, moderator } = tour.cast;
  const params = { communityId };
  const { items } = await owner.call(memberships.listMembers, { params });
  const idOf = (person: Person) => items.find(({ name }) => name === person.name)?.id ?? "";
  const at = { communityId, participantId: idOf(moderator) };
  const role = (person: Person, participantId: string, to: communities.Role) =>
    tour.go(person, memberships.changeRole, {
      params: { communityId, participantId },
      body: { role: to },
    });
  await role(owner, at.participantId, "owner");
  await tour.go(moderator, memberships.handOverOwnership, {
    params,
    body: { participantId: idOf(owner) },
  });
}

async function enterOpenly(tour: Tour): Promise<void> {
  const { owner, outsider } = tour.cast;
  const open = await found(tour, outsider, "open");
  const params = { communityId: open.id };
  await tour.go(owner, memberships.joinCommunity, { params, body: { name: "Olga" } });
  await tour.go(owner, memberships.leaveCommunity, { params });
}

async function enterOnRequest(tour: Tour): Promise<void> {
  const { member, moderator, outsider } = tour.cast;
  const asked = await found(tour, outsider, "on-request");
  const params = { communityId: asked.id };
  const ask = (person: Person) =>
    tour.go(person, memberships.requestToJoin, { params, body: { message: "May I?" } });
  const waiting = { communityId: asked.id, requestId: (await ask(member)).id };
  await tour.go(member, memberships.takeBackRequest, { params: waiting });
  const request = await ask(moderator);
  await tour.go(outsider, memberships.listRequests, { params, query: {} });
  await tour.go(outsider, memberships.decideRequest, {
    params: { communityId: asked.id, requestId: request.id },
    body: { decision: "accepted" },
  });
  const { items } = await outsider.call(memberships.listMembers, { params });
  const guest = items.find(({ name }) => name === moderator.name);
  await tour.go(outsider, memberships.removeMember, {
    params: { communityId: asked.id, participantId: guest?.id ?? "" },
    body: { reason: "We try the door." },
  });
  const notices = await tour.go(outsider, listNotices, { query: {} });
  const upTo = notices.items[0]?.id ?? crypto.randomUUID();
  await tour.go(outsider, readNotices, { body: { upTo } });
}
