import type {
  Agenda,
  DecisionPower,
  readCommunityPower as contract,
} from "#shared/contract/power.ts";
import type { PowerReport } from "#shared/power-report/report.ts";
import type { Deps } from "../deps.ts";
import type { Call } from "../platform/mount.ts";
import { type Brought, broughtBy, type ClosedRow, closedDecisions } from "./store.ts";

/** So many decisions are drawn, the latest ones. */
const mostDecisions = 200;
const mostSetters = 10;

/** How power was held in a community, decision by decision, and who brought what was decided on. */
export async function readCommunityPower({ db }: Deps, { params }: Call<typeof contract>) {
  const { communityId } = params;
  const rows = await closedDecisions(db, communityId, mostDecisions);
  const { debates, positions, decisions } = await broughtBy(db, communityId);
  return {
    decisions: rows.toReversed().map(powerOf),
    agenda: {
      debates: agendaOf(debates),
      positions: agendaOf(positions),
      decisions: agendaOf(decisions),
    },
  };
}

function powerOf({ report, closedAt, ...decision }: ClosedRow): DecisionPower {
  return {
    ...decision,
    closedAt: (closedAt ?? new Date(0)).toISOString(),
    figures: report && figuresOf(report),
  };
}

function figuresOf(report: PowerReport): DecisionPower["figures"] {
  const { turnout, voters, weightings, delegation, warnings } = report;
  return {
    turnout: turnout.persons,
    gini: voters.gini,
    nakamoto: voters.nakamoto,
    top1: voters.top1,
    differs: weightings.find(({ kind }) => kind === "one-person")?.differs ?? "no",
    largestDelegate: delegation?.delegates[0]?.share ?? 0,
    warnings: [...new Set(warnings.map(({ code }) => code))],
  };
}

function agendaOf(all: readonly Brought[]): Agenda {
  return {
    total: all.reduce((sum, { count }) => sum + count, 0),
    people: all.length,
    top: all.slice(0, mostSetters),
  };
}
