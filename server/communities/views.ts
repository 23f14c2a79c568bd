import type {
  CharterRule,
  CharterVersion,
  Community,
  CommunitySummary,
} from "#shared/contract/communities.ts";
import type { Member } from "#shared/contract/memberships.ts";
import { Language } from "#shared/contract/phases.ts";
import type { Db } from "#db/client.ts";
import { blockedBy } from "../blocks/public.ts";
import type { Actor, Role, Standing } from "../platform/actor.ts";
import { charterOf, comingOf, type RuleRow, type VersionRow } from "./charter-store.ts";
import { type CommunityRow, countsOf } from "./community-store.ts";
import { findWaiting } from "./entry-store.ts";
import { facilitates, findMembership, type MemberRow } from "./member-store.ts";
import { mayRemove, rightsIn } from "./policy.ts";

export function ruleView({ number, title, text, version, effectiveAt }: RuleRow): CharterRule {
  return { number, title, text, version, effectiveAt: effectiveAt.toISOString() };
}

export function versionView({ rule, author, before }: VersionRow): CharterVersion {
  return {
    ...ruleView(rule),
    isRetired: rule.isRetired,
    author: author?.id ? author : null,
    createdAt: rule.createdAt.toISOString(),
    before,
  };
}

const languageOf = ({ language }: CommunityRow) => Language.catch("en").parse(language);

/** A community as one reader sees it; who may see it must be settled before. */
export async function communityView(
  db: Db,
  community: CommunityRow,
  actor: Actor,
): Promise<Community> {
  // One after the other, as inside a transaction there is one connection.
  const charter = await charterOf(db, community.id);
  const coming = await comingOf(db, community.id);
  const counts = await countsOf(db, community.id);
  const { mine, waiting, blocked = [] } = await placeOf(db, community.id, actor);
  const me = mine?.status === "active" ? mine : undefined;
  const isSignedIn = actor.kind === "account";
  const { id, slug, name, description, isPrivate, joinPolicy, version, createdAt } = community;
  return {
    id,
    slug,
    name,
    description,
    isPrivate,
    joinPolicy,
    version,
    allowsDelegation: community.allowsDelegation,
    delegationCapPercent: community.delegationCapPercent,
    language: languageOf(community),
    ...counts,
    createdAt: createdAt.toISOString(),
    charter: charter.map(ruleView),
    comingCharter: coming.map(versionView),
    me: me ? await meView(db, me) : null,
    myRequest: waiting ? { id: waiting.id, createdAt: waiting.createdAt.toISOString() } : null,
    blocked,
    can: rightsIn(standingOf(community, me, isSignedIn), {
      joinPolicy,
      isPrivate,
      isSignedIn,
      isWaiting: waiting !== undefined,
      wasRemoved: mine?.status === "removed",
    }),
  };
}

async function meView(db: Db, me: MemberRow): Promise<NonNullable<Community["me"]>> {
  const { participantId, name, role } = me;
  return { participantId, name, role, moderates: role !== "member" || (await facilitates(db, me)) };
}

async function placeOf(db: Db, communityId: string, actor: Actor) {
  if (actor.kind === "visitor") return {};
  const { accountId } = actor;
  const mine = await findMembership(db, communityId, accountId);
  const waiting = await findWaiting(db, communityId, accountId);
  return { mine, waiting, blocked: await blockedBy(db, { communityId, accountId }) };
}

function standingOf(
  { id, slug, isPrivate }: CommunityRow,
  me: MemberRow | undefined,
  isSignedIn: boolean,
): Standing {
  const { role = null, participantId = null, name = null } = me ?? {};
  return { communityId: id, slug, isSignedIn, isPrivate, role, participantId, name };
}

interface Listed {
  readonly community: CommunityRow;
  readonly memberCount: number;
  readonly debateCount: number;
  readonly myRole: Role | null;
}

const summaryLength = 280;

export function summaryView({ community, memberCount, debateCount, myRole }: Listed) {
  const { id, slug, name, description, isPrivate, joinPolicy, createdAt } = community;
  const [first = ""] = description.split(/\n\s*\n/, 1);
  const summary =
    first.length > summaryLength ? `${first.slice(0, summaryLength).trimEnd()}…` : first;
  return {
    id,
    slug,
    name,
    summary,
    isPrivate,
    joinPolicy,
    memberCount,
    debateCount,
    myRole,
    language: languageOf(community),
    createdAt: createdAt.toISOString(),
  } satisfies CommunitySummary;
}

/** A member as somebody sees them; `reader` is the reader's own place, null for outsiders. */
export function memberView(
  member: MemberRow,
  reader: { readonly role: Role | null; readonly participantId: string | null },
): Member {
  const { participantId, name, role, joinedAt, picture = null } = member;
  const isMe = participantId === reader.participantId;
  const remove = reader.role !== null && mayRemove(reader.role, { role, isSelf: isMe });
  return {
    id: participantId,
    name,
    role,
    isMe,
    picture,
    joinedAt: joinedAt.toISOString(),
    can: { remove, changeRole: reader.role === "owner" },
  };
}
