import { delegationLimits, delegationsChanged } from "#shared/contract/delegations.ts";
import type { Deps } from "../deps.ts";
import { notify, saysOf } from "../notifications/public.ts";
import type { Tx } from "../platform/transact.ts";
import { delegationRules, type DelegationRow, saveDelegations, untoldEndings } from "./store.ts";
import { authorsOf } from "./view.ts";

const day = 86_400_000;
const atOnce = 200;

/** Tells people whose delegations end in a week, or have ended. Run by the clock; each is told once. */
export async function tellEndings({ transact, clock }: Deps): Promise<void> {
  const now = clock();
  const soon = new Date(now.getTime() + delegationLimits.warnDays * day);
  for (let told = atOnce; told === atOnce;) {
    told = await transact(async (tx) => {
      const rows = await untoldEndings(tx.db, { now, soon, limit: atOnce });
      for (const communityId of new Set(rows.map((row) => row.communityId))) {
        const own = rows.filter((row) => row.communityId === communityId);
        await tellIn(tx, communityId, { rows: own, now });
      }
      return rows.length;
    });
  }
}

interface Endings {
  readonly rows: readonly DelegationRow[];
  readonly now: Date;
}

async function tellIn(tx: Tx, communityId: string, { rows, now }: Endings): Promise<void> {
  const { slug } = await delegationRules(tx.db, communityId);
  const authorOf = await authorsOf(
    tx.db,
    communityId,
    rows.map(({ toId }) => toId),
  );
  const isOver = ({ expiresAt }: DelegationRow) => expiresAt <= now;
  for (const row of rows) {
    await notify(tx, {
      communityId,
      participantIds: [row.fromId],
      kind: isOver(row) ? "delegations.ended" : "delegations.ending",
      link: `/c/${slug}/delegations`,
      data: saysOf(authorOf(row.toId)),
    });
  }
  await saveDelegations(
    tx.db,
    rows.map((row) => (isOver(row) ? { ...row, toldEndedAt: now } : { ...row, warnedAt: now })),
  );
  if (rows.some(isOver)) await tx.record(delegationsChanged, { communityId });
}
