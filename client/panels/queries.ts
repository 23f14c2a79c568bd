import { type QueryClient, queryOptions } from "@tanstack/react-query";
import { listDebates } from "#shared/contract/debates.ts";
import { listLedgerEntries } from "#shared/contract/ledger.ts";
import {
  listPanels,
  listPanelSeats,
  panelChanged,
  panelProgressed,
  readPanel,
  readPanelTranscript,
} from "#shared/contract/panels.ts";
import { call } from "../lib/api.ts";
import { on } from "../lib/realtime.ts";

export interface PanelIds {
  readonly communityId: string;
  readonly panelId: string;
}

const keyOf = (communityId: string) => ["panels", communityId] as const;

export const panelsQuery = (communityId: string) =>
  queryOptions({
    queryKey: [...keyOf(communityId), "list"],
    queryFn: ({ signal }) => call(listPanels, { params: { communityId }, signal }),
  });

export const panelQuery = (params: PanelIds) =>
  queryOptions({
    queryKey: [...keyOf(params.communityId), params.panelId],
    queryFn: ({ signal }) => call(readPanel, { params, signal }),
  });

/** Who was drawn; for owners, and those who were. */
export const seatsQuery = (params: PanelIds) =>
  queryOptions({
    queryKey: [...keyOf(params.communityId), params.panelId, "seats"],
    queryFn: ({ signal }) => call(listPanelSeats, { params, signal }),
  });

export const transcriptQuery = (params: PanelIds) =>
  queryOptions({
    queryKey: [...keyOf(params.communityId), params.panelId, "transcript"],
    queryFn: ({ signal }) => call(readPanelTranscript, { params, signal }),
  });

/** Debates that a panel can be called for. */
export const debatesQuery = (communityId: string) =>
  queryOptions({
    queryKey: [...keyOf(communityId), "debates"],
    queryFn: ({ signal }) =>
      call(listDebates, { params: { communityId }, query: { limit: 100 }, signal }),
  });

/** What the public ledger holds of a panel. */
export const entriesQuery = ({ communityId, panelId }: PanelIds) =>
  queryOptions({
    queryKey: [...keyOf(communityId), panelId, "entries"],
    queryFn: async ({ signal }) => {
      const query = { kind: "panel", subject: `panels/${panelId}` };
      const { items } = await call(listLedgerEntries, { params: { communityId }, query, signal });
      return items.map(({ entry }) => entry);
    },
  });

interface HowFar {
  readonly done: number;
  readonly of: number;
}

/** How far a lottery is, as far as the room has told; nobody can be asked for it. */
export const progressQuery = ({ panelId }: Pick<PanelIds, "panelId">) =>
  queryOptions({
    queryKey: ["panel-progress", panelId],
    queryFn: (): HowFar | null => null,
    staleTime: Number.POSITIVE_INFINITY,
  });

/** Reads again what is shown of a community's panels. */
export const refreshPanels = (cache: QueryClient, communityId: string): Promise<void> =>
  cache.invalidateQueries({ queryKey: keyOf(communityId) });

/** What the community's room tells of its panels. */
export const panelEvents = (cache: QueryClient, communityId: string) => [
  on(panelChanged, () => void refreshPanels(cache, communityId)),
  on(panelProgressed, ({ panelId, done, of }) => {
    const now: HowFar = { done, of };
    cache.setQueryData(progressQuery({ panelId }).queryKey, now);
  }),
];
