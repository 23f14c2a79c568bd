import {
  type addStatement as contract,
  mostProposed,
  statementAdded,
} from "#shared/contract/statements.ts";
import type { Deps } from "../deps.ts";
import { checkStatementCarer, readableDebate, touchDebate } from "../debates/public.ts";
import type { Call } from "../platform/mount.ts";
import { because, Refusal, refuseField, sqlState } from "../platform/problem.ts";
import { takesStatements } from "./policy.ts";
import { hasText, holdSetting, insertStatement, isFull, readSome } from "./store.ts";
import { factsOf, viewFor } from "./view.ts";

/** Proposes a statement. While the question is framed and argued; the same text once in a debate. */
export async function addStatement(deps: Deps, call: Call<typeof contract>) {
  const { standing, params, body } = call;
  const debate = await readableDebate(deps, standing, params);
  const { isSeed, isMeta } = body;
  if (isSeed || isMeta) checkStatementCarer(standing, debate);
  const id = deps.random.id();
  const saving = deps.transact(async (tx) => {
    const setting = (await holdSetting(tx.db, params)) ?? debate;
    if (!takesStatements(setting.phase)) throw new Refusal("phase-forbids");
    if (await isFull(tx.db, params)) {
      throw new Refusal("debate-full", because("most-statements", { most: mostProposed }));
    }
    if (await hasText(tx.db, params, body.text)) refuseDuplicate();
    await insertStatement(tx.db, {
      ...params,
      id,
      text: body.text,
      language: body.language ?? debate.language,
      authorId: standing.participantId,
      isSeed,
      isMeta,
      createdAt: deps.clock(),
    });
    await touchDebate(tx.db, params);
    const row = await readOne(tx.db, { ...params, statementId: id }, standing.participantId);
    await tx.record(statementAdded, factsOf(row));
    const view = viewFor(standing, setting)(row);
    const { debateId } = params;
    const subject = { kind: "statement" as const, id };
    const moderation = await deps.screen(tx, { standing, debateId, subject });
    return moderation ? { ...view, moderation } : view;
  }, call.once);
  return saving.catch(explainDuplicate);
}

/** One statement that is there; a refusal where it is not. */
export async function readOne(
  db: Deps["db"],
  ids: { communityId: string; debateId: string; statementId: string },
  readerId: string | null,
) {
  const [row] = await readSome(db, ids, { readerId, statementIds: [ids.statementId] });
  if (row === undefined) throw new Refusal("not-found");
  return row;
}

/** Two people may write the same at the same time; the table then refuses the second. */
export function explainDuplicate(error: unknown): never {
  if (sqlState(error) === "23505") refuseDuplicate();
  throw error;
}

export function refuseDuplicate(): never {
  refuseField("duplicate-text", "text", because("statement-stands-here"));
}
