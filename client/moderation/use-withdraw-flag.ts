import { useMutation, useQueryClient } from "@tanstack/react-query";
import { withdrawFlag } from "#shared/contract/flags.ts";
import { call } from "../lib/api.ts";
import { moderationKey } from "./queries.ts";

/** Takes a flag of the reader's back. */
export function useWithdrawFlag(communityId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (flagId: string) => call(withdrawFlag, { params: { communityId, flagId } }),
    onSettled: () => queries.invalidateQueries({ queryKey: moderationKey(communityId) }),
  });
}
