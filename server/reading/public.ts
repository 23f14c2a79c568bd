import { notify } from "../notifications/public.ts";
import type { Tx } from "../platform/transact.ts";
import { followersOf } from "./follower-store.ts";

interface News {
  readonly communityId: string;
  readonly debateId: string;
  readonly kind: string;
  readonly link: string;
  readonly data: Record<string, string>;
  /** Participants who know already, or are told in other words. */
  readonly besides: readonly string[];
  /** Who did it, unless it was done in an office: whoever blocked that one is not told. */
  readonly unlessBlocked?: string | undefined;
}

/** Tells those who follow a debate, in the transaction of the change. */
export async function notifyFollowers(
  tx: Tx,
  { communityId, debateId, besides, ...message }: News,
): Promise<void> {
  const accountIds = await followersOf(tx.db, { communityId, debateId, besides });
  await notify(tx, { ...message, communityId, accountIds });
}
