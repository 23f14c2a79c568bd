import type * as contract from "#shared/contract/treasury.ts";
import type { Deps } from "../deps.ts";
import type { Call } from "../platform/mount.ts";
import { because, Refusal } from "../platform/problem.ts";
import type { Tx } from "../platform/transact.ts";
import { isOwn } from "./policy.ts";
import { databaseNow } from "../platform/now-store.ts";
import { type EntryRow, findListed, lockEntries, settleEntries } from "./store.ts";
import { settleAsked, tell } from "./tell.ts";
import { entryView } from "./view.ts";

/** Confirms what somebody else entered: from now on it counts. All of them or none. */
export async function confirmEntries(
  { transact }: Deps,
  { standing, body, once }: Call<typeof contract.confirmTreasuryEntries>,
) {
  const { communityId, participantId } = standing;
  const entryIds = [...new Set(body.entryIds)];
  return transact(async (tx) => {
    const entries = await waiting(tx, communityId, entryIds);
    if (entries.some((entry) => isOwn(standing, entry))) {
      throw new Refusal("own-case", because("treasury-second-person"));
    }
    await settle(tx, entries, { settledAs: "confirmed", settledById: participantId, reason: "" });
    return { confirmed: entries.length };
  }, once);
}

/** Refuses what waits, or withdraws one's own. */
export async function refuseEntry(
  { transact }: Deps,
  { standing, params, body, once }: Call<typeof contract.refuseTreasuryEntry>,
) {
  const { communityId, participantId } = standing;
  return transact(async (tx) => {
    const entries = await waiting(tx, communityId, [params.entryId]);
    const { reason } = body;
    await settle(tx, entries, { settledAs: "refused", settledById: participantId, reason });
    const listed = await findListed(tx.db, params);
    if (!listed) throw new Error("what was refused is there");
    return entryView(listed, standing);
  }, once);
}

/** Entries that wait, held until the transaction ends; refused where one of them is not there or waits no more. */
async function waiting(tx: Tx, communityId: string, entryIds: readonly string[]) {
  const entries = await lockEntries(tx.db, communityId, entryIds);
  if (entries.length < entryIds.length) throw new Refusal("not-found");
  if (entries.some(({ settledAs }) => settledAs !== null)) {
    throw new Refusal("treasury-forbids", because("treasury-settled"));
  }
  return entries;
}

interface Settling {
  readonly settledAs: "confirmed" | "refused";
  readonly settledById: string;
  readonly reason: string;
}

async function settle(tx: Tx, entries: readonly EntryRow[], settling: Settling): Promise<void> {
  const communityId = entries[0]?.communityId ?? "";
  const entryIds = entries.map(({ id }) => id);
  const settledAt = await databaseNow(tx.db);
  await settleEntries(tx.db, { communityId, entryIds }, { ...settling, settledAt });
  const { settledAs, settledById: actor, reason } = settling;
  for (const subject of entryIds) {
    const act = {
      communityId,
      kind: `treasury.${settledAs}`,
      actor,
      subject,
      payload: {},
    } as const;
    await tx.act(settledAs === "refused" ? { ...act, words: { reason } } : act);
  }
  await settleAsked(tx, communityId);
  await tell(tx, communityId);
}
