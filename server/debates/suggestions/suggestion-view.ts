import type { Author } from "#shared/contract/ids.ts";
import type { Suggestion } from "#shared/contract/suggestions.ts";
import type { Db } from "#db/client.ts";
import { namesOf } from "../../platform/names-store.ts";
import { type SuggestionRow, supportersOf } from "./suggestion-store.ts";

/** Suggestions of one community as everybody sees them. */
export async function viewSuggestions(
  db: Db,
  rows: readonly SuggestionRow[],
): Promise<Suggestion[]> {
  const [first] = rows;
  if (!first) return [];
  const { communityId } = first;
  const people = rows.flatMap(({ authorId, settledById }) => [authorId, settledById ?? authorId]);
  const [names, supporters] = await Promise.all([
    namesOf(db, communityId, people),
    supportersOf(db, { communityId, ids: rows.map(({ id }) => id) }),
  ]);
  const nameOf = (id: string): Author => {
    const name = names.get(id);
    if (!name) throw new Error("who suggests or answers is a participant");
    return name;
  };
  return rows.map((row) => {
    const { id, claimId, claimVersion, text, reason, status, settledAt, settledById } = row;
    return {
      id,
      claimId,
      claimVersion,
      text,
      reason,
      status,
      author: nameOf(row.authorId),
      supporters: supporters.get(id) ?? [],
      createdAt: row.createdAt.toISOString(),
      settled:
        settledAt && settledById ? { by: nameOf(settledById), at: settledAt.toISOString() } : null,
    };
  });
}
