import { z } from "zod";
import { Role } from "./communities.ts";
import { endpoint } from "./endpoint.ts";
import { Author, communityParams, Id, Moment } from "./ids.ts";
import { ModerationMark } from "./moderated.ts";
import { pageOf, PageQuery } from "./page.ts";
import { prose } from "./text.ts";

export const profileLimits = { bio: 500, pictureBytes: 2 * 1024 * 1024 } as const;

/** Somebody as one community knows them; nothing tells who they are elsewhere. */
export const Profile = z
  .object({
    person: Author,
    /** Null for who is no member any more, or never was. */
    role: Role.nullable(),
    since: Moment.nullable(),
    bio: z.string(),
    moderation: ModerationMark.optional(),
    /** What the address of the picture ends with; null where there is none. */
    picture: z.string().nullable(),
    isMe: z.boolean(),
    /** In how many juries whose rulings are published this person has voted. */
    juriesServed: z.int(),
  })
  .meta({ id: "Profile" });
export type Profile = z.infer<typeof Profile>;

/** Something that somebody added, or did, where everybody could see it. */
export const Deed = z
  .object({
    id: Id,
    kind: z.enum(["debate", "position", "claim", "evidence", "statement", "moved"]),
    at: Moment,
    text: z.string(),
    debateId: Id,
    question: z.string(),
    /** The claim, or the claim that a source is for. */
    claimId: Id.nullable(),
  })
  .meta({ id: "Deed" });
export type Deed = z.infer<typeof Deed>;

const personParams = communityParams.extend({ participantId: Id });

export const readProfile = endpoint({
  name: "readProfile",
  summary: "Somebody as one community knows them",
  method: "GET",
  path: "/api/communities/:communityId/people/:participantId",
  access: "public",
  params: personParams,
  reply: Profile,
});

export const listDeeds = endpoint({
  name: "listDeeds",
  summary: "What somebody added and did in a community, the latest first",
  method: "GET",
  path: "/api/communities/:communityId/people/:participantId/deeds",
  access: "public",
  params: personParams,
  query: PageQuery,
  reply: pageOf(Deed),
});

export const readPicture = endpoint({
  name: "readPicture",
  summary: "Somebody's picture; another one has another address",
  method: "GET",
  path: "/api/communities/:communityId/people/:participantId/picture/:hash",
  access: "public",
  params: personParams.extend({ hash: z.string().regex(/^[0-9a-f]{32}$/) }),
  download: "A WebP of 256 by 256 pixels",
});

export const changeBio = endpoint({
  name: "changeBio",
  summary: "Say in a few words who one is here",
  method: "PUT",
  path: "/api/communities/:communityId/profile",
  access: "member",
  params: communityParams,
  body: z.strictObject({ bio: prose(profileLimits.bio) }),
  reply: Profile,
});

export const changePicture = endpoint({
  name: "changePicture",
  summary: "Show a picture of oneself here: PNG, JPEG, WebP or AVIF, up to 2 MB",
  method: "PUT",
  path: "/api/communities/:communityId/profile/picture",
  access: "member",
  params: communityParams,
  reply: Profile,
  upload: { fields: z.object({}), files: "One picture" },
  bodyLimit: profileLimits.pictureBytes + 64 * 1024,
  limit: { max: 20, perSeconds: 3_600 },
});

export const removePicture = endpoint({
  name: "removePicture",
  summary: "Show no picture of oneself here any more",
  method: "DELETE",
  path: "/api/communities/:communityId/profile/picture",
  access: "member",
  params: communityParams,
  reply: Profile,
});

export const profileEndpoints = [
  readProfile,
  listDeeds,
  readPicture,
  changeBio,
  changePicture,
  removePicture,
];
