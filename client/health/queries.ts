import { queryOptions, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { communityRoom } from "#shared/contract/event.ts";
import { readHealth } from "#shared/contract/health.ts";
import { ledgerSigned } from "#shared/contract/ledger.ts";
import { call } from "../lib/api.ts";
import { on } from "../lib/realtime.ts";
import { useRoom } from "../lib/use-room.ts";

const minute = 60_000;
/** Much happens at once in a lively community, and the figures of years are worked out anew each time. */
const restMs = 5_000;

const keyOf = (communityId: string) => ["health", communityId] as const;

/** How a community fares. What people write enters no public record as it is written: that is looked for now and then. */
export const healthQuery = (communityId: string) =>
  queryOptions({
    queryKey: keyOf(communityId),
    queryFn: ({ signal }) => call(readHealth, { params: { communityId }, signal }),
    refetchInterval: minute,
  });

/** Reads it again once something has entered the public record: a decision, a ruling, a promise. */
export function useLiveHealth(communityId: string): void {
  const cache = useQueryClient();
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(waiting.current), []);
  const soon = () => {
    waiting.current ??= setTimeout(() => {
      waiting.current = undefined;
      void cache.invalidateQueries({ queryKey: keyOf(communityId) });
    }, restMs);
  };
  useRoom(communityRoom({ communityId }), [on(ledgerSigned, soon)], {
    keeps: [keyOf(communityId)],
  });
}
