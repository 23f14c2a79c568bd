import { z } from "zod";
import { endpoint } from "./endpoint.ts";
import { communityRoom, event } from "./event.ts";
import { Author, communityParams, Id, Moment, Version } from "./ids.ts";
import { pageOf, PageQuery } from "./page.ts";
import { Language } from "./phases.ts";
import { line, name, prose } from "./text.ts";

export const roles = ["owner", "moderator", "member"] as const;
export const Role = z.enum(roles).meta({ id: "Role" });
export type Role = z.infer<typeof Role>;

/** How people come into a community that they can see. A private one is entered by invitation only. */
export const joinPolicies = ["open", "on-request", "by-invitation"] as const;
export const JoinPolicy = z.enum(joinPolicies).meta({ id: "JoinPolicy" });
export type JoinPolicy = z.infer<typeof JoinPolicy>;

/** How long the texts of a community may be, in characters. */
export const communityLimits = {
  name: 80,
  slug: 40,
  description: 10_000,
  ruleTitle: 120,
  ruleText: 2_000,
  rules: 30,
  memberName: 80,
  message: 1_000,
  reason: 500,
} as const;

/** Words that no community may have as its address. */
export const reservedSlugs: ReadonlySet<string> = new Set([
  "about",
  "account",
  "accounts",
  "admin",
  "administration",
  "all",
  "api",
  "assets",
  "by-slug",
  "communities",
  "community",
  "discover",
  "edit",
  "embed",
  "folkmoot",
  "help",
  "import",
  "invitation",
  "invitations",
  "join",
  "login",
  "logout",
  "members",
  "moderation",
  "new",
  "none",
  "null",
  "operations",
  "operator",
  "private",
  "public",
  "root",
  "search",
  "security",
  "settings",
  "sign-in",
  "sign-out",
  "sign-up",
  "static",
  "status",
  "support",
  "system",
  "undefined",
  "www",
]);

/** A community's place in addresses: lowercase letters, digits and single dashes between them. */
export const Slug = z
  .string()
  .min(3)
  .max(communityLimits.slug)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "lowercase letters, digits, and dashes between them");

const ruleWords = {
  number: z.int(),
  title: z.string(),
  text: z.string(),
  version: Version,
  /** From when this version is in force, until a later one is. */
  effectiveAt: Moment,
};

/** A rule as it is in force. Its number stays over all versions; cite both. */
export const CharterRule = z.object(ruleWords).meta({ id: "CharterRule" });
export type CharterRule = z.infer<typeof CharterRule>;

/** One saved change of one rule. */
export const CharterVersion = z
  .object({
    ...ruleWords,
    /** This version takes the rule out of force. */
    isRetired: z.boolean(),
    /** Who saved it; null where that was not kept. */
    author: Author.nullable(),
    createdAt: Moment,
    /** The words of the version before; null for a new rule. */
    before: z.object({ title: z.string(), text: z.string() }).nullable(),
  })
  .meta({ id: "CharterVersion" });
export type CharterVersion = z.infer<typeof CharterVersion>;

export const CommunitySummary = z
  .object({
    id: Id,
    slug: z.string(),
    name: z.string(),
    /** The beginning of the description, as Markdown. */
    summary: z.string(),
    language: Language,
    isPrivate: z.boolean(),
    joinPolicy: JoinPolicy,
    memberCount: z.int(),
    /** Debates that are no drafts. */
    debateCount: z.int(),
    myRole: Role.nullable(),
    createdAt: Moment,
  })
  .meta({ id: "CommunitySummary" });
export type CommunitySummary = z.infer<typeof CommunitySummary>;

/** What the reader may do in a community. */
export const CommunityRights = z
  .object({
    join: z.boolean(),
    request: z.boolean(),
    leave: z.boolean(),
    invite: z.boolean(),
    decideRequests: z.boolean(),
    removeMembers: z.boolean(),
    changeRoles: z.boolean(),
    editCharter: z.boolean(),
    editSettings: z.boolean(),
  })
  .meta({ id: "CommunityRights" });
export type CommunityRights = z.infer<typeof CommunityRights>;

export const Community = z
  .object({
    id: Id,
    slug: z.string(),
    name: z.string(),
    description: z.string(),
    language: Language,
    isPrivate: z.boolean(),
    joinPolicy: JoinPolicy,
    allowsDelegation: z.boolean(),
    delegationCapPercent: z.int(),
    version: Version,
    memberCount: z.int(),
    debateCount: z.int(),
    createdAt: Moment,
    /** The rules in force, by number. */
    charter: z.array(CharterRule),
    /** Changes of the charter that are saved and not yet in force, the next one first. */
    comingCharter: z.array(CharterVersion),
    /** The reader's own place here; null for who is no member. */
    me: z
      .object({
        participantId: Id,
        name: z.string(),
        role: Role,
        /** Whether they have a moderation desk: for all of the community, or for debates that they facilitate. */
        moderates: z.boolean(),
      })
      .nullable(),
    /** The reader's own request to join that waits for an answer. */
    myRequest: z.object({ id: Id, createdAt: Moment }).nullable(),
    /** Whom the reader has blocked here; nobody else ever learns of it. */
    blocked: z.array(Id),
    can: CommunityRights,
  })
  .meta({ id: "Community" });
export type Community = z.infer<typeof Community>;

const RuleText = z.strictObject({
  title: line(communityLimits.ruleTitle),
  text: prose(communityLimits.ruleText).default(""),
});

/** From when a change is in force; at once unless said. */
const effectiveAt = Moment.optional();

