import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { markDebateRead } from "#shared/contract/reading.ts";
import { useDebate } from "../debates/public.ts";
import { call } from "../lib/api.ts";
import type { DebateIds } from "../lib/use-debate-ids.ts";
import { newClaimsQuery } from "./queries.ts";
import { useReading } from "./use-reading.ts";

/** After so long what is shown counts as read; whoever leaves sooner, but not at once, has read it too. */
const readingMs = 6_000;
const glanceMs = 2_000;

async function mark(queries: QueryClient, ids: DebateIds, upTo: string): Promise<void> {
  try {
    await call(markDebateRead, { params: ids, body: { upTo }, keepalive: true });
    const { queryKey } = newClaimsQuery(ids.communityId);
    await queries.invalidateQueries({ queryKey });
  } catch {
    // Nothing is lost but a mark: the next visit sets it.
  }
}

/** Notes on the server that everything up to a moment was shown to the reader. */
export function useReadMarker(newest: string): void {
  const queries = useQueryClient();
  const { ids } = useDebate();
  const known = useReading();
  const sent = useRef("");
  const isNews = known !== undefined && newest > (known.readUpTo ?? "");
  useEffect(() => {
    if (!isNews || newest <= sent.current) return undefined;
    const began = performance.now();
    const send = () => {
      if (newest <= sent.current) return;
      sent.current = newest;
      void mark(queries, ids, newest);
    };
    const leave = () => performance.now() - began > glanceMs && send();
    const look = () => document.visibilityState === "hidden" && leave();
    const timer = setTimeout(() => document.visibilityState === "visible" && send(), readingMs);
    document.addEventListener("visibilitychange", look);
    return () => {
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", look);
      leave();
    };
  }, [queries, ids, newest, isNews]);
}
