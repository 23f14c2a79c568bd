import { accountsOf, notify } from "../notifications/public.ts";
import type { Tx } from "../platform/transact.ts";
import { followersOf } from "./follower-store.ts";

interface News {
  readonly communityId: string;
  /** Null where it comes from none: those are told then who follow the matter itself. */
  readonly debateId: string | null;
  readonly kind: string;
  readonly link: string;
  readonly data: Record<string, string>;
  /** Participants who know already, or are told in other words. */
  readonly besides: readonly string[];
  /** Participants who follow what this is about, whatever they chose of the debate. */
  readonly also?: readonly string[];
  /** Who did it, unless it was done in an office: whoever blocked that one is not told. */
  readonly unlessBlocked?: string | undefined;
}

/** Tells those who follow a debate, in the transaction of the change. */
export async function notifyFollowers(
  tx: Tx,
  { communityId, debateId, besides, also = [], ...message }: News,
): Promise<void> {
  const ofDebate =
    debateId === null ? [] : await followersOf(tx.db, { communityId, debateId, besides });
  const others = also.filter((id) => !besides.includes(id));
  const ofMatter = others.length === 0 ? [] : await accountsOf(tx.db, communityId, others);
  await notify(tx, { ...message, communityId, accountIds: [...ofDebate, ...ofMatter] });
}
