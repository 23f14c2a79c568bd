import { queryOptions, type QueryClient } from "@tanstack/react-query";
import { readTally } from "#shared/contract/power.ts";
import { call } from "../lib/api.ts";

interface DecisionIds {
  readonly communityId: string;
  readonly decisionId: string;
}

/** What is counted of a decision while votes come in begins with these, so that it can be read again together. */
export const liveKey = ({ communityId, decisionId }: DecisionIds) =>
  ["live", communityId, decisionId] as const;

/** Many votes are counted a while after they came in. */
const askAgainMs = 5_000;

/** The count as it stands. */
export const tallyQuery = (ids: DecisionIds) =>
  queryOptions({
    queryKey: [...liveKey(ids), "tally"],
    queryFn: ({ signal }) => call(readTally, { params: ids, signal }),
    refetchInterval: ({ state }) => (state.data?.isBehind ? askAgainMs : false),
  });

/** The server counts at most once a second: what is read sooner may not hold the newest vote. */
const soonMs = 1_100;
const waiting = new Map<string, { isAgain: boolean }>();

/**
 * Reads what is shown of a running count again in a moment, however many votes come in until then; and once more where
 * some came in meanwhile: the last of them may have come too late for the first reading.
 */
export function refreshLive(queries: QueryClient, ids: DecisionIds): void {
  const key = liveKey(ids).join(" ");
  const before = waiting.get(key);
  if (before) {
    before.isAgain = true;
    return;
  }
  const reading = { isAgain: false };
  waiting.set(key, reading);
  setTimeout(() => {
    waiting.delete(key);
    void queries.invalidateQueries({ queryKey: liveKey(ids) });
    if (reading.isAgain) refreshLive(queries, ids);
  }, soonMs);
}

const told = new Map<string, number>();

/** Whether a count was not told yet: what was told lately is told again when somebody joins the room. */
export function isNewCount({
  decisionId,
  ballotCount,
}: {
  readonly decisionId: string;
  readonly ballotCount: number;
}): boolean {
  if (told.get(decisionId) === ballotCount) return false;
  told.set(decisionId, ballotCount);
  return true;
}
