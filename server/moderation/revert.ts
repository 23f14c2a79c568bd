import type { ContentState } from "#shared/contract/moderated.ts";
import type { ActionState } from "#shared/contract/moderation.ts";
import type { Deps } from "../deps.ts";
import type { MemberStanding } from "../platform/actor.ts";
import { askForMapsOf } from "../platform/opinion-maps.ts";
import type { Tx } from "../platform/transact.ts";
import { findAction, saveAction, setActionState } from "./action-store.ts";
import { setContent } from "./effects.ts";
import { ceaseElsewhere, takeAgainElsewhere, takeBackElsewhere } from "./elsewhere.ts";
import { endFlags, openOutcome } from "./flag-store.ts";
import { changeItem, findItem, openItemAbout } from "./item-store.ts";
import { enter } from "./ledger.ts";
import { learnAgain } from "./learning.ts";
import { setLocked } from "./locks.ts";
import { isSanction } from "./policy.ts";
import { type ActionRow, contentStateOf, endSanction, resumeSanction } from "./store.ts";
import { kinds } from "./subjects.ts";
import { askModerators, tellAuthor, tellFlaggers, tellQueue } from "./tell.ts";

interface Reverting {
  readonly action: ActionRow;
  readonly byId: string | null;
}

interface Undoing extends Reverting {
  readonly standing: MemberStanding;
}

/** Takes an action back as if it had not been: everything is as before, and waits for a decision again. */
export async function undo(deps: Deps, tx: Tx, undoing: Undoing): Promise<ActionRow> {
  const { action, byId } = undoing;
  await takeBackElsewhere(deps, tx, undoing);
  if (action.kind === "unlock") await putInForce(tx, action);
  await putContent(tx, action, "as-before");
  const undone = await end(deps, tx, { action, byId, state: "undone" });
  await learnAgain(deps, tx, action);
  await reopen(tx, action);
  await tellAuthor(tx, undone, "undone");
  return undone;
}

/** Ends an action because it should not have been: what it did is over, and whoever had reported it was wrong. */
export async function overturn(
  deps: Deps,
  tx: Tx,
  { action, byId }: Reverting,
): Promise<ActionRow> {
  await putContent(tx, action, "shown");
  await ceaseElsewhere(deps, tx, action);
  const overturned = await end(deps, tx, { action, byId, state: "overturned" });
  await learnAgain(deps, tx, action);
  const { communityId, itemId } = action;
  if (itemId !== null) {
    await tellFlaggers(
      tx,
      await endFlags(tx.db, { communityId, itemId }, { outcome: "disagreed" }),
    );
  }
  await tellAuthor(tx, overturned, "restored");
  return overturned;
}

/** While an action is disputed, nobody was right or wrong yet who had reported what it was about. */
export async function dispute(tx: Tx, { communityId, itemId }: ActionRow): Promise<void> {
  if (itemId !== null) await openOutcome(tx.db, { communityId, itemId });
}

/** The action stays, by the last word there is: whoever had reported it was right. */
export async function uphold(tx: Tx, { communityId, itemId }: ActionRow): Promise<void> {
  if (itemId !== null) await endFlags(tx.db, { communityId, itemId }, { outcome: "agreed" });
}

/** Ends what lasts for a time: its time is over. */
export async function expire(deps: Deps, tx: Tx, action: ActionRow): Promise<void> {
  const ended = await end(deps, tx, { action, byId: null, state: "ended" });
  await tellAuthor(tx, ended, "ended");
}

/** Shows again what nobody decided about in time. */
export async function release(deps: Deps, tx: Tx, action: ActionRow): Promise<void> {
  await putContent(tx, action, "shown");
  const released = await end(deps, tx, { action, byId: null, state: "ended" });
  await tellAuthor(tx, released, "restored");
}

interface End extends Reverting {
  readonly state: Exclude<ActionState, "in-force" | "replaced">;
}

async function end(deps: Deps, tx: Tx, { action, byId, state }: End): Promise<ActionRow> {
  const { communityId, id: actionId } = action;
  await stop(deps, tx, action);
  const ended = await setActionState(tx.db, { communityId, actionId }, { state, byId });
  await enter(tx, ended, { what: state, actor: byId });
  return ended;
}

/** Ends what lasts. */
async function stop(deps: Deps, tx: Tx, action: ActionRow): Promise<void> {
  const { communityId, id: actionId, kind, subjectKind } = action;
  if (kind === "lock") await setLocked(tx, action, false);
  if (subjectKind === "profile") tx.afterCommit(deps.forgetStandings);
  if (!isSanction(kind)) return;
  await endSanction(tx.db, { communityId, actionId });
  await heed(deps, tx, action);
}

/** What somebody may do has changed with a sanction; whoever is suspended is not on opinion maps. */
async function heed(deps: Deps, tx: Tx, { communityId, authorId }: ActionRow): Promise<void> {
  tx.afterCommit(deps.forgetStandings);
  if (authorId !== null) await askForMapsOf(tx, { communityId, participantId: authorId });
}

