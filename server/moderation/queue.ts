import { z } from "zod";
import type { ReceivedFlag } from "#shared/contract/flags.ts";
import { Id, Moment } from "#shared/contract/ids.ts";
import type {
  listModerationItems as listContract,
  ModerationCase,
  readModerationItem as readContract,
} from "#shared/contract/moderation.ts";
import type { Db } from "#db/client.ts";
import { flagWeight } from "#shared/moderation/flag-weight.ts";
import type { Deps } from "../deps.ts";
import type { MemberStanding } from "../platform/actor.ts";
import { readCursor, toPage } from "../platform/cursor.ts";
import type { Call } from "../platform/mount.ts";
import { namesOf } from "../platform/names-store.ts";
import { because, Refusal } from "../platform/problem.ts";
import { estimateOf, textOf } from "../spam/public.ts";
import { actionsOf, rulesCited } from "./action-store.ts";
import { deskOf } from "./desk.ts";
import { flagsOn, recordsOf } from "./flag-store.ts";
import { countOpen, findItem, type ItemIds, type ItemRow, itemsFor } from "./item-store.ts";
import { type OwnCase, ownCase, refuseOwnCase } from "./own-case.ts";
import { officeOf } from "./policy.ts";
import { contentStateOf } from "./store.ts";
import { kinds, type Place, placeOf } from "./subjects.ts";
import { viewActions } from "./view-actions.ts";
import { viewItems } from "./view-items.ts";

/** Where a page ends, in each order. */
const keys = {
  deadline: { form: Moment, of: ({ deadlineAt }: ItemRow) => deadlineAt.toISOString() },
  weight: { form: z.int32(), of: ({ weight }: ItemRow) => weight },
  newest: { form: z.literal(""), of: () => "" },
};

/** What waits for the reader, or was decided. */
export async function listItems(
  { db, clock }: Deps,
  { standing, params, query }: Call<typeof listContract>,
) {
  const { limit, after, ...filter } = query;
  const debateIds = await deskOf(db, standing);
  const reader = { ...params, participantId: standing.participantId, debateIds };
  const key = keys[filter.order ?? "deadline"];
  const from = readCursor<[string | number, string]>(z.tuple([key.form, Id]), after);
  const rows = await itemsFor(db, reader, { filter, after: from, limit: limit + 1 });
  const page = toPage(rows, limit, { view: (row) => row, place: (row) => [key.of(row), row.id] });
  return {
    items: await viewItems(db, { standing, now: clock(), rows: page.items }),
    next: page.next,
    ...(await countOpen(db, reader)),
  };
}

/** An item and where it is, for who looks after that; refused to everybody in their own case. */
export async function itemFor(
  db: Db,
  standing: MemberStanding,
  ids: ItemIds,
): Promise<{ item: ItemRow; place: Place; own: OwnCase | null }> {
  await deskOf(db, standing);
  const item = await findItem(db, ids);
  if (!item) throw new Refusal("not-found");
  const subject = { kind: item.subjectKind, id: item.subjectId };
  const place = await placeOf(db, standing, { communityId: ids.communityId, subject });
  if (officeOf(standing, place.debate) === null) {
    throw new Refusal("not-allowed", because("moderators-only"));
  }
  const own = await ownCase(db, standing, { ...item, subject });
  // Whoever reported something reads on about it; the decision is for others.
  if (own !== "own-report") refuseOwnCase(own);
  return { item, place, own };
}

const mostShown = 20;

/** An item with all that helps to decide about it. */
export async function readItem(
  deps: Deps,
  { standing, params }: Call<typeof readContract>,
): Promise<ModerationCase> {
  const { db, clock } = deps;
  const { item, place } = await itemFor(db, standing, params);
  const { communityId } = params;
  const { thing } = place;
  const now = clock();
  const [view] = await viewItems(db, { standing, now, rows: [item] });
  if (!view) throw new Error("one row gives one view");
  const state = await contentStateOf(db, communityId, thing.subject);
  const [before, alike] = await Promise.all([
    thing.authorId === null
      ? []
      : actionsOf(db, { communityId, authorId: thing.authorId }, { limit: mostShown }),
    actionsOf(db, { communityId, rules: item.rules, isDecided: true }, { limit: mostShown }),
  ]);
  const words = { ...(state?.kept?.words ?? thing.words) };
  return {
    item: view,
    content: { words, link: `/c/${standing.slug}${thing.path}` },
    estimate: await estimateOf(deps, db, { communityId, text: textOf(words) }),
    context: await kinds[thing.subject.kind].context(db, thing),
    flags: await flagsWithWeights(db, item),
    history: await viewActions(db, { standing, now, rows: before }),
    sameRule: await viewActions(db, { standing, now, rows: alike }),
  };
}

const newcomer = { agreed: 0, disagreed: 0 };

async function flagsWithWeights(
  db: Db,
  { communityId, id: itemId }: ItemRow,
): Promise<ReceivedFlag[]> {
  const rows = await flagsOn(db, { communityId, itemId });
  const people = rows.map(({ participantId }) => participantId);
  const [records, names, ruleOf] = await Promise.all([
    recordsOf(db, communityId, people),
    namesOf(db, communityId, people),
    rulesCited(db, communityId, rows),
  ]);
  return rows.flatMap((row) => {
    const by = names.get(row.participantId);
    const rule = ruleOf(row);
    if (!by || !rule) return [];
    const { id, kind, note, isCounted: counts, outcome } = row;
    const weight = flagWeight(records.get(row.participantId) ?? newcomer);
    return [
      { id, by, kind, rule, note, weight, counts, outcome, createdAt: row.createdAt.toISOString() },
    ];
  });
}
