import {
  mostReported,
  PowerReportView,
  type readPower as contract,
} from "#shared/contract/power.ts";
import type { PowerReport } from "#shared/power-report/report.ts";
import { type DecisionRow, readableDecision } from "../decisions/public.ts";
import type { Deps } from "../deps.ts";
import type { Call } from "../platform/mount.ts";
import { namesOf } from "../platform/names-store.ts";
import { because, Refusal } from "../platform/problem.ts";
import type { LiveReports } from "./live-reports.ts";
import { mayReadPower } from "./policy.ts";
import { findReport } from "./store.ts";
import { quickReport } from "./work-out.ts";

/** Who had the power: as kept, as it stands now, or not yet where it takes long and is being worked out. */
export async function readPower(
  deps: Deps,
  live: LiveReports,
  { standing, params }: Call<typeof contract>,
) {
  const decision = await readableDecision(deps, standing, params.decisionId);
  if (!mayReadPower(decision)) throw new Refusal("not-allowed", because("results-not-live"));
  refuseTooMany(decision);
  const isFinal = decision.status === "closed";
  const report = isFinal ? await finalReport(deps, decision) : await live.report(decision);
  return {
    report: report && PowerReportView.parse(report),
    isFinal,
    electors: decision.electorateSize ?? 0,
    people: [
      ...(await namesOf(deps.db, params.communityId, report ? peopleIn(report) : [])).values(),
    ],
  };
}

/** So many could not be looked at without others waiting. */
export function refuseTooMany({ electorateSize }: DecisionRow): void {
  if ((electorateSize ?? 0) <= mostReported) return;
  throw new Refusal("not-allowed", because("too-many-for-report", { most: mostReported }));
}

async function finalReport({ db }: Deps, decision: DecisionRow): Promise<PowerReport | null> {
  const ids = { communityId: decision.communityId, decisionId: decision.id };
  return (await findReport(db, ids)) ?? (await quickReport(db, decision));
}

function peopleIn({ indices, delegation, warnings }: PowerReport): string[] {
  const { delegates = [], overCap = [] } = delegation ?? {};
  const named = [...(indices?.top ?? []), ...delegates, ...overCap].map(({ id }) => id);
  return [...new Set([...named, ...warnings.flatMap(({ people }) => people)])];
}
