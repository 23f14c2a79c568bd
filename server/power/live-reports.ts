import { countToJson, countNamed, countNameless } from "#shared/counting/count-decision.ts";
import type { CountedView } from "#shared/counting/count-decision.ts";
import type { PowerReport } from "#shared/power-report/report.ts";
import { type DecidedCase, decidedCase, type DecisionRow } from "../decisions/public.ts";
import type { Deps } from "../deps.ts";
import { brief } from "../platform/brief.ts";
import { findOpened } from "./store.ts";
import { workOut } from "./work-out.ts";

/** How often what is live is counted anew, however many look and however many vote. */
const forMs = 1_000;

export interface LiveTally {
  readonly ballotCount: number;
  readonly result: CountedView;
}

/** Counts of decisions whose results are live: at most one a second of each, for all who look. */
export interface LiveReports {
  tally(decision: DecisionRow): Promise<LiveTally>;
  report(decision: DecisionRow): Promise<PowerReport>;
}

export function createLiveReports({ db }: Deps): LiveReports {
  const cases = brief(async (key: string) => {
    const [communityId = "", decisionId = ""] = key.split("/");
    const decision = await findOpened(db, { communityId, decisionId });
    if (!decision) throw new Error("a live decision is there");
    return decidedCase(db, decision);
  }, forMs);
  const tallies = brief(async (key: string) => tallyOf(await cases.get(key)), forMs);
  const reports = brief(async (key: string) => workOut(await cases.get(key)), forMs);
  const keyOf = ({ communityId, id }: DecisionRow) => `${communityId}/${id}`;
  return {
    tally: (decision) => tallies.get(keyOf(decision)),
    report: (decision) => reports.get(keyOf(decision)),
  };
}

function tallyOf(decided: DecidedCase): LiveTally {
  const { poll, ballots } = decided;
  const counted =
    decided.kind === "nameless"
      ? countNameless(poll, decided)
      : countNamed(poll, {
          ...decided,
          weights: new Map(decided.electors.map(({ id, weight }) => [id, weight])),
        });
  return { ballotCount: ballots.length, result: countToJson(counted) };
}
