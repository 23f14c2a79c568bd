import { uuidv7 } from "uuidv7";
import { noticeAdded, noticesRead } from "#shared/contract/notifications.ts";
import { withoutBlockers } from "../blocks/public.ts";
import type { Tx } from "../platform/transact.ts";
import { accountsOf, saveNotices, settle, withoutMuters, withoutTold } from "./store.ts";

export { accountsOf, forgetNamesInNotices, forgetPeopleInNotices } from "./store.ts";

interface Message {
  /** Null for what belongs to no community, or must be readable after leaving it. */
  readonly communityId: string | null;
  /** `<feature>.<what>`; the client's texts of that feature say it in words under `notices.<what>`. */
  readonly kind: string;
  /** Path of the page where it can be dealt with. */
  readonly link: string;
  /** Fills in the words; never more than the receivers may see. */
  readonly data?: Record<string, string>;
  /** What it is about, for `settleNotices`. */
  readonly subject?: string;
  /**
   * The debate that it is about: whoever muted that one is not told. Left out of what needs people
   * whether they muted it or not, such as a ballot.
   */
  readonly unlessMuted?: string;
  /**
   * The participant who does this: whoever blocked that one is not told. Left out of what is done in an
   * office, such as a removal or a ruling, which reaches everybody.
   */
  readonly unlessBlocked?: string | undefined;
  /**
   * Whoever has not read the very same yet is not told it again: what can be done, undone and done anew
   * would otherwise be a way to fill somebody's list.
   */
  readonly unlessTold?: true;
}

/** What a notice says of somebody by name, with the id by which the name is found once they are gone. */
export const saysOf = ({ name, id }: { readonly name: string; readonly id: string }) => ({
  name,
  person: id,
});

/** As much of a text as a notice has room for. By whole characters: half of one is no text. */
export const beginningOf = (text: string): string => Array.from(text).slice(0, 120).join("");

/** Accounts, or participants of the message's community, of whom active members are told. */
type Receivers =
  | { readonly accountIds: readonly string[] }
  | { readonly communityId: string; readonly participantIds: readonly string[] };

const atOnce = 1_000;

/** Tells people, in the transaction of the change, that something needs their attention. */
export async function notify(tx: Tx, message: Message & Receivers): Promise<void> {
  const { communityId, kind, link, data = {}, subject = null } = message;
  const accountIds = await receiversOf(tx, message);
  for (let from = 0; from < accountIds.length; from += atOnce) {
    const rows = accountIds.slice(from, from + atOnce).map((accountId) => {
      const id = uuidv7();
      return { accountId, id, communityId, kind, link, data, subject };
    });
    await saveNotices(tx.db, rows);
    await tx.recordAll(
      noticeAdded,
      rows.map(({ accountId, id }) => ({ accountId, id, kind })),
    );
  }
}

async function receiversOf(tx: Tx, message: Message & Receivers): Promise<string[]> {
  const listening = await listeners(tx, message);
  if (!message.unlessTold || listening.length === 0) return listening;
  return withoutTold(tx.db, message, listening);
}

async function listeners({ db }: Tx, message: Message & Receivers): Promise<string[]> {
  const { communityId, unlessMuted: debateId, unlessBlocked: participantId } = message;
  const named = await namedBy(db, message);
  if (communityId === null || named.length === 0) return named;
  const listening =
    debateId === undefined ? named : await withoutMuters(db, { communityId, debateId }, named);
  if (participantId === undefined || listening.length === 0) return listening;
  return withoutBlockers(db, { communityId, participantId }, listening);
}

async function namedBy(db: Tx["db"], message: Receivers): Promise<string[]> {
  if ("accountIds" in message) return [...new Set(message.accountIds)];
  const { communityId, participantIds } = message;
  return participantIds.length === 0 ? [] : accountsOf(db, communityId, participantIds);
}

/** Marks the notices about a subject as read for everybody, once it needs nobody any more. */
export async function settleNotices(
  tx: Tx,
  { communityId, subject }: { readonly communityId: string; readonly subject: string },
): Promise<void> {
  const accountIds = await settle(tx.db, communityId, subject);
  await tx.recordAll(
    noticesRead,
    accountIds.map((accountId) => ({ accountId })),
  );
}
