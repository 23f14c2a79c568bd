import { useDebate } from "../debates/public.ts";
import { useAccount } from "../lib/session.ts";

/** Whether the debate leaves out what this reader answers: that of visitors, where its moderators said so. */
export function useIsLeftOut(): boolean {
  const { debate } = useDebate();
  const account = useAccount();
  return account === null && !debate.countsVisitors;
}
