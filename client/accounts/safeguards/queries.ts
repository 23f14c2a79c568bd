import { queryOptions, useQueryClient } from "@tanstack/react-query";
import { readSafeguards } from "#shared/contract/two-steps.ts";
import { call } from "../../lib/api.ts";
import { useRealtime } from "../../lib/use-room.ts";
import { sessionsQuery } from "../queries.ts";

export const safeguardsQuery = queryOptions({
  queryKey: ["safeguards"],
  queryFn: () => call(readSafeguards, {}),
});

/** To be called once the way in has changed: the session goes on under a new id. */
export function useNewSession() {
  const cache = useQueryClient();
  const realtime = useRealtime();
  return async () => {
    realtime.reconnect();
    await cache.invalidateQueries({ queryKey: safeguardsQuery.queryKey });
    await cache.invalidateQueries({ queryKey: sessionsQuery.queryKey });
  };
}
