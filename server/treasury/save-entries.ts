import { type EntryKind, treasuryLimits } from "#shared/contract/treasury.ts";
import type { Deps } from "../deps.ts";
import type { MemberStanding } from "../platform/actor.ts";
import { because, Refusal } from "../platform/problem.ts";
import type { Tx } from "../platform/transact.ts";
import { databaseNow } from "../platform/now-store.ts";
import { countEntries, lockTreasury, saveEntries } from "./store.ts";
import { askToConfirm, tell } from "./tell.ts";

/** What is entered, by hand, by a table, or to take another entry back. */
export interface NewEntry {
  readonly kind: EntryKind;
  readonly amount: number;
  readonly currency: string;
  readonly day: string;
  readonly party: string;
  readonly what: string;
  readonly lineId: string | null;
  readonly commitmentId: string | null;
  readonly documentTitle: string | null;
  readonly documentUrl: string | null;
  readonly documentHash: string | null;
  readonly reversesId: string | null;
}

/** What an entry has besides, where it is a plain one. */
export const plain = {
  commitmentId: null,
  documentTitle: null,
  documentUrl: null,
  documentHash: null,
  reversesId: null,
} as const;

/** Saves what waits for a second person, enters each in the public ledger, and asks those who may confirm; gives their ids. */
export async function enterAll(
  { random }: Pick<Deps, "random">,
  tx: Tx,
  {
    standing,
    entries,
  }: { readonly standing: MemberStanding; readonly entries: readonly NewEntry[] },
): Promise<string[]> {
  const { communityId, participantId: enteredById } = standing;
  await lockTreasury(tx.db, communityId);
  const { entries: most } = treasuryLimits;
  if ((await countEntries(tx.db, communityId)) + entries.length > most) {
    throw new Refusal("not-allowed", because("most-treasury-entries", { most }));
  }
  const createdAt = await databaseNow(tx.db);
  const rows = entries.map((entry) => {
    return { ...entry, communityId, id: random.id(), enteredById, createdAt };
  });
  await saveEntries(tx.db, rows);
  for (const { id, party, what, documentTitle, documentUrl, ...row } of rows) {
    const { kind, amount, currency, day, lineId, commitmentId, documentHash, reversesId } = row;
    await tx.act({
      communityId,
      kind: "treasury.entered",
      actor: enteredById,
      subject: id,
      payload: {
        kind,
        amount,
        currency,
        day,
        line: lineId,
        commitment: commitmentId,
        document: documentHash,
        reverses: reversesId,
      },
      words: { party, what, title: documentTitle ?? "", url: documentUrl ?? "" },
    });
  }
  await askToConfirm(tx, { communityId, enteredById });
  await tell(tx, communityId);
  return rows.map(({ id }) => id);
}
