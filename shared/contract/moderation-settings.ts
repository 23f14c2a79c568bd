import { z } from "zod";
import { endpoint } from "./endpoint.ts";
import { communityRoom, debateRoom, event } from "./event.ts";
import { communityParams, debateParams, Id, Version } from "./ids.ts";
import { SpamSettings } from "./spam.ts";
import { line, prose } from "./text.ts";
import { trustLevels, trustMeasures } from "#shared/moderation/trust.ts";

export const mostWatchedWords = 200;
/** `advice`: moderators see it in their queue while others read it; `hold`: it waits for a moderator. */
export const WatchedWord = z
  .strictObject({ word: line(60, 2), effect: z.enum(["advice", "hold"]) })
  .meta({ id: "WatchedWord" });
export type WatchedWord = z.infer<typeof WatchedWord>;

const Hours = z.int().min(1).max(720);

const shape = {
  /** What flags weigh together, each less than 1, when content is put out of sight until somebody decides. */
  flagThreshold: z.number().min(0.5).max(50),
  /** For how many days somebody must be a member for a flag to count to that; half the community's age suffices. */
  flagAgeDays: z.int().min(0).max(365),
  /** After how many hours the clock decides: what nobody has decided is shown again, but for what may be illegal. */
  deadlineHours: z.strictObject({ normal: Hours, urgent: Hours, illegal: Hours }),
  /** How many first contributions of a member wait for a moderator. */
  holdFirstPosts: z.int().min(0).max(20),
  /** How many contributions an hour a rate limit leaves. */
  limitedPostsPerHour: z.int().min(1).max(20),
  watchedWords: z.array(WatchedWord).max(mostWatchedWords),
  spam: SpamSettings,
  /** Whether moderators are named where the community accounts for what they did; else by their office alone. */
  namesModerators: z.boolean(),
};

/** How a community moderates. */
export const ModerationSettings = z
  .object({ ...shape, version: Version })
  .meta({ id: "ModerationSettings" });
export type ModerationSettings = z.infer<typeof ModerationSettings>;

const settingsPath = "/api/communities/:communityId/moderation/settings";

export const readModerationSettings = endpoint({
  name: "readModerationSettings",
  summary: "The thresholds and deadlines of moderation; watched words for moderators only",
  method: "GET",
  path: settingsPath,
  access: "public",
  params: communityParams,
  reply: ModerationSettings,
});

export const changeModerationSettings = endpoint({
  name: "changeModerationSettings",
  summary: "Change how the community moderates; a public act",
  method: "PUT",
  path: settingsPath,
  access: "owner",
  params: communityParams,
  body: z.strictObject({ ...shape, version: Version }),
  reply: ModerationSettings,
});

export const adviseOnWords = endpoint({
  name: "adviseOnWords",
  summary: "Which watched words a text uses, before it is sent",
  method: "POST",
  path: "/api/communities/:communityId/moderation/advice",
  access: "member",
  repeatable: true,
  params: communityParams,
  body: z.strictObject({ text: prose(20_000) }),
  reply: z.object({ items: z.array(WatchedWord) }),
});

/** How fast people write in a debate, and whether they do. */
export const DebatePace = z
  .object({
    /** Seconds between two contributions of one person; 0 for none. */
    slowSeconds: z.int().min(0).max(86_400),
    /** Nobody adds anything but those who look after the debate. */
    isLocked: z.boolean(),
  })
  .meta({ id: "DebatePace" });
export type DebatePace = z.infer<typeof DebatePace>;

const pacePath = "/api/communities/:communityId/debates/:debateId/pace";

export const readDebatePace = endpoint({
  name: "readDebatePace",
  summary: "Whether a debate is slowed down or locked",
  method: "GET",
  path: pacePath,
  access: "public",
  params: debateParams,
  reply: DebatePace.extend({ can: z.object({ change: z.boolean() }) }),
});

export const setDebatePace = endpoint({
  name: "setDebatePace",
  summary: "Slow a debate down or lock it, as who looks after it; a public act",
  method: "PUT",
  path: pacePath,
  access: "member",
  params: debateParams,
  body: z.strictObject({ ...DebatePace.shape, reason: line(300) }),
  reply: DebatePace,
});

export const paceChanged = event({
  name: "debate.pace-changed",
  payload: DebatePace.extend({ communityId: Id, debateId: Id }),
  room: debateRoom,
});

/** How the community moderates has changed; whoever shows it fetches it anew. */
export const moderationSettingsChanged = event({
  name: "moderation.settings-changed",
  payload: z.object({ communityId: Id, version: Version }),
  room: communityRoom,
});

/** How far a member has come: each threshold, and what they have. */
export const Trust = z
  .object({
    level: z.enum(trustLevels),
    levels: z.array(
      z.object({
        level: z.enum(trustLevels),
        isReached: z.boolean(),
        /** What it asks: at least `need`; of actions, at most. */
        needs: z.array(
          z.object({
            measure: z.enum(trustMeasures),
            need: z.int(),
            have: z.int(),
            isMet: z.boolean(),
          }),
        ),
        limits: z.object({ postsPerHour: z.int(), flagsPerDay: z.int() }),
      }),
    ),
  })
  .meta({ id: "Trust" });
export type Trust = z.infer<typeof Trust>;

export const readMyTrust = endpoint({
  name: "readMyTrust",
  summary: "The caller's level of trust, with every threshold and how far they have come",
  method: "GET",
  path: "/api/communities/:communityId/me/trust",
  access: "member",
  params: communityParams,
  reply: Trust,
});

export const moderationSettingEndpoints = [
  readModerationSettings,
  changeModerationSettings,
  adviseOnWords,
  readDebatePace,
  setDebatePace,
  readMyTrust,
];
export const moderationSettingEvents = [paceChanged, moderationSettingsChanged];
