import { type DelegationChoice, delegationsChanged } from "#shared/contract/delegations.ts";
import { notify, saysOf } from "../notifications/public.ts";
import type { MemberStanding } from "../platform/actor.ts";
import { Refusal } from "../platform/problem.ts";
import type { Tx } from "../platform/transact.ts";
import { circleWith } from "./cycles.ts";
import {
  delegationRules,
  type DelegationRow,
  lockDelegations,
  membersAmong,
  rowsOfChoice,
  saveDelegations,
} from "./store.ts";
import type { Named } from "./subjects.ts";
import { authorsOf, choiceView } from "./view.ts";

/** What somebody chose in one scope, while they choose anew: nobody in the community does until the transaction ends. */
export interface Choosing {
  readonly tx: Tx;
  readonly me: MemberStanding;
  readonly now: Date;
  readonly named: Named;
  readonly rules: Awaited<ReturnType<typeof delegationRules>>;
  /** Those that stand. */
  readonly standing: readonly DelegationRow[];
  /** Those that are over by the clock and were not revoked. */
  readonly over: readonly DelegationRow[];
  readonly version: number;
}

/** Holds the graph of a community, for somebody who is a member still. */
export async function holdGraph(tx: Tx, { communityId, participantId }: MemberStanding) {
  await lockDelegations(tx.db, communityId);
  const members = await membersAmong(tx.db, communityId, [participantId]);
  if (!members.has(participantId)) throw new Refusal("not-a-member");
  return delegationRules(tx.db, communityId);
}

export async function beginChoosing(
  scene: Pick<Choosing, "tx" | "me" | "now" | "named" | "rules">,
): Promise<Choosing> {
  const { tx, me, now, named } = scene;
  const owner = { communityId: me.communityId, fromId: me.participantId };
  const all = await rowsOfChoice(tx.db, owner, named.subject);
  const open = all.filter(({ revokedAt }) => revokedAt === null);
  return {
    ...scene,
    standing: open.filter(({ expiresAt }) => expiresAt > now),
    over: open.filter(({ expiresAt }) => expiresAt <= now),
    version: Math.max(0, ...all.map(({ version }) => version)),
  };
}

const revoked = (rows: readonly DelegationRow[], version: number, revokedAt: Date) =>
  rows.map((row) => ({ ...row, version, revokedAt }));

/** Puts these in place of those that stand; tells whom it concerns, and everybody that something changed. */
export async function saveChoice(
  scene: Choosing,
  chosen: readonly DelegationRow[],
): Promise<DelegationChoice> {
  const { tx, me, now, named, standing, over } = scene;
  const { communityId, participantId } = me;
  const version = scene.version + 1;
  const where = { communityId, participantId, at: now };
  const circleBefore = await circleWith(tx.db, where, named);
  const isKept = ({ id }: DelegationRow) => chosen.some((one) => one.id === id);
  const gone = standing.filter((row) => !isKept(row));
  await saveDelegations(tx.db, revoked([...gone, ...over], version, now));
  const saved = chosen.map((row) => ({ ...row, version }));
  await saveDelegations(tx.db, saved);
  const circle = await circleWith(tx.db, where, named);
  await tellHolders(scene, saved, gone);
  if (circle.join(" ") !== circleBefore.join(" ")) await tellCircle(scene, circle);
  const { scope, about } = named.subject;
  await tx.act({
    communityId,
    actor: participantId,
    kind: "delegations.chosen",
    subject: about === null ? "delegations/community" : `delegations/${scope}/${about}`,
    payload: { scope, about, delegates: saved.map(({ toId, percent }) => ({ to: toId, percent })) },
  });
  await tx.record(delegationsChanged, { communityId });
  return viewOf(scene, { rows: saved, version, circle });
}

/** The choice as it stands. */
export async function viewChoice(scene: Choosing): Promise<DelegationChoice> {
  const { tx, me, now, named, standing: rows, version } = scene;
  const where = { communityId: me.communityId, participantId: me.participantId, at: now };
  return viewOf(scene, { rows, version, circle: await circleWith(tx.db, where, named) });
}

interface Shown {
  readonly rows: readonly DelegationRow[];
  readonly version: number;
  readonly circle: readonly string[];
}

async function viewOf({ tx, me, named }: Choosing, { rows, version, circle }: Shown) {
  const ids = [...rows.map(({ toId }) => toId), ...circle];
  const authorOf = await authorsOf(tx.db, me.communityId, ids);
  return choiceView(rows, { named, version, circle, authorOf });
}

/** Who is new among one's delegates hears of it, and who is one no more. */
async function tellHolders(
  { tx, me, named, rules, standing }: Choosing,
  chosen: readonly DelegationRow[],
  gone: readonly DelegationRow[],
): Promise<void> {
  const { communityId, participantId, name } = me;
  const idsOf = (rows: readonly DelegationRow[]) => new Set(rows.map(({ toId }) => toId));
  const [before, after] = [idsOf(standing), idsOf(chosen)];
  const message = {
    communityId,
    link: `/c/${rules.slug}/delegations`,
    unlessBlocked: participantId,
    unlessTold: true as const,
    data: { ...saysOf({ name, id: participantId }), context: named.subject.scope },
  };
  await notify(tx, {
    ...message,
    kind: "delegations.received",
    participantIds: [...after].filter((id) => !before.has(id)),
  });
  await notify(tx, {
    ...message,
    kind: "delegations.revoked",
    participantIds: [...idsOf(gone)].filter((id) => !after.has(id)),
  });
}

/** All in a circle hear of it, whoever closed it too: their votes count as abstentions unless one of them votes. */
async function tellCircle({ tx, me, rules }: Choosing, circle: readonly string[]): Promise<void> {
  await notify(tx, {
    communityId: me.communityId,
    participantIds: circle,
    kind: "delegations.cycle",
    link: `/c/${rules.slug}/delegations`,
    unlessTold: true,
  });
}
