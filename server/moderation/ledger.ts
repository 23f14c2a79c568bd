import { actionTaken } from "#shared/contract/moderation.ts";
import type { Tx } from "../platform/transact.ts";
import type { ActionRow } from "./store.ts";

/** Enters in the public record what was done, by ids alone: reasons are for whom they concern. */
export async function enter(
  tx: Tx,
  action: ActionRow,
  { what, actor }: { readonly what: string; readonly actor: string | null },
): Promise<void> {
  const { communityId, id, subjectKind, subjectId, ruleNumber, ruleVersion, role, until } = action;
  const rule = ruleNumber === null ? null : { number: ruleNumber, version: ruleVersion };
  await tx.act({
    communityId,
    kind: `moderation.${what}`,
    actor,
    subject: subjectId,
    payload: { action: id, subject: subjectKind, rule, role, until: until?.toISOString() ?? null },
  });
  await tx.record(actionTaken, { communityId, actionId: id });
}
