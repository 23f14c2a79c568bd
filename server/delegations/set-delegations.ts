import { delegationLimits, type setDelegations as contract } from "#shared/contract/delegations.ts";
import type { Deps } from "../deps.ts";
import type { MemberStanding } from "../platform/actor.ts";
import type { Call } from "../platform/mount.ts";
import { because, Refusal, refuseFaults, refuseField } from "../platform/problem.ts";
import { beginChoosing, type Choosing, holdGraph, saveChoice, viewChoice } from "./choosing.ts";
import { mayDelegate } from "./policy.ts";
import { choicesOf, type DelegationRow, membersAmong } from "./store.ts";
import { keyOf, type Named, nameSubject } from "./subjects.ts";

type Body = Call<typeof contract>["body"];

/**
 * Chooses who votes for oneself in one scope. What stands there already is saved already, whatever the version.
 * @throws Refusal with the field that is wrong; nothing is stored then
 */
export async function setDelegations(
  { transact, clock, random }: Deps,
  { standing: me, body, once }: Call<typeof contract>,
) {
  checkShares(body, me.participantId);
  const now = clock();
  const expiresAt = expiryOf(body, now);
  return transact(async (tx) => {
    const rules = await holdGraph(tx, me);
    const named = await nameSubject(tx.db, me.communityId, subjectOf(body));
    if (!named) refuseUnknown(body);
    const scene = await beginChoosing({ tx, me, now, named, rules });
    if (isSaved(scene, body)) return viewChoice(scene);
    if (!isSeen(scene, body)) throw new Refusal("stale-version");
    if (body.delegates.length > 0) await checkMay(scene, body);
    const chosen = rowsFor(scene, body, { expiresAt, newId: random.id });
    return saveChoice(scene, chosen);
  }, once);
}

function subjectOf({ scope, about }: Body) {
  const isWhole = scope === "community";
  if (isWhole !== (about === null)) {
    refuseField("invalid-request", "about", because("delegation-about"));
  }
  return { scope, about };
}

function refuseUnknown({ scope }: Body): never {
  const why = because(scope === "debate" ? "no-such-debate" : "no-such-topic");
  refuseField("invalid-request", "about", why);
}

/** The shares among themselves: each another person, once, and no more than one whole vote together. */
function checkShares({ delegates }: Body, ownId: string): void {
  const place = (at: number) => `#/body/delegates/${at}/to`;
  const faults = delegates.flatMap(({ to }, at) => {
    if (to === ownId) return [{ pointer: place(at), ...because("delegate-yourself") }];
    const isFirst = delegates.findIndex((one) => one.to === to) === at;
    return isFirst ? [] : [{ pointer: place(at), ...because("delegate-twice") }];
  });
  if (faults.length > 0) refuseFaults("invalid-request", faults);
  const sum = delegates.reduce((all, { percent }) => all + percent, 0);
  if (sum > 100)
    refuseField("invalid-request", "delegates", because("delegated-too-much", { sum }));
}

const day = 86_400_000;
const { days, warnDays, choices } = delegationLimits;

function expiryOf({ expiresAt }: Body, now: Date): Date {
  const longest = new Date(now.getTime() + days * day);
  if (expiresAt === null) return longest;
  const wanted = new Date(expiresAt);
  if (wanted <= now) {
    refuseField("invalid-request", "expiresAt", because("delegation-ends-early"));
  }
  // A form that was open for a while means the longest time that there was.
  if (wanted.getTime() > longest.getTime() + day) {
    refuseField("invalid-request", "expiresAt", because("delegation-ends-late", { days }));
  }
  return wanted < longest ? wanted : longest;
}

/** Whether exactly this stands already; without an end in the request, whatever its end. */
function isSaved({ standing }: Choosing, { delegates, expiresAt }: Body): boolean {
  const end = expiresAt === null ? null : new Date(expiresAt).getTime();
  return (
    standing.length === delegates.length &&
    standing.every(
      (row) =>
        delegates.some(({ to, percent }) => to === row.toId && percent === row.percent) &&
        (end === null || row.expiresAt.getTime() === end),
    )
  );
}

/** Whether the choice is made from what stands. Where nothing does, it is made from nothing, whatever once was. */
function isSeen({ standing, version }: Choosing, body: Body): boolean {
  return body.version === version || (body.version === 0 && standing.length === 0);
}

async function checkMay({ tx, me, rules, named }: Choosing, { delegates }: Body): Promise<void> {
  if (!mayDelegate(me, rules)) throw new Refusal("not-allowed", because("delegation-off"));
  await checkMembers(tx.db, me, delegates);
  const known = await choicesOf(tx.db, me.communityId, me.participantId);
  const isNew = known.every((one) => keyOf(one) !== keyOf(named.subject));
  if (isNew && known.length >= choices) {
    throw new Refusal("not-allowed", because("most-delegations", { most: choices }));
  }
}

async function checkMembers(
  db: Choosing["tx"]["db"],
  { communityId }: MemberStanding,
  delegates: Body["delegates"],
): Promise<void> {
  const ids = delegates.map(({ to }) => to);
  const members = await membersAmong(db, communityId, ids);
  const faults = ids.flatMap((id, at) =>
    members.has(id)
      ? []
      : [{ pointer: `#/body/delegates/${at}/to`, ...because("delegate-no-member") }],
  );
  if (faults.length > 0) refuseFaults("invalid-request", faults);
}

/** Those who stay with the same share keep the time at which they were chosen: of a cap, they feel the least. */
function rowsFor(
  { me, now, named, standing }: Choosing,
  { delegates }: Body,
  { expiresAt, newId }: { readonly expiresAt: Date; readonly newId: () => string },
): DelegationRow[] {
  const { scope, about }: Named["subject"] = named.subject;
  // Whoever chooses so short a time needs no warning.
  const isShort = expiresAt.getTime() - now.getTime() <= warnDays * day;
  const end = { expiresAt, warnedAt: isShort ? now : null, toldEndedAt: null };
  return delegates.map(({ to, percent }): DelegationRow => {
    const before = standing.find(({ toId }) => toId === to);
    const isSame = before?.percent === percent;
    if (before) return { ...before, ...end, percent, madeAt: isSame ? before.madeAt : now };
    return {
      ...end,
      communityId: me.communityId,
      id: newId(),
      fromId: me.participantId,
      toId: to,
      scope,
      about,
      percent,
      version: 1,
      madeAt: now,
      revokedAt: null,
    };
  });
}
