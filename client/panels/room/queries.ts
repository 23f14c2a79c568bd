import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { type PanelRoom, readPanelRoom } from "#shared/contract/panel-room.ts";
import { call } from "../../lib/api.ts";
import { type PanelIds, refreshPanels } from "../queries.ts";

export const roomQuery = (params: PanelIds) =>
  queryOptions({
    queryKey: ["panels", params.communityId, params.panelId, "room"],
    queryFn: ({ signal }) => call(readPanelRoom, { params, signal }),
  });

/** Sends something in a panel's room; what is answered is shown at once. */
export function useRoomAct<T = void>(
  ids: PanelIds,
  send: (what: T) => Promise<PanelRoom | undefined>,
) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSuccess: (now) => {
      if (now) cache.setQueryData(roomQuery(ids).queryKey, now);
    },
    onSettled: () => refreshPanels(cache, ids.communityId),
  });
}
