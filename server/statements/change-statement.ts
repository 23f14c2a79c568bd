import {
  type editStatement as editContract,
  statementChanged,
  statementWithdrawn,
  type withdrawStatement as withdrawContract,
} from "#shared/contract/statements.ts";
import type { Deps } from "../deps.ts";
import { enterWithdrawal, readableDebate } from "../debates/public.ts";
import type { MemberStanding } from "../platform/actor.ts";
import type { Call } from "../platform/mount.ts";
import { Refusal } from "../platform/problem.ts";
import { askForMap } from "../platform/opinion-maps.ts";
import type { Tx } from "../platform/transact.ts";
import { explainDuplicate, readOne, refuseDuplicate } from "./add-statement.ts";
import { type Setting, takesStatements } from "./policy.ts";
import {
  hasResponsesOfOthers,
  hasText,
  holdSetting,
  lockStatement,
  type StatementIds,
  type StatementRow,
  updateStatement,
} from "./store.ts";
import { viewFor } from "./view.ts";

/** The author's own statement, held against responses until the transaction ends; nobody else has responded. */
async function lockOwn(
  { db }: Tx,
  ids: StatementIds,
  standing: MemberStanding,
): Promise<{ statement: StatementRow; setting: Setting }> {
  const setting = await holdSetting(db, ids);
  const statement = await lockStatement(db, ids);
  if (!setting || !statement) throw new Refusal("not-found");
  if (statement.authorId !== standing.participantId) {
    throw new Refusal(statement.status === "shown" ? "not-allowed" : "not-found");
  }
  if (statement.withdrawnAt !== null) throw new Refusal("withdrawn");
  if (!takesStatements(setting.phase)) throw new Refusal("phase-forbids");
  if (await hasResponsesOfOthers(db, statement)) throw new Refusal("has-responses");
  return { statement, setting };
}

/** Changes the words of one's own statement, which nobody else has responded to. */
export async function editStatement(
  deps: Deps,
  { standing, params, body, once }: Call<typeof editContract>,
) {
  await readableDebate(deps, standing, params);
  const saving = deps.transact(async (tx) => {
    const { statement, setting } = await lockOwn(tx, params, standing);
    if (statement.version !== body.version) throw new Refusal("stale-version");
    const read = async () =>
      viewFor(standing, setting)(await readOne(tx.db, params, standing.participantId));
    if (statement.text !== body.text) {
      if (await hasText(tx.db, params, body.text)) refuseDuplicate();
      await updateStatement(tx.db, params, { text: body.text });
      const version = statement.version + 1;
      await tx.record(statementChanged, { ...params, text: body.text, version });
      const view = await read();
      const { debateId, statementId: id } = params;
      const subject = { kind: "statement" as const, id };
      const moderation = await deps.screen(tx, { standing, debateId, subject, isEdit: true });
      return moderation ? { ...view, moderation } : view;
    }
    return read();
  }, once);
  return saving.catch(explainDuplicate);
}

/** Takes one's own statement back, which nobody else has responded to. */
export async function withdrawStatement(
  deps: Deps,
  { standing, params }: Call<typeof withdrawContract>,
) {
  const debate = await readableDebate(deps, standing, params);
  return deps.transact(async (tx) => {
    await lockOwn(tx, params, standing);
    await updateStatement(tx.db, params, { withdrawnAt: deps.clock() });
    await enterWithdrawal(tx, { debate, standing, what: "statement", id: params.statementId });
    await tx.record(statementWithdrawn, params);
    await askForMap(tx, params);
    return undefined;
  });
}
