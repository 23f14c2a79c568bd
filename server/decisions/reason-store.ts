import { and, asc, eq, gt, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { decisionReasons } from "#db/schema/decisions.ts";
import type { DecisionIds } from "./store.ts";

/**
 * Takes the reasons of a secret decision from its ballots, which are written anew without them: a list in the order of
 * the texts, so that neither place nor number joins a reason and a ballot.
 */
export async function setReasonsApart(db: Db, { communityId, decisionId }: DecisionIds) {
  await db.execute(sql`
    insert into decision_reasons (community_id, decision_id, place, stance, reason)
    select community_id, decision_id,
      row_number() over (order by ballot->>'stance' collate "C", reason collate "C") as place,
      ballot->>'stance', reason
    from ballots
    where community_id = ${communityId} and decision_id = ${decisionId} and reason is not null
    order by place`);
}

/** The reasons of a secret decision that has closed, by stance and text. */
export async function reasonsApart(
  db: Db,
  { communityId, decisionId }: DecisionIds,
  { after, limit }: { after: number; limit: number },
) {
  const { place, stance, reason } = decisionReasons;
  return db
    .select({ place, stance, reason })
    .from(decisionReasons)
    .where(
      and(
        eq(decisionReasons.communityId, communityId),
        eq(decisionReasons.decisionId, decisionId),
        gt(place, after),
      ),
    )
    .orderBy(asc(place))
    .limit(limit);
}

const reasonsAtOnce = 1_000;

/** The same list page by page. */
export async function* reasonPages(db: Db, ids: DecisionIds) {
  let after: number | undefined = 0;
  while (after !== undefined) {
    const page: Awaited<ReturnType<typeof reasonsApart>> = await reasonsApart(db, ids, {
      after,
      limit: reasonsAtOnce,
    });
    if (page.length > 0) yield page;
    after = page.length < reasonsAtOnce ? undefined : page.at(-1)?.place;
  }
}
