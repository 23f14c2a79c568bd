import { useMutation, useQueryClient } from "@tanstack/react-query";
import { markRead, noticesQuery } from "./queries.ts";

/** Marks notices as read, here and in the bell. */
export function useMarkRead() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: markRead,
    onSuccess: () => cache.invalidateQueries({ queryKey: noticesQuery.queryKey }),
  });
}
