import type { ModerationMark, Work } from "#shared/contract/moderated.ts";
import { wordsIn } from "#shared/moderation/watched-words.ts";
import type { Deps } from "../deps.ts";
import { isModerator, type MemberStanding } from "../platform/actor.ts";
import type { Screened } from "../platform/moderated.ts";
import { because, Refusal } from "../platform/problem.ts";
import type { Tx } from "../platform/transact.ts";
import { beginItem } from "./begin-item.ts";
import { markBy, setContent } from "./effects.ts";
import { saveHold } from "./holding.ts";
import { changeItem, type ItemRow, openItemAbout } from "./item-store.ts";
import { refuseLocked } from "./locks.ts";
import { officeOf } from "./policy.ts";
import { deadlineFrom, type Settings, settingsOf } from "./settings.ts";
import { isLimited, paceOf, savePosting, writtenBefore } from "./settings-store.ts";
import { contentStateOf, lockSubject } from "./store.ts";
import { type Place, placeOf } from "./subjects.ts";
import { askModerators, tellQueue } from "./tell.ts";
import { limitsFor } from "./trust.ts";

/**
 * Looks at what somebody has just written, at the end of the transaction that wrote it: whether it comes too fast, and
 * whether it waits for a moderator before others read it. Gives its mark where it does.
 */
export async function screen(deps: Deps, tx: Tx, said: Screened): Promise<ModerationMark | null> {
  const { standing, subject } = said;
  const { communityId } = standing;
  const place = await placeOf(tx.db, standing, { communityId, subject });
  const settings = await settingsOf(tx.db, communityId);
  await refuseLocked(tx, said, place);
  const before = said.isEdit ? null : await checkPace(deps, tx, { said, place, settings });
  if (isModerator(standing)) return null;
  const work = workOf(place, settings, before);
  return work && holdBack(deps, tx, { place, settings, ...work });
}

interface Pacing {
  readonly said: Screened;
  readonly place: Place;
  readonly settings: Settings;
}

/** Refuses what comes too fast; gives how much somebody had written before. */
async function checkPace(deps: Deps, tx: Tx, { said, place, settings }: Pacing): Promise<number> {
  const { standing, debateId, subject } = said;
  const { communityId, participantId } = standing;
  const posting = { communityId, participantId, debateId, subjectId: subject.id };
  await savePosting(tx.db, posting);
  if (officeOf(standing, place.debate) !== null) return Infinity;
  const pace = await paceOf(tx.db, posting);
  if (pace.isLocked) throw new Refusal("locked", because("locked-question"));
  const { inAll, lastHour, secondsSince } = await writtenBefore(tx.db, posting);
  if (secondsSince !== null && secondsSince < pace.slowSeconds) {
    const left = Math.ceil(pace.slowSeconds - secondsSince);
    throw new Refusal("too-soon", because("slow-mode", { seconds: pace.slowSeconds, left }));
  }
  const most = await mostPosts(deps, tx, { standing, settings });
  if (lastHour >= most) throw new Refusal("too-many-requests", because("posts-per-hour", { most }));
  return inAll;
}

/** How much somebody writes in an hour at most: few where moderators said so, else by trust. */
async function mostPosts(
  { env }: Deps,
  { db }: Tx,
  { standing, settings }: { readonly standing: MemberStanding; readonly settings: Settings },
): Promise<number> {
  if (await isLimited(db, standing)) return settings.limitedPostsPerHour;
  return env.RATE_LIMITS === "off" ? Infinity : (await limitsFor(db, standing)).postsPerHour;
}

interface Held {
  readonly kind: Work;
  readonly words: string[];
}

/** Why something waits for a moderator before others read it; null for what does not. */
function workOf({ thing }: Place, settings: Settings, before: number | null): Held | null {
  const watched = settings.watchedWords.filter(({ effect }) => effect === "hold");
  const found = wordsIn(Object.values(thing.words).join("\n"), watched);
  if (found.length > 0) return { kind: "watched-word", words: found.map(({ word }) => word) };
  const isFirst = before !== null && before < settings.holdFirstPosts;
  return isFirst ? { kind: "first-post", words: [] } : null;
}

async function holdBack(
  deps: Deps,
  tx: Tx,
  { place: { thing }, settings, kind, words }: Held & Pick<Pacing, "place" | "settings">,
): Promise<ModerationMark | null> {
  const { communityId, subject } = thing;
  await lockSubject(tx.db, subject);
  if (await contentStateOf(tx.db, communityId, subject)) return thing.mark;
  const open = await openItemAbout(tx.db, communityId, subject);
  const begun = open ?? (await beginItem(deps, tx, { thing, settings, kind, severity: "urgent" }));
  const item = await changeItem(tx.db, begun, { words, ...hastened(deps, begun, settings) });
  const by = await saveHold(deps, tx, { item, thing });
  await setContent(tx, thing, { state: "hidden", by });
  if (!open) await askModerators(tx, item);
  await tellQueue(tx, item);
  return markBy(by, "hidden");
}

/** What is kept out of sight is decided sooner than what is only reported. */
function hastened({ clock }: Deps, { severity, deadlineAt }: ItemRow, settings: Settings) {
  if (severity !== "normal") return {};
  const soon = deadlineFrom(clock(), "urgent", settings);
  return { severity: "urgent" as const, deadlineAt: soon < deadlineAt ? soon : deadlineAt };
}
