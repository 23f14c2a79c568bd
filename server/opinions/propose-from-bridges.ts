import type { proposeFromBridges as contract } from "#shared/contract/opinions.ts";
import { proposePosition } from "../debates/public.ts";
import type { Deps } from "../deps.ts";
import type { Call } from "../platform/mount.ts";
import { because, Refusal, refuseField } from "../platform/problem.ts";
import { readOpinionMapRun } from "./read-opinion-map.ts";
import { runsOn } from "./runs.ts";
import { groupsOfRun } from "./store.ts";

/**
 * Proposes a position that says what every group takes the same side on. It is a position like any other, and keeps which
 * statements of which map it was made out of.
 */
export async function proposeFromBridges(deps: Deps, call: Call<typeof contract>) {
  const { title, text, statementIds } = call.body;
  const map = await readOpinionMapRun(deps, call);
  // It may be in memory still though newer ones have thinned it out: nothing cites what is gone.
  if (!(await groupsOfRun(deps.db, call.params))) throw new Refusal("not-found");
  const { runId, computedAt } = map;
  // The map's statements may be written for readers already: their places are in the run itself.
  const run = await runsOn(deps.db).find(call.params, runId);
  const shown = run?.map.statements.map(({ statement }) => run.statementIds[statement]) ?? [];
  const statements = [...new Set(statementIds)].map((statementId, at) => {
    const bridge = map.bridges.find((one) => one.statementId === statementId);
    if (!bridge) refuseField("invalid-request", `statementIds/${at}`, because("no-bridge"));
    return { ...bridge, number: shown.indexOf(statementId) + 1 };
  });
  return proposePosition(deps, call, { title, text, bridges: { runId, computedAt, statements } });
}
