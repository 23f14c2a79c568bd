import { useQueryClient } from "@tanstack/react-query";
import { accountRoom, communityRoom } from "#shared/contract/event.ts";
import { useAccount } from "../lib/session.ts";
import { useRoom } from "../lib/use-room.ts";
import { disputeNews, disputesKey } from "./queries.ts";

/** Keeps the cases of a community live: what everybody may know, and what this reader alone is told. */
export function useDisputesLive(communityId: string): void {
  const queries = useQueryClient();
  const account = useAccount();
  const keeps = [disputesKey(communityId)];
  const { inCommunity, toAccount } = disputeNews(queries, communityId);
  useRoom(communityRoom({ communityId }), inCommunity, { keeps });
  useRoom(account ? accountRoom({ accountId: account.id }) : null, toAccount, { keeps });
}
