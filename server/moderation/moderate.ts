import type {
  moderate as contract,
  moderateMany as manyContract,
} from "#shared/contract/moderation.ts";
import { moderationLimits } from "#shared/contract/moderation.ts";
import type { ActionKind, ContentState, Subject } from "#shared/contract/moderated.ts";
import type { Deps } from "../deps.ts";
import type { MemberStanding } from "../platform/actor.ts";
import type { Call } from "../platform/mount.ts";
import { because, Refusal, refuseField } from "../platform/problem.ts";
import type { Tx } from "../platform/transact.ts";
import { findAction, saveAction, setActionState } from "./action-store.ts";
import { deskOf } from "./desk.ts";
import { setContent } from "./effects.ts";
import { takeElsewhere } from "./elsewhere.ts";
import { endFlags } from "./flag-store.ts";
import { citedRule } from "./flag-content.ts";
import { changeItem, findItem, type ItemRow, openItemAbout } from "./item-store.ts";
import { enter } from "./ledger.ts";
import type { LockRow } from "./lock-store.ts";
import { lockOf } from "./locks.ts";
import { type OwnCase, ownCase, refuseOwnCase } from "./own-case.ts";
import { askForMapsOf } from "../platform/opinion-maps.ts";
import { refuseOpponent } from "../platform/opponents.ts";
import {
  actsFor,
  comesBack,
  concernsMember,
  isForBetter,
  isSanction,
  isTakenFrom,
  maySanction,
  type Office,
  officeOf,
  putsAway,
  rolesThatSanction,
  verdicts,
} from "./policy.ts";
import {
  type ActionRow,
  contentStateOf,
  type ContentStateRow,
  lockSubject,
  roleOf,
  saveSanction,
} from "./store.ts";
import { learnFrom } from "./learning.ts";
import { type Place, placeOf } from "./subjects.ts";
import { settleItem, tellAuthor, tellFlaggers, tellQueue } from "./tell.ts";
import { viewAction } from "./view-actions.ts";

type Deed = Omit<Call<typeof contract>["body"], "subject" | "item">;
type SeenItem = { readonly id: string; readonly version: number };

interface Asked {
  readonly standing: MemberStanding;
  readonly communityId: string;
  readonly subject: Subject;
  readonly deed: Deed;
  readonly seen?: SeenItem | undefined;
}

/** Acts on something, and tells everybody whom that concerns. */
export async function moderate(deps: Deps, call: Call<typeof contract>) {
  const { standing, params, body, once } = call;
  const { subject, item: seen, ...deed } = body;
  const { communityId } = params;
  return deps.transact(async (tx) => {
    const action = await act(deps, tx, { standing, communityId, subject, deed, seen });
    return viewAction(deps, tx.db, { standing, action });
  }, once);
}

/** Decides many items alike, each in a transaction of its own. */
export async function moderateMany(deps: Deps, call: Call<typeof manyContract>) {
  const { standing, params, body, once } = call;
  const { items, ...deed } = body;
  await deskOf(deps.db, standing);
  const { communityId } = params;
  const results = [];
  for (const seen of items) {
    // Each keeps its own answer, so that a request that broke off can be repeated.
    const each = once && { ...once, key: `${once.key} ${seen.id}` };
    const deciding = deps.transact(async (tx) => {
      const subject = await subjectOf(tx, { communityId, itemId: seen.id });
      const action = await act(deps, tx, { standing, communityId, subject, deed, seen });
      return { itemId: seen.id, actionId: action.id, problem: null };
    }, each);
    results.push(await deciding.catch(refused(seen.id)));
  }
  return { results };
}

const refused = (itemId: string) => (error: unknown) => {
  if (!(error instanceof Refusal)) throw error;
  return { itemId, actionId: null, problem: error.code };
};

async function subjectOf(tx: Tx, ids: { communityId: string; itemId: string }): Promise<Subject> {
  const item = await findItem(tx.db, ids);
  if (!item) throw new Refusal("not-found");
  return { kind: item.subjectKind, id: item.subjectId };
}

interface Ready {
  readonly place: Place;
  readonly office: Office;
  readonly item: ItemRow | undefined;
  readonly before: ContentStateRow | undefined;
  readonly lockNow: LockRow | undefined;
}

