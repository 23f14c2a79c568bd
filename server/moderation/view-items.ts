import type { Db } from "#db/client.ts";
import type { ModerationItem } from "#shared/contract/moderation.ts";
import { beginningOf } from "../notifications/public.ts";
import type { MemberStanding } from "../platform/actor.ts";
import { namesOf } from "../platform/names-store.ts";
import type { ItemRow } from "./item-store.ts";
import { lockOf } from "./locks.ts";
import { ownCase } from "./own-case.ts";
import { actsFor, comesBack, isTakenFrom, officeOf } from "./policy.ts";
import { contentStateOf } from "./store.ts";
import { placeIfReadable } from "./subjects.ts";

interface Seen {
  readonly standing: MemberStanding;
  readonly now: Date;
  readonly rows: readonly ItemRow[];
}

/** Items of the queue as a reader sees them. */
export async function viewItems(db: Db, { standing, now, rows }: Seen): Promise<ModerationItem[]> {
  const { communityId } = standing;
  const people = rows.flatMap(({ authorId, claimedById }) => [authorId, claimedById]);
  const names = await namesOf(db, communityId, people);
  const views: ModerationItem[] = [];
  // One after the other, as inside a transaction there is one connection.
  for (const row of rows) {
    const { claimedById, claimedUntil } = row;
    const by = claimedById === null ? undefined : names.get(claimedById);
    const claimed =
      by && claimedUntil !== null && claimedUntil > now
        ? { by, until: claimedUntil.toISOString() }
        : null;
    views.push({
      ...factsOf(row, now),
      ...(await hereAndNow(db, { standing, now, row })),
      author: row.authorId === null ? null : (names.get(row.authorId) ?? null),
      claimed,
    });
  }
  return views;
}

function factsOf(row: ItemRow, now: Date) {
  const { id, work, subjectKind: kind, subjectId, debateId, severity, status, version } = row;
  const isOpen = status === "open";
  return {
    id,
    work,
    subject: { kind, id: subjectId },
    debateId,
    severity,
    status,
    flags: { count: row.flagCount, weight: row.weight / 1_000, rules: row.rules },
    words: row.words,
    spam: [...row.spam],
    deadlineAt: isOpen ? row.deadlineAt.toISOString() : null,
    isOverdue: isOpen && row.deadlineAt <= now,
    version,
    createdAt: row.createdAt.toISOString(),
    actionId: row.actionId,
  };
}

/** What it says and how it stands now, and what the reader may do about it. */
async function hereAndNow(
  db: Db,
  { standing, now, row }: Pick<Seen, "standing" | "now"> & { readonly row: ItemRow },
): Promise<Pick<ModerationItem, "excerpt" | "state" | "can">> {
  const subject = { kind: row.subjectKind, id: row.subjectId };
  const { communityId } = row;
  const place = await placeIfReadable(db, standing, { communityId, subject });
  if (!place) return { excerpt: "", state: null, can: { claim: false, act: [] } };
  const state = await contentStateOf(db, communityId, subject);
  const words = state?.kept?.words ?? place.thing.words;
  const isOpen = row.status === "open";
  const own = await ownCase(db, standing, { ...row, subject });
  const office = own === null ? officeOf(standing, place.debate) : null;
  const isMarked = comesBack(state);
  const act = actsFor(office, {
    subjectKind: subject.kind,
    hasItem: isOpen,
    isMarked,
    isLocked: (await lockOf(db, place.thing)) !== undefined,
    hasAuthor: place.thing.authorId !== null,
    phase: place.debate?.phase ?? null,
  });
  return {
    excerpt: excerptOf(words),
    state: state?.state ?? null,
    can: { claim: isOpen && act.length > 0 && !isTakenFrom(standing, row, now), act },
  };
}

const excerptOf = ({ text, title, name }: Readonly<Record<string, string>>) =>
  beginningOf([text, title, name].find(Boolean) ?? "");
