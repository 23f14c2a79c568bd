import {
  type claimModerationItem as claimContract,
  moderationLimits,
  type releaseModerationItem as releaseContract,
} from "#shared/contract/moderation.ts";
import type { Deps } from "../deps.ts";
import type { MemberStanding } from "../platform/actor.ts";
import type { Call } from "../platform/mount.ts";
import { Refusal } from "../platform/problem.ts";
import type { Tx } from "../platform/transact.ts";
import { changeItem, findItem, type ItemRow } from "./item-store.ts";
import { refuseOwnCase } from "./own-case.ts";
import { isTakenFrom } from "./policy.ts";
import { itemFor } from "./queue.ts";
import { lockSubject } from "./store.ts";
import { tellQueue } from "./tell.ts";
import { viewItems } from "./view-items.ts";

const minute = 60_000;

/** Takes an item, so that nobody else works at it meanwhile; taken again, the time begins anew. */
export async function claimItem(deps: Deps, call: Call<typeof claimContract>) {
  const { standing, body, once } = call;
  return deps.transact(async (tx) => {
    const item = await held(tx, call);
    if (item.status !== "open") throw new Refusal("changed-since");
    const now = deps.clock();
    if (isTakenFrom(standing, item, now)) throw new Refusal("claimed-by-another");
    if (item.version !== body.version) throw new Refusal("stale-version");
    const taken = await changeItem(tx.db, item, {
      claimedById: standing.participantId,
      claimedUntil: new Date(now.getTime() + moderationLimits.claimMinutes * minute),
    });
    return told(deps, tx, { standing, item: taken });
  }, once);
}

/** Leaves an item to others. What others have taken stays theirs. */
export async function releaseItem(deps: Deps, call: Call<typeof releaseContract>) {
  const { standing, once } = call;
  return deps.transact(async (tx) => {
    const item = await held(tx, call);
    if (isTakenFrom(standing, item, deps.clock())) throw new Refusal("claimed-by-another");
    if (item.claimedById === null) return told(deps, tx, { standing, item });
    const left = await changeItem(tx.db, item, { claimedById: null, claimedUntil: null });
    return told(deps, tx, { standing, item: left });
  }, once);
}

type Held = Pick<Call<typeof releaseContract>, "standing" | "params">;

/** The item, kept from others' decisions until the transaction ends. */
async function held(tx: Tx, { standing, params }: Held): Promise<ItemRow> {
  const { item, own } = await itemFor(tx.db, standing, params);
  refuseOwnCase(own);
  await lockSubject(tx.db, { kind: item.subjectKind, id: item.subjectId });
  return (await findItem(tx.db, params)) ?? item;
}

async function told(
  { clock }: Deps,
  tx: Tx,
  { standing, item }: { readonly standing: MemberStanding; readonly item: ItemRow },
) {
  await tellQueue(tx, item);
  const [view] = await viewItems(tx.db, { standing, now: clock(), rows: [item] });
  if (!view) throw new Error("one row gives one view");
  return view;
}