async function act(deps: Deps, tx: Tx, asked: Asked): Promise<ActionRow> {
  const { communityId, subject, deed } = asked;
  await lockSubject(tx.db, subject);
  const place = await placeOf(tx.db, asked.standing, { communityId, subject });
  const item = await openItemAbout(tx.db, communityId, subject);
  const before = await contentStateOf(tx.db, communityId, subject);
  const lockNow = await lockOf(tx.db, place.thing);
  const own = await ownCase(tx.db, asked.standing, {
    communityId,
    subject,
    authorId: place.thing.authorId,
    flagCount: item?.flagCount ?? 0,
  });
  const office = mayAct(asked, place, { item, before, lockNow, own });
  checkItem(deps, asked, item);
  if (concernsMember(deed.kind, subject.kind))
    await checkMember(tx, asked, { place, office, item });
  const ready = { place, office, item, before, lockNow };
  const action = await save(deps, tx, { asked, ready });
  await take(tx, { action, ready });
  if (verdicts.includes(deed.kind)) await learnFrom(deps, tx, { communityId, subject });
  const { standing } = asked;
  await takeElsewhere(deps, tx, { standing, action, place, details: deed, lockNow });
  if (item) await close(deps, tx, { item, action, ready });
  await enter(tx, action, { what: deed.kind, actor: action.actorId });
  // Of flags that came to nothing, and that nobody has seen, nobody is told.
  if (deed.kind !== "dismiss" || before) await tellAuthor(tx, action, "acted");
  if (isSanction(deed.kind) || subject.kind === "profile") tx.afterCommit(deps.forgetStandings);
  return action;
}

/** In which office somebody may do this here; refused for who may not, and for everybody in their own case. */
function mayAct(
  { standing, deed }: Asked,
  { thing, debate }: Place,
  {
    item,
    before,
    lockNow,
    own,
  }: Pick<Ready, "item" | "before" | "lockNow"> & { readonly own: OwnCase | null },
): Office {
  const office = officeOf(standing, debate);
  if (office === null) throw new Refusal("not-allowed", because("moderators-only"));
  refuseOwnCase(own);
  const can = actsFor(office, {
    subjectKind: thing.subject.kind,
    hasItem: item !== undefined,
    isMarked: comesBack(before),
    isLocked: lockNow !== undefined,
    hasAuthor: thing.authorId !== null,
    phase: debate?.phase ?? null,
  });
  if (!can.includes(deed.kind)) throw new Refusal("not-allowed", because("not-for-this"));
  return office;
}

/** What was read must be what there is, and nobody else may have taken it. */
function checkItem({ clock }: Deps, { standing, seen }: Asked, item: ItemRow | undefined): void {
  if (item && isTakenFrom(standing, item, clock())) throw new Refusal("claimed-by-another");
  if (!seen) return;
  if (item?.id !== seen.id || item.version !== seen.version) throw new Refusal("stale-version");
}

async function checkMember(
  tx: Tx,
  { communityId, standing }: Asked,
  { place, office, item }: Pick<Ready, "place" | "office" | "item">,
): Promise<void> {
  const { authorId } = place.thing;
  if (authorId === null) throw new Refusal("not-allowed", because("not-for-this"));
  const role = await roleOf(tx.db, communityId, authorId);
  if (role === undefined) throw new Refusal("not-allowed", because("member-gone"));
  if (!maySanction(office, role)) throw new Refusal("not-allowed", because("owners-sanction"));
  const waiting = item && { since: item.createdAt, roles: rolesThatSanction(role) };
  await refuseOpponent(tx.db, { judge: standing, otherId: authorId, waiting });
}

const year = 366 * 24 * 3_600_000;

function untilOf({ clock }: Deps, { kind, until }: Deed): Date | null {
  if (!isSanction(kind) && kind !== "lock") return null;
  if (until === undefined) {
    if (kind === "lock") return null;
    return refuseField("invalid-request", "until", because("until-missing"));
  }
  const at = new Date(until);
  const now = clock().getTime();
  if (at.getTime() <= now) refuseField("invalid-request", "until", because("time-passed"));
  if (at.getTime() > now + year) refuseField("invalid-request", "until", because("until-too-long"));
  return at;
}

