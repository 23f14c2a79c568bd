import type { ModerationMark, Work } from "#shared/contract/moderated.ts";
import { type TrustLevel, trustLimits } from "#shared/moderation/trust.ts";
import { wordsIn } from "#shared/moderation/watched-words.ts";
import { isReasonToHold, type SpamReason } from "#shared/spam/advice.ts";
import type { Deps } from "../deps.ts";
import { isModerator } from "../platform/actor.ts";
import type { Screened } from "../platform/moderated.ts";
import { because, Refusal } from "../platform/problem.ts";
import type { Tx } from "../platform/transact.ts";
import { spamReasonsFor } from "../spam/public.ts";
import { beginItem } from "./begin-item.ts";
import { markBy, setContent } from "./effects.ts";
import { saveHold } from "./holding.ts";
import { changeItem, type ItemRow, openItemAbout } from "./item-store.ts";
import { refuseLocked } from "./locks.ts";
import { officeOf } from "./policy.ts";
import { deadlineFrom, type Settings, settingsOf } from "./settings.ts";
import {
  isLimited,
  paceOf,
  savePosting,
  secondsUntilFree,
  writtenBefore,
} from "./settings-store.ts";
import { contentStateOf, lockSubject } from "./store.ts";
import { type Place, placeOf } from "./subjects.ts";
import { askModerators, tellQueue } from "./tell.ts";
import { levelOf } from "./trust.ts";

/**
 * Looks at what somebody has just written, at the end of the transaction that wrote it: whether it comes too fast,
 * whether a moderator should look at it, and whether it waits for that before others read it. Gives its mark where it does.
 */
export async function screen(deps: Deps, tx: Tx, said: Screened): Promise<ModerationMark | null> {
  const { standing, subject } = said;
  const { communityId } = standing;
  const place = await placeOf(tx.db, standing, { communityId, subject });
  const settings = await settingsOf(tx.db, communityId);
  await refuseLocked(tx, said, place);
  const level = await levelOf(tx.db, standing);
  const { debateId } = said;
  const isNew = debateId !== undefined && !said.isEdit;
  const before = isNew
    ? await checkPace(deps, tx, { said, debateId, place, settings, level })
    : null;
  if (isModerator(standing)) return null;
  const spam = await spamIn(deps, tx, { said, place, settings, level });
  const awaits = awaitsApproval(said, place);
  const work = workOf(place, settings, { before, spam, awaits });
  return work && bringUp(deps, tx, { place, settings, ...work, spam });
}

interface Pacing {
  readonly said: Screened;
  readonly place: Place;
  readonly settings: Settings;
  /** How far its author is trusted. */
  readonly level: TrustLevel;
}

/** Whether somebody writes as who looks after the debate. Nobody does who asks a question: that comes before. */
const isInOffice = ({ standing, subject }: Screened, { debate }: Place): boolean =>
  subject.kind !== "question" && officeOf(standing, debate) !== null;

/** Refuses what comes too fast; gives how much somebody had written before. */
async function checkPace(
  deps: Deps,
  tx: Tx,
  { debateId, ...pacing }: Pacing & { readonly debateId: string },
): Promise<number> {
  const { said, place } = pacing;
  const { standing, subject } = said;
  const { communityId, participantId } = standing;
  const posting = { communityId, participantId, debateId, subjectId: subject.id };
  await savePosting(tx.db, posting);
  if (isInOffice(said, place)) return Infinity;
  const pace = await paceOf(tx.db, posting);
  if (pace.isLocked) throw new Refusal("locked", because("locked-question"));
  const { inAll, lastHour, secondsSince } = await writtenBefore(tx.db, posting);
  // Where two write at once each may seem to have come before the other: only slow mode minds.
  if (pace.slowSeconds > 0 && secondsSince !== null && secondsSince < pace.slowSeconds) {
    const left = Math.ceil(pace.slowSeconds - secondsSince);
    throw new Refusal("too-soon", because("slow-mode", { seconds: pace.slowSeconds, left }));
  }
  const most = await mostPosts(deps, tx, pacing);
  if (lastHour >= most) {
    const left = await secondsUntilFree(tx.db, posting, most);
    const minutes = Math.ceil(left / 60);
    throw new Refusal("too-many-requests", because("posts-per-hour", { most, minutes, left }));
  }
  return inAll;
}

