import {
  type adviseOnWords as adviseContract,
  type changeModerationSettings as changeContract,
  type ModerationSettings,
  moderationSettingsChanged,
  type readModerationSettings as readContract,
} from "#shared/contract/moderation-settings.ts";
import type { Severity } from "#shared/contract/moderated.ts";
import { wordsIn } from "#shared/moderation/watched-words.ts";
import type { Db } from "#db/client.ts";
import type { Deps } from "../deps.ts";
import { isModerator } from "../platform/actor.ts";
import type { Call } from "../platform/mount.ts";
import { because, Refusal, refuseField } from "../platform/problem.ts";
import { findSettings, lockSettings, saveSettings, type SettingsRow } from "./settings-store.ts";

/** How a community moderates that has not said otherwise. */
const defaults: Omit<SettingsRow, "communityId"> = {
  flagThreshold: 1_500,
  flagAgeDays: 7,
  deadlineHours: { normal: 72, urgent: 24, illegal: 24 },
  holdFirstPosts: 0,
  limitedPostsPerHour: 3,
  watchedWords: [],
  spam: { effect: "advice", links: 3, percent: 90, repeatHours: 24 },
  namesModerators: false,
  version: 1,
};

export type Settings = Omit<SettingsRow, "communityId">;

export async function settingsOf(db: Db, communityId: string): Promise<Settings> {
  return (await findSettings(db, communityId)) ?? defaults;
}

/** Whether the community names its moderators where it accounts for what they did. */
export async function namesModerators(db: Db, communityId: string): Promise<boolean> {
  return (await settingsOf(db, communityId)).namesModerators;
}

const hour = 3_600_000;

export const deadlineFrom = (now: Date, severity: Severity, settings: Settings): Date =>
  new Date(now.getTime() + settings.deadlineHours[severity] * hour);

/** Which words are watched helps those who want to get around them: it is shown to moderators. */
function view(
  { flagThreshold, watchedWords, ...row }: Settings,
  moderates: boolean,
): ModerationSettings {
  const { flagAgeDays, deadlineHours, holdFirstPosts, limitedPostsPerHour } = row;
  return {
    flagThreshold: flagThreshold / 1_000,
    flagAgeDays,
    deadlineHours,
    holdFirstPosts,
    limitedPostsPerHour,
    watchedWords: moderates ? [...watchedWords] : [],
    spam: row.spam,
    namesModerators: row.namesModerators,
    version: row.version,
  };
}

export async function readSettings({ db }: Deps, { standing, params }: Call<typeof readContract>) {
  return view(await settingsOf(db, params.communityId), isModerator(standing));
}

/** Changes how the community moderates. What waits already keeps its deadline. */
export async function changeSettings(deps: Deps, call: Call<typeof changeContract>) {
  const { standing, params, body, once } = call;
  const { communityId } = params;
  const { version, flagThreshold, ...changed } = body;
  const words = changed.watchedWords.map(({ word }) => word.toLowerCase());
  if (new Set(words).size < words.length) {
    refuseField("invalid-request", "watchedWords", because("same-words"));
  }
  return deps.transact(async (tx) => {
    const row = { ...changed, communityId, flagThreshold: Math.round(flagThreshold * 1_000) };
    await lockSettings(tx.db, communityId);
    const before = await settingsOf(tx.db, communityId);
    if (before.version !== version) throw new Refusal("stale-version");
    const saved = await saveSettings(tx.db, row, version);
    const { watchedWords, ...said } = view(saved, true);
    await tx.act({
      communityId,
      kind: "moderation.settings-changed",
      actor: standing.participantId,
      subject: communityId,
      payload: { ...said, watchedWords: watchedWords.length },
    });
    await tx.record(moderationSettingsChanged, { communityId, version: saved.version });
    return view(saved, true);
  }, once);
}

/** Which watched words a text uses. */
export async function advise({ db }: Deps, { params, body }: Call<typeof adviseContract>) {
  const { watchedWords } = await settingsOf(db, params.communityId);
  return { items: wordsIn(body.text, watchedWords) };
}
