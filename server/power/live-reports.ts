import type { PowerReport } from "#shared/power-report/report.ts";
import {
  countRunning,
  type DecisionRow,
  type RunningCount,
  runningVersion,
} from "../decisions/public.ts";
import type { Deps } from "../deps.ts";
import { brief } from "../platform/brief.ts";
import { unhurried } from "../platform/unhurried.ts";
import { findOpened } from "./store.ts";
import { workOut } from "./work-out.ts";

/** How often it is asked whether anything changed, however many look. */
const forMs = 1_000;

export interface LiveTally extends RunningCount {
  /** Votes came in since, which the next count will have. */
  readonly isBehind: boolean;
}

/**
 * Counts of decisions whose results are live, for all who look: at most one a second of each, and one after the other
 * with a rest in between where they take long.
 */
export interface LiveReports {
  tally(decision: DecisionRow): Promise<LiveTally>;
  report(decision: DecisionRow): Promise<PowerReport>;
}

export function createLiveReports(deps: Deps): LiveReports {
  const { db } = deps;
  const opened = async (key: string) => {
    const [communityId = "", decisionId = ""] = key.split("/");
    const decision = await findOpened(db, { communityId, decisionId });
    if (!decision) throw new Error("a live decision is there");
    return decision;
  };
  const versions = brief(async (key: string) => runningVersion(db, await opened(key)), forMs);
  const tallies = unhurried(async (key) => countRunning(deps, await opened(key)));
  const reports = unhurried(async (key) => workOut(db, await opened(key)));
  const keyOf = ({ communityId, id }: DecisionRow) => `${communityId}/${id}`;
  return {
    async tally(decision) {
      const key = keyOf(decision);
      const { value, isBehind } = await tallies.get(key, await versions.get(key));
      return { ...value, isBehind };
    },
    async report(decision) {
      const key = keyOf(decision);
      return (await reports.get(key, await versions.get(key))).value;
    },
  };
}