/** The lock that was let go is in force again. */
async function putInForce(tx: Tx, { communityId, formerActionId }: ActionRow): Promise<void> {
  if (formerActionId === null) return;
  await setActionState(tx.db, { communityId, actionId: formerActionId }, { state: "in-force" });
}

/** Puts content back, unless somebody has acted on it since. */
async function putContent(tx: Tx, action: ActionRow, how: "as-before" | "shown"): Promise<void> {
  const { communityId, id: actionId, subjectKind, subjectId } = action;
  const subject = { kind: subjectKind, id: subjectId };
  const thing = await kinds[subjectKind].find(tx.db, { communityId, id: subjectId });
  const now = await contentStateOf(tx.db, communityId, subject);
  if (!thing || (now && now.actionId !== actionId)) return;
  const former = how === "as-before" ? await formerOf(tx, action) : undefined;
  if (former || now) await setContent(tx, thing, former ?? null);
}

/** What an action had taken the place of; it is in force again. */
async function formerOf(tx: Tx, { communityId, formerState: state, formerActionId }: ActionRow) {
  if (state === null || formerActionId === null) return undefined;
  const ids = { communityId, actionId: formerActionId };
  const former = await findAction(tx.db, ids);
  if (former?.state === "replaced") {
    return { state, by: await setActionState(tx.db, ids, { state: "in-force" }) };
  }
  return former?.state === "in-force" ? { state, by: former } : undefined;
}

/** An item whose decision was taken back waits for another one. */
async function reopen(tx: Tx, { communityId, itemId, id }: ActionRow): Promise<void> {
  const item = itemId === null ? undefined : await findItem(tx.db, { communityId, itemId });
  if (!item || item.actionId !== id) return;
  const subject = { kind: item.subjectKind, id: item.subjectId };
  if (await openItemAbout(tx.db, communityId, subject)) return;
  await endFlags(tx.db, { communityId, itemId: item.id }, { outcome: "open" });
  const open = await changeItem(tx.db, item, { status: "open", closedAt: null, actionId: null });
  await askModerators(tx, open);
  await tellQueue(tx, open);
}

const states: Partial<Record<ActionRow["kind"], ContentState>> = {
  hide: "hidden",
  remove: "removed",
};

/** Puts an action in force again that a jury had ended: a larger one found that it was right. */
export async function reinstate(deps: Deps, tx: Tx, action: ActionRow): Promise<ActionRow> {
  const { communityId, id: actionId, subjectKind, subjectId, itemId, kind } = action;
  const isOver = action.until !== null && action.until <= deps.clock();
  const state = isOver ? "ended" : "in-force";
  const again = await setActionState(tx.db, { communityId, actionId }, { state });
  const to = states[kind];
  const subject = { kind: subjectKind, id: subjectId };
  const thing = await kinds[subjectKind].find(tx.db, { communityId, id: subjectId });
  if (to && thing && !(await contentStateOf(tx.db, communityId, subject))) {
    await setContent(tx, thing, { state: to, by: again });
  }
  if (isSanction(kind) && !isOver) {
    await resumeSanction(tx.db, { communityId, actionId });
    await heed(deps, tx, action);
  }
  if (subjectKind === "profile") tx.afterCommit(deps.forgetStandings);
  await learnAgain(deps, tx, again);
  await takeAgainElsewhere(deps, tx, again);
  if (itemId !== null) await endFlags(tx.db, { communityId, itemId }, { outcome: "agreed" });
  await enter(tx, again, { what: "reinstated", actor: null });
  await tellAuthor(tx, again, "acted");
  return again;
}

/** Puts a milder measure in the place of an action, as a jury found: of removing, hiding; of all else, a warning. */
export async function lighten(deps: Deps, tx: Tx, action: ActionRow): Promise<ActionRow> {
  const { communityId, id: actionId, subjectKind, subjectId } = action;
  const isRemoval = action.kind === "remove";
  const lighter = await saveAction(tx.db, {
    ...action,
    id: deps.random.id(),
    kind: isRemoval ? "hide" : "warn",
    actorId: null,
    role: "jury",
    until: null,
    state: "in-force",
    formerState: null,
    formerActionId: null,
    changeId: null,
    createdAt: deps.clock(),
    endedAt: null,
    endedById: null,
  });
  const thing = await kinds[subjectKind].find(tx.db, { communityId, id: subjectId });
  const subject = { kind: subjectKind, id: subjectId };
  const now = await contentStateOf(tx.db, communityId, subject);
  const isByIt = now?.actionId === actionId;
  if (isRemoval && thing && isByIt) await setContent(tx, thing, { state: "hidden", by: lighter });
  else await putContent(tx, action, "shown");
  await stop(deps, tx, action);
  await ceaseElsewhere(deps, tx, action);
  await setActionState(tx.db, { communityId, actionId }, { state: "replaced" });
  await learnAgain(deps, tx, lighter);
  await enter(tx, lighter, { what: lighter.kind, actor: null });
  await tellAuthor(tx, lighter, "acted");
  return lighter;
}
