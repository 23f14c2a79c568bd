import type { Db } from "#db/client.ts";
import { type Comment, mentionedIn } from "#shared/contract/comments.ts";
import { namesOf } from "../../platform/names-store.ts";
import { countWellPut } from "./acknowledgement-store.ts";
import type { CommentRow } from "./comment-store.ts";

/** Comments of one debate as everybody sees them: of one that was taken back, only that it was there. */
export async function viewComments(db: Db, rows: readonly CommentRow[]): Promise<Comment[]> {
  const [first] = rows;
  if (!first) return [];
  const { communityId, debateId } = first;
  const people = rows.flatMap(({ authorId, text }) => [authorId, ...mentionedIn(text)]);
  const subjectIds = rows.map(({ id }) => id);
  const [names, wellPut] = await Promise.all([
    namesOf(db, communityId, people),
    countWellPut(db, { communityId, debateId, subjectIds }),
  ]);
  return rows.map((row) => {
    const { id, claimId, version, withdrawnAt, moderation } = row;
    const author = names.get(row.authorId);
    if (!author) throw new Error("who comments is a participant");
    const text = withdrawnAt === null ? row.text : "";
    const mentions = mentionedIn(text).flatMap((whom) => names.get(whom) ?? []);
    return {
      id,
      claimId,
      text,
      mentions,
      author,
      version,
      createdAt: row.createdAt.toISOString(),
      ...(withdrawnAt && { withdrawnAt: withdrawnAt.toISOString() }),
      ...(moderation && { moderation }),
      wellPut: wellPut.get(id) ?? 0,
    };
  });
}
