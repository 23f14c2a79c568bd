import { and, asc, eq } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { debates } from "#db/schema/debates.ts";
import { decisionDelegations } from "#db/schema/decisions.ts";
import type { Delegation } from "#shared/delegation/resolve.ts";
import type { DecisionIds } from "./store.ts";

/** A statement has 65,535 parameters at most. */
const atOnce = 5_000;

/** Keeps the delegations by which a decision was counted. */
export async function saveDelegations(
  db: Db,
  ids: DecisionIds,
  delegations: readonly Delegation[],
): Promise<void> {
  const rows = delegations.map(({ from, to, percent, madeAt }) => {
    return { ...ids, fromId: from, toId: to, percent, madeAt: new Date(madeAt) };
  });
  for (let from = 0; from < rows.length; from += atOnce) {
    await db.insert(decisionDelegations).values(rows.slice(from, from + atOnce));
  }
}

/** Under which topic the debate of a decision is filed now. */
export async function topicOf(
  db: Db,
  { communityId, debateId }: { readonly communityId: string; readonly debateId: string },
): Promise<string> {
  const [row] = await db
    .select({ topic: debates.topic })
    .from(debates)
    .where(and(eq(debates.communityId, communityId), eq(debates.id, debateId)));
  return row?.topic ?? "";
}

/** The delegations by which a decision was counted. */
export async function countedDelegations(db: Db, ids: DecisionIds): Promise<Delegation[]> {
  const rows = await db
    .select()
    .from(decisionDelegations)
    .where(
      and(
        eq(decisionDelegations.communityId, ids.communityId),
        eq(decisionDelegations.decisionId, ids.decisionId),
      ),
    )
    .orderBy(asc(decisionDelegations.fromId), asc(decisionDelegations.toId));
  return rows.map(({ fromId, toId, percent, madeAt }) => {
    return { from: fromId, to: toId, percent, madeAt: madeAt.toISOString() };
  });
}
