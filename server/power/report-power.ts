import { z } from "zod";
import { mostReported } from "#shared/contract/power.ts";
import type { DecisionIds } from "../decisions/public.ts";
import type { Deps } from "../deps.ts";
import { findClosed, keepReport, unreported } from "./store.ts";
import { workOut } from "./work-out.ts";

/** What the job that works out a report is given. */
export const ReportPower = z.object({ communityId: z.uuid(), decisionId: z.uuid() });

/** Works out who had the power in a decision that has closed; anew where its result was settled since. */
export async function reportPower({ db, transact }: Deps, ids: DecisionIds): Promise<void> {
  const decision = await findClosed(db, ids);
  if (!decision || (decision.electorateSize ?? 0) > mostReported) return;
  const report = await workOut(db, decision);
  await transact((tx) => keepReport(tx.db, ids, report));
}

/** Works out what is missing, a few at a time: decisions that closed before there were reports, or whose job was lost. */
export async function reportMissing(deps: Deps): Promise<void> {
  for (const ids of await unreported(deps.db, { electors: mostReported, most: 20 }))
    await reportPower(deps, ids);
}
