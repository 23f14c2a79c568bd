import { and, asc, eq, getTableColumns, inArray, not, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { memberships, participants } from "#db/schema/communities.ts";
import { claims } from "#db/schema/debates.ts";
import { suggestions, suggestionSupports } from "#db/schema/suggestions.ts";
import type { Author } from "#shared/contract/ids.ts";
import type { SuggestionStatus } from "#shared/contract/suggestions.ts";
import { isGone } from "../claim-store.ts";
import type { DebateIds } from "../store.ts";

export interface SuggestionIds extends DebateIds {
  readonly suggestionId: string;
}

export type SuggestionRow = typeof suggestions.$inferSelect;

const isSuggestion = ({ communityId, debateId, suggestionId }: SuggestionIds) =>
  and(
    eq(suggestions.communityId, communityId),
    eq(suggestions.debateId, debateId),
    eq(suggestions.id, suggestionId),
  );

export async function findSuggestion(
  db: Db,
  ids: SuggestionIds,
): Promise<SuggestionRow | undefined> {
  const [row] = await db.select().from(suggestions).where(isSuggestion(ids));
  return row;
}

/** The suggestion, kept from everybody else's answers until the transaction ends. */
export async function lockSuggestion(
  db: Db,
  ids: SuggestionIds,
): Promise<SuggestionRow | undefined> {
  const [row] = await db.select().from(suggestions).where(isSuggestion(ids)).for("update");
  return row;
}

export async function saveSuggestion(db: Db, row: typeof suggestions.$inferInsert): Promise<void> {
  await db.insert(suggestions).values(row);
}

/** The suggestion for a claim that waits and is somebody's; there is one at most. */
export async function openSuggestionBy(
  db: Db,
  ids: { readonly communityId: string; readonly claimId: string; readonly authorId: string },
): Promise<SuggestionRow | undefined> {
  const [row] = await db
    .select()
    .from(suggestions)
    .where(
      and(
        eq(suggestions.communityId, ids.communityId),
        eq(suggestions.claimId, ids.claimId),
        eq(suggestions.authorId, ids.authorId),
        eq(suggestions.status, "open"),
      ),
    )
    .limit(1);
  return row;
}

export async function settleSuggestion(
  db: Db,
  ids: SuggestionIds,
  settled: { readonly status: SuggestionStatus; readonly settledById: string },
): Promise<void> {
  await db
    .update(suggestions)
    .set({ ...settled, settledAt: sql`now()` })
    .where(isSuggestion(ids));
}

interface Support {
  readonly communityId: string;
  readonly suggestionId: string;
  readonly participantId: string;
}

export async function saveSupport(db: Db, support: Support): Promise<void> {
  await db.insert(suggestionSupports).values(support).onConflictDoNothing();
}

export async function dropSupport(
  db: Db,
  { communityId, suggestionId, participantId }: Support,
): Promise<void> {
  await db
    .delete(suggestionSupports)
    .where(
      and(
        eq(suggestionSupports.communityId, communityId),
        eq(suggestionSupports.suggestionId, suggestionId),
        eq(suggestionSupports.participantId, participantId),
      ),
    );
}

/** The members who support some suggestions, the first one first; who left the community does no longer. */
export async function supportersOf(
  db: Db,
  { communityId, ids }: { readonly communityId: string; readonly ids: readonly string[] },
): Promise<Map<string, Author[]>> {
  const rows = await db
    .select({
      suggestionId: suggestionSupports.suggestionId,
      author: { id: participants.id, name: participants.name, kind: participants.kind },
    })
    .from(suggestionSupports)
    .innerJoin(
      participants,
      and(
        eq(participants.communityId, suggestionSupports.communityId),
        eq(participants.id, suggestionSupports.participantId),
      ),
    )
    .innerJoin(
      memberships,
      and(
        eq(memberships.communityId, suggestionSupports.communityId),
        eq(memberships.participantId, suggestionSupports.participantId),
        eq(memberships.status, "active"),
      ),
    )
    .where(
      and(
        eq(suggestionSupports.communityId, communityId),
        inArray(suggestionSupports.suggestionId, [...ids]),
      ),
    )
    .orderBy(asc(suggestionSupports.supportedAt), asc(participants.id));
  const found = new Map<string, Author[]>(ids.map((id) => [id, []]));
  for (const { suggestionId, author } of rows) found.get(suggestionId)?.push(author);
  return found;
}

/** Who put suggested words in a claim's place, by the version that it became. */
export async function acceptancesOf(
  db: Db,
  { communityId, claimId }: { readonly communityId: string; readonly claimId: string },
): Promise<Map<number, Author>> {
  const rows = await db
    .select({
      version: suggestions.claimVersion,
      by: { id: participants.id, name: participants.name, kind: participants.kind },
    })
    .from(suggestions)
    .innerJoin(
      participants,
      and(
        eq(participants.communityId, suggestions.communityId),
        eq(participants.id, suggestions.settledById),
      ),
    )
    .where(
      and(
        eq(suggestions.communityId, communityId),
        eq(suggestions.claimId, claimId),
        eq(suggestions.status, "accepted"),
      ),
    );
  return new Map(rows.map(({ version, by }) => [version + 1, by]));
}

const most = 500;

/** The suggestions in a debate that wait, the oldest first. A claim that is gone is spoken of no more, in any words. */
export async function openSuggestions(
  db: Db,
  { communityId, debateId }: DebateIds,
): Promise<SuggestionRow[]> {
  return db
    .select(getTableColumns(suggestions))
    .from(suggestions)
    .innerJoin(
      claims,
      and(eq(claims.communityId, suggestions.communityId), eq(claims.id, suggestions.claimId)),
    )
    .where(
      and(
        eq(suggestions.communityId, communityId),
        eq(suggestions.debateId, debateId),
        eq(suggestions.status, "open"),
        not(isGone),
      ),
    )
    .orderBy(asc(suggestions.createdAt), asc(suggestions.id))
    .limit(most);
}
