import type { markStatement as contract } from "#shared/contract/statement-care.ts";
import { phasesToRespond, statementMarked } from "#shared/contract/statements.ts";
import { checkStatementCarer, readableDebate } from "../debates/public.ts";
import type { Deps } from "../deps.ts";
import type { Call } from "../platform/mount.ts";
import { askForMap } from "../platform/opinion-maps.ts";
import { Refusal } from "../platform/problem.ts";
import { readOne } from "./add-statement.ts";
import { holdSetting, lockStatement, updateStatement } from "./store.ts";
import { viewFor } from "./view.ts";

/** Says that a statement begins the conversation, or is about it; what is about it leaves the analysis, and comes back. */
export async function markStatement(deps: Deps, call: Call<typeof contract>) {
  const { standing, params, body, once } = call;
  const debate = await readableDebate(deps, standing, params);
  checkStatementCarer(standing, debate);
  return deps.transact(async (tx) => {
    const setting = await holdSetting(tx.db, params);
    const statement = await lockStatement(tx.db, params);
    if (!setting || !statement) throw new Refusal("not-found");
    if (statement.withdrawnAt !== null) throw new Refusal("withdrawn");
    if (!phasesToRespond.includes(setting.phase)) throw new Refusal("phase-forbids");
    if (statement.isSeed !== body.isSeed || statement.isMeta !== body.isMeta) {
      await updateStatement(tx.db, params, body);
      await tx.record(statementMarked, { ...params, ...body });
      if (statement.isMeta !== body.isMeta) await askForMap(tx, params);
    }
    return viewFor(standing, setting)(await readOne(tx.db, params, standing.participantId));
  }, once);
}
