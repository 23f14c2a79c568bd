import {
  type addRule,
  charterChanged,
  type CharterVersion,
  type editRule,
  type retireRule,
} from "#shared/contract/communities.ts";
import type { Deps } from "../deps.ts";
import { notify } from "../notifications/public.ts";
import type { Call } from "../platform/mount.ts";
import { because, Refusal, refuseField } from "../platform/problem.ts";
import type { Tx } from "../platform/transact.ts";
import { type Acting, actingIn } from "./acting.ts";
import { announceJob } from "./announce-charter.ts";
import { insertVersion, newestVersion, nextRuleNumber, type RuleRow } from "./charter-store.ts";
import { allActive } from "./member-store.ts";
import { versionView } from "./views.ts";

const maxRules = 200;

/** Adds a rule under the number after the highest that was ever used. */
export function addCharterRule(
  { transact, clock }: Deps,
  { actor, params, body, once }: Call<typeof addRule>,
) {
  const { communityId } = params;
  const effectiveAt = toCome(body, clock());
  return transact(async (tx) => {
    const acting = await actingIn(tx, { ...params, accountId: actor.accountId, least: "owner" });
    const number = await nextRuleNumber(tx.db, communityId);
    if (number > maxRules) {
      throw new Refusal("not-allowed", because("too-many-rules", { most: maxRules }));
    }
    const { title, text } = body;
    return save(tx, acting, { what: "added", number, version: 1, title, text, effectiveAt });
  }, once);
}

export function editCharterRule(
  { transact, clock }: Deps,
  { actor, params, body, once }: Call<typeof editRule>,
) {
  const effectiveAt = toCome(body, clock());
  return transact(async (tx) => {
    const acting = await actingIn(tx, { ...params, accountId: actor.accountId, least: "owner" });
    const { number, version } = await follow(tx, params, body.version);
    const { title, text } = body;
    return save(tx, acting, { what: "changed", number, version, title, text, effectiveAt });
  }, once);
}

/** Takes a rule out of force, now or later. It stays on record, so that what cited it keeps its meaning. */
export function retireCharterRule(
  { transact, clock }: Deps,
  { actor, params, body, once }: Call<typeof retireRule>,
) {
  const effectiveAt = toCome(body, clock());
  return transact(async (tx) => {
    const acting = await actingIn(tx, { ...params, accountId: actor.accountId, least: "owner" });
    const next = await follow(tx, params, body.version);
    return save(tx, acting, { ...next, what: "retired", effectiveAt });
  }, once);
}

/** The time that was asked for, which must lie ahead; undefined for at once. */
function toCome({ effectiveAt }: { readonly effectiveAt?: string | undefined }, now: Date) {
  if (effectiveAt === undefined) return undefined;
  const at = new Date(effectiveAt);
  if (at <= now) refuseField("invalid-request", "effectiveAt", because("time-passed"));
  return at;
}

interface RuleId {
  readonly communityId: string;
  readonly number: number;
}

/** What a change starts from, under the version that it becomes. */
async function follow({ db }: Tx, { communityId, number }: RuleId, seen: number) {
  const newest = await newestVersion(db, communityId, number);
  if (!newest) throw new Refusal("not-found");
  if (newest.version !== seen) throw new Refusal("stale-version");
  const { title, text, version } = newest;
  return { number, title, text, version: version + 1 };
}

interface Change extends Pick<RuleRow, "number" | "version" | "title" | "text"> {
  readonly what: "added" | "changed" | "retired";
  /** Undefined for at once. */
  readonly effectiveAt: Date | undefined;
}

async function save(
  tx: Tx,
  { community, me }: Acting,
  { what, ...change }: Change,
): Promise<CharterVersion> {
  const communityId = community.id;
  const { number, title, text, version } = change;
  const saved = await insertVersion(tx.db, {
    ...change,
    communityId,
    isRetired: what === "retired",
    authorId: me.participantId,
  });
  const effectiveAt = saved.rule.effectiveAt.toISOString();
  await tx.act({
    communityId,
    actor: me.participantId,
    kind: `charter.rule-${what}`,
    subject: `charter/${number}`,
    payload: { number, version, effectiveAt },
    words: { title, text },
  });
  await tx.record(charterChanged, { communityId, number });
  const { effectiveAt: at } = change;
  if (at) await tellBefore(tx, { community, me }, { ...change, what, effectiveAt: at });
  return versionView(saved);
}

/** Members hear of a change before it is in force, and open pages hear when it is. */
async function tellBefore(
  tx: Tx,
  { community, me }: Acting,
  change: Change & { readonly effectiveAt: Date },
): Promise<void> {
  const communityId = community.id;
  const { what, number, title, version, effectiveAt: at } = change;
  const members = await allActive(tx.db, communityId);
  const ids = members.map(({ participantId }) => participantId);
  await notify(tx, {
    communityId,
    participantIds: ids.filter((id) => id !== me.participantId),
    kind: "communities.charter-coming",
    link: `/c/${community.slug}/charter`,
    data: { context: what, number: String(number), title },
  });
  await tx.job(
    announceJob,
    { communityId, number },
    { at, key: `${announceJob} ${communityId} ${number} ${version}` },
  );
}
