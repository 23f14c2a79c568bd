import { and, eq, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { structureChanges } from "#db/schema/structure.ts";
import { suggestions } from "#db/schema/suggestions.ts";
import type { ClaimState } from "#shared/argument/arrangement.ts";
import type { ModeratedIds } from "../../platform/moderated.ts";

const unsaid = (state: ClaimState): ClaimState =>
  state.text === undefined ? state : { ...state, text: "" };

/** Deletes what changes of where a claim stands, and other words for it, say of a claim that is gone for good. */
export async function forgetClaim(db: Db, { communityId, id }: ModeratedIds): Promise<void> {
  await db
    .update(suggestions)
    .set({ text: "", reason: "" })
    .where(and(eq(suggestions.communityId, communityId), eq(suggestions.claimId, id)));
  const about = and(
    eq(structureChanges.communityId, communityId),
    sql`${structureChanges.arrangement} -> 'claims' @> ${JSON.stringify([{ id }])}::jsonb`,
  );
  const rows = await db.select().from(structureChanges).where(about);
  for (const { id: changeId, claimId, reason, arrangement } of rows) {
    const claims = arrangement.claims.map(({ before, after, ...claim }) =>
      claim.id === id || claimId === id
        ? { ...claim, before: unsaid(before), after: unsaid(after) }
        : { ...claim, before, after },
    );
    await db
      .update(structureChanges)
      .set({ arrangement: { ...arrangement, claims }, reason: claimId === id ? "" : reason })
      .where(and(eq(structureChanges.communityId, communityId), eq(structureChanges.id, changeId)));
  }
}
