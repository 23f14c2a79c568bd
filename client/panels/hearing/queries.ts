import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { type Hearing, readHearing } from "#shared/contract/panel-hearing.ts";
import { call } from "../../lib/api.ts";

/** Most experts are in no room of the community, so what is new is looked for; that something was asked, a notice tells. */
const quarterMinute = 15_000;

export const hearingQuery = (hearingId: string) =>
  queryOptions({
    queryKey: ["hearing", hearingId],
    queryFn: ({ signal }) => call(readHearing, { params: { hearingId }, signal }),
    refetchInterval: quarterMinute,
  });

/** Sends something in a hearing; what is answered is shown at once. */
export function useHearingAct(send: () => Promise<Hearing>, onDone?: () => void) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSuccess: (now) => {
      cache.setQueryData(hearingQuery(now.id).queryKey, now);
      onDone?.();
    },
  });
}
