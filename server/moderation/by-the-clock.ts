import type { Deps } from "../deps.ts";
import type { Tx } from "../platform/transact.ts";
import { eachByItself } from "../platform/each-by-itself.ts";
import { findAction, sanctionsOver } from "./action-store.ts";
import { endFlags } from "./flag-store.ts";
import { forgetRemoved } from "./finality.ts";
import { changeItem, findItem, waitingOverdue, type ItemRow, itemsDue } from "./item-store.ts";
import { expire, release } from "./revert.ts";
import { type ActionRow, contentStateOf, lockSubject } from "./store.ts";
import { settleItem, tellFlaggers, tellOwners, tellQueue } from "./tell.ts";

/** What moderation does when nobody does: what was not decided in time is shown again, and sanctions end. */
export async function settleModeration(deps: Deps): Promise<void> {
  const items = (await itemsDue(deps.db)).map(placeOf);
  await eachByItself(deps.log, items, (item) => lapse(deps, item));
  const overdue = (await waitingOverdue(deps.db)).map(placeOf);
  await eachByItself(deps.log, overdue, (item) => tellOverdue(deps, item));
  const actions = (await sanctionsOver(deps.db)).map(placeOf);
  await eachByItself(deps.log, actions, (action) => end(deps, action));
  await forgetRemoved(deps);
}

type Place = Pick<ItemRow, "communityId" | "id" | "subjectKind" | "subjectId">;

/** What it is and what it is about, by ids alone. */
const placeOf = ({ communityId, id, subjectKind, subjectId }: ItemRow | ActionRow): Place => {
  return { communityId, id, subjectKind, subjectId };
};

const subjectOf = ({ subjectKind: kind, subjectId: id }: Place) => ({ kind, id });

/** Nobody decided in time: nothing was proved against it, so it is read again. */
async function lapse(deps: Deps, { communityId, id: itemId, ...row }: Place): Promise<void> {
  const ids = { communityId, itemId };
  await deps.transact(async (tx) => {
    await lockSubject(tx.db, { kind: row.subjectKind, id: row.subjectId });
    const item = await findItem(tx.db, ids);
    if (item?.status !== "open" || item.deadlineAt > deps.clock()) return;
    if (item.severity === "illegal" || item.work === "approval") return;
    await letGo(deps, tx, item);
  });
}

/** Ends an item without a decision: what waited for one is shown. */
export async function letGo(deps: Deps, tx: Tx, item: ItemRow): Promise<void> {
  const { communityId, id: itemId } = item;
  const state = await contentStateOf(tx.db, communityId, subjectOf(item));
  const hold = state && (await findAction(tx.db, { communityId, actionId: state.actionId }));
  if (hold?.kind === "hold") await release(deps, tx, hold);
  const closedAt = deps.clock();
  const lapsed = await changeItem(tx.db, item, { status: "lapsed", closedAt });
  await tellFlaggers(tx, await endFlags(tx.db, { communityId, itemId }, { outcome: "lapsed" }));
  await settleItem(tx, lapsed);
  await tellQueue(tx, lapsed);
}

/** What the clock does not show waits on; so owners hear that nobody has decided. */
async function tellOverdue(deps: Deps, { communityId, id: itemId, ...row }: Place) {
  await deps.transact(async (tx) => {
    await lockSubject(tx.db, { kind: row.subjectKind, id: row.subjectId });
    const item = await findItem(tx.db, { communityId, itemId });
    if (item?.status !== "open" || item.overdueToldAt !== null) return;
    const told = await changeItem(tx.db, item, { overdueToldAt: deps.clock() });
    await tellOwners(tx, told);
    await tellQueue(tx, told);
  });
}

async function end(deps: Deps, { communityId, id: actionId, ...row }: Place): Promise<void> {
  await deps.transact(async (tx) => {
    await lockSubject(tx.db, { kind: row.subjectKind, id: row.subjectId });
    const action = await findAction(tx.db, { communityId, actionId });
    if (action?.state === "in-force") await expire(deps, tx, action);
  });
}