/** Left out, they stay as they are. */
const DelegationSettings = {
  allowsDelegation: z.boolean().optional(),
  /** The most that one delegate may carry for others, in per cent of the electorate. */
  delegationCapPercent: z.int().min(1).max(100).optional(),
};

const Settings = {
  name: name(communityLimits.name),
  description: prose(communityLimits.description).default(""),
  language: Language,
  isPrivate: z.boolean(),
  joinPolicy: JoinPolicy,
};

export const createCommunity = endpoint({
  name: "createCommunity",
  summary: "Found a community; whoever does is its first owner",
  method: "POST",
  path: "/api/communities",
  access: "self",
  body: z.strictObject({
    ...Settings,
    slug: Slug,
    rules: z.array(RuleText).max(communityLimits.rules).default([]),
    /** Under which name the founder speaks here; the account's name unless said. */
    myName: name(communityLimits.memberName).optional(),
  }),
  reply: Community,
  limit: { max: 20, perSeconds: 3_600 },
});

export const listCommunities = endpoint({
  name: "listCommunities",
  summary: "Communities that the caller may see, newest first",
  method: "GET",
  path: "/api/communities",
  access: "public",
  query: PageQuery.extend({
    /** Part of a name. */
    search: line(communityLimits.name).optional(),
    /** Only those of which the caller is a member. */
    mine: z.enum(["true", "false"]).default("false"),
  }),
  reply: pageOf(CommunitySummary),
});

export const readCommunityBySlug = endpoint({
  name: "readCommunityBySlug",
  summary: "A community by the name in its address",
  method: "GET",
  path: "/api/communities/by-slug/:slug",
  access: "public",
  params: z.object({ slug: Slug }),
  reply: Community,
});

export const readCommunity = endpoint({
  name: "readCommunity",
  summary: "A community, its charter, and what the caller may do in it",
  method: "GET",
  path: "/api/communities/:communityId",
  access: "public",
  params: communityParams,
  reply: Community,
});

export const editCommunity = endpoint({
  name: "editCommunity",
  summary: "Change a community's settings",
  method: "PUT",
  path: "/api/communities/:communityId",
  access: "owner",
  params: communityParams,
  body: z.strictObject({ ...Settings, ...DelegationSettings, version: Version }),
  reply: Community,
});

const ruleParams = communityParams.extend({ number: z.coerce.number().int().min(1).max(100_000) });

export const addRule = endpoint({
  name: "addRule",
  summary: "Add a rule to the charter, under the next free number",
  method: "POST",
  path: "/api/communities/:communityId/charter",
  access: "owner",
  params: communityParams,
  body: RuleText.extend({ effectiveAt }),
  reply: CharterVersion,
});

export const editRule = endpoint({
  name: "editRule",
  summary: "Change the words of a rule; its number stays",
  method: "PUT",
  path: "/api/communities/:communityId/charter/:number",
  access: "owner",
  params: ruleParams,
  /** `version` is the newest one, in force or coming: what is saved now follows it. */
  body: RuleText.extend({ version: Version, effectiveAt }),
  reply: CharterVersion,
});

export const retireRule = endpoint({
  name: "retireRule",
  summary: "Take a rule out of force; its number is not used again",
  method: "POST",
  path: "/api/communities/:communityId/charter/:number/retirement",
  access: "owner",
  params: ruleParams,
  body: z.strictObject({ version: Version, effectiveAt }),
  reply: CharterVersion,
});

const RuleSummary = z
  .object({ number: z.int(), title: z.string(), isRetired: z.boolean() })
  .meta({ id: "RuleSummary" });
export type RuleSummary = z.infer<typeof RuleSummary>;

export const listCharterVersions = endpoint({
  name: "listCharterVersions",
  summary: "Every saved change of the charter, or of one rule, newest first",
  method: "GET",
  path: "/api/communities/:communityId/charter/versions",
  access: "public",
  params: communityParams,
  query: PageQuery.extend({ number: z.coerce.number().int().min(1).max(100_000).optional() }),
  reply: pageOf(CharterVersion).extend({
    /** Every rule there was, by number, under its newest title. */
    rules: z.array(RuleSummary),
  }),
});

/** Somebody joined, or came back. */
export const memberJoined = event({
  name: "member.joined",
  payload: z.object({
    communityId: Id,
    member: z.object({ id: Id, name: z.string() }),
    role: Role,
  }),
  room: communityRoom,
});

/** Somebody is no member any more. */
export const memberLeft = event({
  name: "member.left",
  payload: z.object({ communityId: Id, participantId: Id }),
  room: communityRoom,
});

export const memberRoleChanged = event({
  name: "member.role-changed",
  payload: z.object({ communityId: Id, participantId: Id, role: Role }),
  room: communityRoom,
});

export const memberRenamed = event({
  name: "member.renamed",
  payload: z.object({ communityId: Id, member: z.object({ id: Id, name: z.string() }) }),
  room: communityRoom,
});

/** The settings of the community are others now. */
export const communityChanged = event({
  name: "community.changed",
  payload: z.object({ communityId: Id, version: Version }),
  room: communityRoom,
});

/** A rule of the charter was added, changed or retired, or what was to come is in force now. */
export const charterChanged = event({
  name: "charter.changed",
  payload: z.object({ communityId: Id, number: z.int() }),
  room: communityRoom,
});

export const communityEndpoints = [
  createCommunity,
  listCommunities,
  readCommunityBySlug,
  readCommunity,
  editCommunity,
  addRule,
  editRule,
  retireRule,
  listCharterVersions,
] as const;

export const communityEvents = [
  memberJoined,
  memberLeft,
  memberRoleChanged,
  memberRenamed,
  communityChanged,
  charterChanged,
] as const;