/** How much somebody writes in an hour at most: few where moderators said so, else by trust. */
async function mostPosts(
  { env }: Deps,
  { db }: Tx,
  { said, settings, level }: Pacing,
): Promise<number> {
  if (await isLimited(db, said.standing)) return settings.limitedPostsPerHour;
  return env.RATE_LIMITS === "off" ? Infinity : trustLimits[level].postsPerHour;
}

/** What speaks for spam in what a newcomer has written. */
async function spamIn(
  deps: Deps,
  tx: Tx,
  { said, place, settings, level }: Pacing,
): Promise<readonly SpamReason[]> {
  const { effect, ...thresholds } = settings.spam;
  const { thing } = place;
  const { authorId } = thing;
  if (effect === "off" || level !== "newcomer" || authorId === null) return [];
  if (isInOffice(said, place) && authorId !== place.debate?.authorId) return [];
  return spamReasonsFor(deps, tx, { thing: { ...thing, authorId }, thresholds });
}

interface Noticed {
  readonly kind: Work;
  readonly words: string[];
  /** Whether it waits for a moderator before others read it. */
  readonly isHeld: boolean;
}

interface Signs {
  /** How much its author had written before. */
  readonly before: number | null;
  readonly spam: readonly SpamReason[];
  readonly awaits: boolean;
}

/** Whether it is a statement in a debate that shows them once they are approved, by somebody who does not approve them. */
const awaitsApproval = ({ standing, subject }: Screened, { debate }: Place): boolean =>
  subject.kind === "statement" &&
  debate?.statementMode === "strict" &&
  officeOf(standing, debate) === null;

/** Why a moderator should look at something; null for what nobody needs to look at. */
function workOf(
  { thing }: Place,
  settings: Settings,
  { before, spam, awaits }: Signs,
): Noticed | null {
  const found = wordsIn(Object.values(thing.words).join("\n"), settings.watchedWords);
  const words = found.map(({ word }) => word);
  // Nothing but a decision shows it, whatever else speaks for looking at it.
  if (awaits) return { kind: "approval", words, isHeld: true };
  if (found.some(({ effect }) => effect === "hold")) {
    return { kind: "watched-word", words, isHeld: true };
  }
  const isFirst = before !== null && before < settings.holdFirstPosts;
  if (isFirst) return { kind: "first-post", words, isHeld: true };
  const isHeld = settings.spam.effect === "hold" && isReasonToHold(spam);
  if (spam.length > 0) return { kind: "spam", words, isHeld };
  return words.length > 0 ? { kind: "watched-word", words, isHeld } : null;
}

interface Bringing extends Noticed, Pick<Pacing, "place" | "settings"> {
  readonly spam: readonly SpamReason[];
}

/** Puts something on the list of what waits for a moderator, and out of sight meanwhile where that is asked for. */
async function bringUp(
  deps: Deps,
  tx: Tx,
  { place: { thing }, settings, kind, words, spam, isHeld }: Bringing,
): Promise<ModerationMark | null> {
  const { communityId, subject } = thing;
  await lockSubject(tx.db, subject);
  if (await contentStateOf(tx.db, communityId, subject)) return thing.mark;
  const open = await openItemAbout(tx.db, communityId, subject);
  const severity = isHeld ? "urgent" : "normal";
  const begun = open ?? (await beginItem(deps, tx, { thing, settings, kind, severity }));
  const sooner = isHeld ? hastened(deps, begun, settings) : {};
  const item = await changeItem(tx.db, begun, { words, spam, ...sooner });
  const by = isHeld ? await saveHold(deps, tx, { item, thing }) : null;
  if (by) await setContent(tx, thing, { state: "hidden", by });
  if (!open) await askModerators(tx, item);
  await tellQueue(tx, item);
  return by && markBy(by, "hidden");
}

/** What is kept out of sight is decided sooner than what is only reported. */
function hastened({ clock }: Deps, { severity, deadlineAt }: ItemRow, settings: Settings) {
  if (severity !== "normal") return {};
  const soon = deadlineFrom(clock(), "urgent", settings);
  return { severity: "urgent" as const, deadlineAt: soon < deadlineAt ? soon : deadlineAt };
}