/** Spam is what is put away for that. */
function asSpam({ kind, isSpam }: Deed): boolean {
  if (isSpam && !putsAway(kind)) {
    refuseField("invalid-request", "isSpam", because("spam-is-put-away"));
  }
  return isSpam;
}

/** The rule that is cited: as named, else the one that flags cite most, or that put it where it is. */
async function ruleOf(tx: Tx, { communityId, deed }: Asked, { place, item }: Ready) {
  if (deed.rule !== undefined) return citedRule(tx, communityId, deed.rule);
  const said = item?.rules[0] ?? place.thing.mark?.rule?.number;
  if (said !== undefined) return citedRule(tx, communityId, said);
  return isForBetter(deed) ? null : refuseField("invalid-request", "rule", because("rule-missing"));
}

async function save(
  deps: Deps,
  tx: Tx,
  { asked, ready }: { readonly asked: Asked; readonly ready: Ready },
): Promise<ActionRow> {
  const { communityId, subject, deed, standing } = asked;
  const { debateId, authorId } = ready.place.thing;
  const until = untilOf(deps, deed);
  const rule = await ruleOf(tx, asked, ready);
  return saveAction(tx.db, {
    communityId,
    id: deps.random.id(),
    kind: deed.kind,
    subjectKind: subject.kind,
    subjectId: subject.id,
    debateId,
    authorId,
    itemId: ready.item?.id ?? null,
    ruleNumber: rule?.number ?? null,
    ruleVersion: rule?.version ?? null,
    reason: deed.reason,
    isSpam: asSpam(deed),
    actorId: standing.participantId,
    role: ready.office,
    until,
    ...formerOf(deed, ready),
    createdAt: deps.clock(),
  });
}

/** In whose place an action comes: of letting go, the lock's; else that of what keeps words out of sight. */
function formerOf({ kind }: Deed, { before, lockNow }: Ready) {
  if (kind === "unlock") return { formerState: null, formerActionId: lockNow?.actionId ?? null };
  return { formerState: before?.state ?? null, formerActionId: before?.actionId ?? null };
}

const outcomes: Partial<Record<ActionKind, ContentState>> = { hide: "hidden", remove: "removed" };

/** What an action does: to content, or to whoever wrote it. */
async function take(
  tx: Tx,
  { action, ready }: { readonly action: ActionRow; readonly ready: Ready },
): Promise<void> {
  const { communityId, id: actionId, kind, authorId, until } = action;
  const { before, place } = ready;
  const state = outcomes[kind];
  // Every decision ends a hold: what is not put away is read again.
  const isShown = before !== undefined && (kind === "restore" || (await isOnHold(tx, before)));
  if (state) await setContent(tx, place.thing, { state, by: action });
  else if (isShown) await setContent(tx, place.thing, null);
  if (before && (state || isShown)) {
    const ids = { communityId, actionId: before.actionId };
    await setActionState(tx.db, ids, { state: "replaced", byId: action.actorId });
  }
  if (isSanction(kind) && authorId !== null && until !== null) {
    await saveSanction(tx.db, { communityId, actionId, participantId: authorId, kind, until });
    await askForMapsOf(tx, { communityId, participantId: authorId });
  }
}

async function isOnHold(tx: Tx, { communityId, actionId }: ContentStateRow): Promise<boolean> {
  return (await findAction(tx.db, { communityId, actionId }))?.kind === "hold";
}

interface Closing {
  readonly item: ItemRow;
  readonly action: ActionRow;
  readonly ready: Ready;
}

/** Who reported something for which something was done was right, once that can't be appealed any more. */
async function close(deps: Deps, tx: Tx, { item, action, ready }: Closing): Promise<void> {
  const { communityId, id: itemId } = item;
  const closed = await changeItem(tx.db, item, {
    status: isForBetter(action) ? "dismissed" : "acted",
    closedAt: deps.clock(),
    actionId: action.id,
    claimedById: null,
    claimedUntil: null,
    subjectVersion: ready.place.thing.version,
  });
  const flags = await endFlags(
    tx.db,
    { communityId, itemId },
    isForBetter(action)
      ? { outcome: "disagreed" }
      : { outcome: "agreed", finalInDays: moderationLimits.appealDays },
  );
  await tellFlaggers(tx, flags);
  await settleItem(tx, closed);
  await tellQueue(tx, closed);
}
