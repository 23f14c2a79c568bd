import { useMutation } from "@tanstack/react-query";
import { ApiError } from "./api.ts";

interface Saving {
  readonly send: () => Promise<unknown>;
  /** Reads anew what was changed. */
  readonly refresh: () => Promise<unknown>;
  readonly onDone: () => void;
}

/** Sends an edit; before it is done, or where somebody was quicker, what stands now is read. */
export function useSaving({ send, refresh, onDone }: Saving) {
  return useMutation({
    mutationFn: send,
    onSuccess: async () => {
      await refresh();
      onDone();
    },
    onError: (error) => {
      if (error instanceof ApiError && error.code === "stale-version") void refresh();
    },
  });
}
