import { z } from "zod";
import type { Db } from "#db/client.ts";
import type {
  listModerationActions as listContract,
  ModerationAction,
  readModerationAction as readContract,
} from "#shared/contract/moderation.ts";
import type { Deps } from "../deps.ts";
import type { Standing } from "../platform/actor.ts";
import { readCursor, toPage } from "../platform/cursor.ts";
import type { Call } from "../platform/mount.ts";
import { namesOf } from "../platform/names-store.ts";
import { Refusal } from "../platform/problem.ts";
import { actionsOf, findAction, rulesCited } from "./action-store.ts";
import { lookedAfterBy } from "./desk.ts";
import { appealableUntil, mayAppeal, mayUndo } from "./policy.ts";
import { spamInItems } from "./item-store.ts";
import type { ActionRow } from "./store.ts";
import { isOwn, placeOf } from "./subjects.ts";

interface Seen {
  readonly standing: Standing;
  readonly now: Date;
  readonly rows: readonly ActionRow[];
}

/** Actions as a reader sees them: everybody what was done, whom it concerns and moderators to whom and why. */
export async function viewActions(
  db: Db,
  { standing, now, rows }: Seen,
): Promise<ModerationAction[]> {
  const { communityId } = standing;
  const debateIds = await lookedAfterBy(db, standing);
  const people = rows.flatMap(({ actorId, authorId }) => [actorId, authorId]);
  const names = await namesOf(db, communityId, people);
  const ruleOf = await rulesCited(db, communityId, rows);
  const spamOf = await spamInItems(db, communityId, rows);
  const named = (id: string | null) => (id === null ? null : (names.get(id) ?? null));
  const own = new Set<string>();
  for (const row of rows) if (await concerns(db, standing, row)) own.add(row.id);
  return rows.map((row) => {
    const { debateId, authorId } = row;
    const isConcerned = own.has(row.id);
    const moderates = debateIds === null || (debateId !== null && debateIds.includes(debateId));
    const isOpen = isConcerned || moderates;
    return {
      ...factsOf(row),
      ...(isOpen
        ? {
            subject: subjectOf(row),
            author: named(authorId),
            reason: row.reason,
            spam: [...spamOf(row)],
          }
        : {}),
      rule: ruleOf(row),
      actor: named(row.actorId),
      can: {
        undo: moderates && mayUndo(standing, row, now),
        appeal: mayAppeal(standing, row, now),
        readContent: isOpen,
      },
    };
  });
}

const concerns = (db: Db, standing: Standing, row: ActionRow) =>
  isOwn(db, standing, { subject: subjectOf(row), authorId: row.authorId });

const subjectOf = ({ subjectKind: kind, subjectId: id }: ActionRow) => ({ kind, id });

/** What everybody sees. */
function factsOf(row: ActionRow) {
  const { id, kind, debateId, role, state } = row;
  return {
    id,
    kind,
    subject: row.subjectKind === "profile" ? null : subjectOf(row),
    debateId,
    author: null,
    reason: null,
    isSpam: row.isSpam,
    spam: [],
    role,
    until: row.until?.toISOString() ?? null,
    state,
    createdAt: row.createdAt.toISOString(),
    endedAt: row.endedAt?.toISOString() ?? null,
    appealUntil: appealableUntil(row)?.toISOString() ?? null,
  };
}

export async function viewAction(
  { clock }: Deps,
  db: Db,
  { standing, action }: { readonly standing: Standing; readonly action: ActionRow },
): Promise<ModerationAction> {
  const [view] = await viewActions(db, { standing, now: clock(), rows: [action] });
  if (!view) throw new Error("one row gives one view");
  return view;
}

/** One action, where its debate may be read. */
export async function readAction(deps: Deps, { standing, params }: Call<typeof readContract>) {
  const { communityId } = params;
  const action = await findAction(deps.db, params);
  if (!action) throw new Refusal("not-found");
  // Whom it concerns reads it also when the debate has been put away since.
  const isConcerned = action.authorId !== null && action.authorId === standing.participantId;
  if (!isConcerned) await placeOf(deps.db, standing, { communityId, subject: subjectOf(action) });
  return viewAction(deps, deps.db, { standing, action });
}

const Place = z.tuple([z.uuid()]);

/** The public log. What was done in a draft is seen by those who see the draft. */
export async function listActions(
  { db, clock }: Deps,
  { standing, params, query }: Call<typeof listContract>,
) {
  const { communityId } = params;
  const { limit, after, mine, rule, ...wanted } = query;
  const before = readCursor(Place, after)?.[0] ?? null;
  const { participantId } = standing;
  if (mine === "true" && participantId === null) return { items: [], next: null };
  const rows = await actionsOf(
    db,
    {
      ...wanted,
      communityId,
      rules: rule === undefined ? undefined : [rule],
      authorId: mine === "true" ? (participantId ?? undefined) : undefined,
      reader: { participantId, debateIds: await lookedAfterBy(db, standing) },
    },
    { before, limit: limit + 1 },
  );
  const page = toPage(rows, limit, { view: (row) => row, place: ({ id }) => [id] });
  return { ...page, items: await viewActions(db, { standing, now: clock(), rows: page.items }) };
}
