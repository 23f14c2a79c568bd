import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { Panel } from "#shared/contract/panels.ts";
import { panelQuery, refreshPanels } from "./queries.ts";

/** Sends something about a panel; what is answered is shown at once. */
export function useAct<T = void>(
  { communityId, id: panelId }: Panel,
  send: (what: T) => Promise<Panel | undefined>,
) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSuccess: (now) => {
      if (now) cache.setQueryData(panelQuery({ communityId, panelId }).queryKey, now);
    },
    onSettled: () => refreshPanels(cache, communityId),
  });
}

export const paramsOf = ({ communityId, id }: Panel) => ({ communityId, panelId: id });
