import { communityRoom, debateRoom } from "#shared/contract/event.ts";
import { contentModerated } from "#shared/contract/moderation.ts";
import {
  inPlaceOfWords,
  type ContentState,
  type ModerationMark,
} from "#shared/contract/moderated.ts";
import type { KeptWords } from "#shared/moderation/kept-words.ts";
import {
  beginningOf,
  forgetNamesInNotices,
  forgetPeopleInNotices,
} from "../notifications/public.ts";
import { forgetWords } from "../platform/event-store.ts";
import { forgetNameInEvents } from "../platform/erasure-store.ts";
import { type Moderated } from "../platform/moderated.ts";
import type { Tx } from "../platform/transact.ts";
import { type ActionRow, contentStateOf, dropContentState, saveContentState } from "./store.ts";
import { kinds } from "./subjects.ts";

const isOutOfSight = (state: ContentState | null) => state === "hidden" || state === "removed";

export function markBy(action: ActionRow, state: ContentState): ModerationMark {
  const { ruleNumber, ruleVersion, id: actionId } = action;
  const isCited = ruleNumber !== null && ruleVersion !== null;
  const rule = isCited ? { number: ruleNumber, version: ruleVersion } : null;
  return { state, rule, actionId };
}

/** Folds content, puts it out of sight, or shows it again (null), and tells the room. */
export async function setContent(
  tx: Tx,
  thing: Moderated,
  to: { readonly state: ContentState; readonly by: ActionRow } | null,
): Promise<void> {
  const { communityId, subject, debateId } = thing;
  const { withholding } = kinds[subject.kind];
  if (!withholding) return;
  const before = await contentStateOf(tx.db, communityId, subject);
  const kept = await moveWords(tx, thing, { kept: before?.kept ?? null, to: to?.state ?? null });
  if (to === null) await dropContentState(tx.db, communityId, subject);
  else {
    const { authorId } = thing;
    const row = { communityId, subjectKind: subject.kind, subjectId: subject.id, authorId, kept };
    await saveContentState(tx.db, { ...row, state: to.state, actionId: to.by.id });
  }
  const mark = to && markBy(to.by, to.state);
  await withholding.mark(tx, thing, mark);
  if (debateId === null) return;
  await tx.record(contentModerated, { communityId, debateId, subject, mark });
}

interface Moving {
  readonly kept: KeptWords | null;
  readonly to: ContentState | null;
}

/** Takes the words away, or puts them back, where that is not done already; gives what is kept then. */
async function moveWords(
  tx: Tx,
  thing: Moderated,
  { kept, to }: Moving,
): Promise<KeptWords | null> {
  const { withholding } = kinds[thing.subject.kind];
  if (isOutOfSight(to) === (kept !== null) || !withholding) return kept;
  if (kept !== null) {
    await withholding.putBack(tx, thing, kept);
    return null;
  }
  const taken = await withholding.take(tx, thing);
  await forgetElsewhere(tx, thing, taken);
  return taken;
}

/** Takes the words out of what people were told earlier, which can be asked for again. */
async function forgetElsewhere(tx: Tx, thing: Moderated, kept: KeptWords): Promise<void> {
  const { communityId, debateId, subject } = thing;
  const said = [
    ...Object.values(kept.words),
    ...kept.revisions.flatMap(({ text }) => partsOf(text)),
  ];
  const words = said.filter((text) => text !== "");
  if (debateId !== null) {
    await forgetWords(tx.db, debateRoom({ communityId, debateId }), { id: subject.id, words });
  }
  if (subject.kind === "profile") await forgetPerson(tx, thing);
  if (subject.kind === "question") {
    await forgetWords(tx.db, communityRoom({ communityId }), { id: subject.id, words });
  }
  if (words.length === 0) return;
  await forgetNamesInNotices(tx.db, {
    communityIds: [communityId],
    // Some say it whole, some as much as there is room for.
    names: [...new Set(words.flatMap((text) => [text, beginningOf(text)]))],
    inPlace: "…",
  });
}

/** Takes a name out of what was told of somebody. */
async function forgetPerson(tx: Tx, { communityId, subject: { id } }: Moderated): Promise<void> {
  const who = { communityIds: [communityId], participantIds: [id], inPlace: inPlaceOfWords };
  await forgetNameInEvents(tx.db, who);
  await forgetPeopleInNotices(tx.db, { ...who, subjects: [] });
}

/** A former version, and what stands before its first blank line: a position's title, which notices name by itself. */
const partsOf = (text: string): string[] => [text, ...text.split("\n\n", 1)];
