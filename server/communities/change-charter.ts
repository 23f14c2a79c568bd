import {
  type addRule,
  charterChanged,
  type editRule,
  type retireRule,
} from "#shared/contract/communities.ts";
import type { Deps } from "../deps.ts";
import type { Call } from "../platform/mount.ts";
import { because, Refusal } from "../platform/problem.ts";
import type { Tx } from "../platform/transact.ts";
import { actingIn } from "./acting.ts";
import {
  findRule,
  insertRules,
  nextRuleNumber,
  type RuleRow,
  updateRule,
} from "./community-store.ts";
import { ruleView } from "./views.ts";

const maxRules = 200;

/** Adds a rule under the number after the highest that was ever used. */
export function addCharterRule(
  { transact }: Deps,
  { actor, params, body, once }: Call<typeof addRule>,
) {
  const { communityId } = params;
  return transact(async (tx) => {
    const { me } = await actingIn(tx, { ...params, accountId: actor.accountId, least: "owner" });
    const number = await nextRuleNumber(tx.db, communityId);
    if (number > maxRules) {
      throw new Refusal("not-allowed", because("too-many-rules", { most: maxRules }));
    }
    const [rule] = await insertRules(tx.db, [{ ...body, communityId, number }]);
    if (!rule) throw new Error("a rule that was just added is not there");
    await tell(tx, rule, { kind: "charter.rule-added", actor: me.participantId });
    return ruleView(rule);
  }, once);
}

export function editCharterRule(
  { transact, clock }: Deps,
  { actor, params, body, once }: Call<typeof editRule>,
) {
  const { communityId, number } = params;
  const { version, title, text } = body;
  const { accountId } = actor;
  return transact(async (tx) => {
    const { me } = await actingIn(tx, { communityId, accountId, least: "owner" });
    const before = await findRule(tx.db, communityId, number);
    if (!before) throw new Refusal("not-found");
    if (before.version !== version) throw new Refusal("stale-version");
    const change = { title, text, version: version + 1, updatedAt: clock() };
    const rule = await updateRule(tx.db, before, change);
    if (!rule) throw new Refusal("not-found");
    await tell(tx, rule, { kind: "charter.rule-changed", actor: me.participantId });
    return ruleView(rule);
  }, once);
}

/** Takes a rule out of force. It stays on record, so that what cited it keeps its meaning. */
export async function retireCharterRule(
  { transact, clock }: Deps,
  { actor, params, once }: Call<typeof retireRule>,
): Promise<undefined> {
  const { communityId, number } = params;
  const { accountId } = actor;
  await transact(async (tx) => {
    const { me } = await actingIn(tx, { communityId, accountId, least: "owner" });
    const before = await findRule(tx.db, communityId, number);
    if (!before) throw new Refusal("not-found");
    await updateRule(tx.db, before, { retiredAt: clock() });
    await tell(tx, before, { kind: "charter.rule-retired", actor: me.participantId });
  }, once);
}

async function tell(
  tx: Tx,
  { communityId, number, title, text, version }: RuleRow,
  act: { readonly kind: string; readonly actor: string },
): Promise<void> {
  const payload = { number, title, text, version };
  await tx.act({ ...act, communityId, subject: `charter/${number}`, payload });
  await tx.record(charterChanged, { communityId, number });
}
