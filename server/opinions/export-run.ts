import type { exportOpinionRun as contract } from "#shared/contract/opinions.ts";
import { readableDebate } from "../debates/public.ts";
import type { Deps } from "../deps.ts";
import { Download, inLargerPieces } from "../platform/download.ts";
import type { Call } from "../platform/mount.ts";
import { because, Refusal } from "../platform/problem.ts";
import { hasOpenCounts } from "../statements/public.ts";
import { exportApart, piecesOf } from "./export-apart.ts";
import { runsOn } from "./runs.ts";
import { recordOf } from "./store.ts";

/** A run of so few responses is written in less time than a thread takes to begin. */
const quicklyWritten = 2_000;

/** A run with what it was made of; as with all responses, once they are open to everybody. */
export async function exportOpinionRun(
  deps: Deps,
  { standing, params }: Call<typeof contract>,
): Promise<Download> {
  const { phase, question } = await readableDebate(deps, standing, params);
  if (!hasOpenCounts(phase)) throw new Refusal("phase-forbids", because("responses-later"));
  const run = await runsOn(deps.db).find(params, params.runId);
  if (!run) throw new Refusal("not-found");
  const kind = { ending: "opinions.json", type: "application/json; charset=utf-8" };
  if (run.responses > quicklyWritten) {
    return new Download(question, kind, exportApart(deps.db, params));
  }
  const record = await recordOf(deps.db, params);
  if (!record) throw new Refusal("not-found");
  return new Download(question, kind, inLargerPieces(piecesOf(record)));
}
