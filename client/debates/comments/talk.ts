import type { InfiniteData } from "@tanstack/react-query";
import type { z } from "zod";
import type { ClaimTalk, Comment, listComments, readTalk } from "#shared/contract/comments.ts";

/** The comments at a claim as far as they were read, the newest page first. */
export type CommentPages = InfiniteData<z.output<(typeof listComments)["reply"]>, unknown>;

/** How much is said about the claims of a debate, by claim. */
export interface Talk {
  readonly byClaim: ReadonlyMap<string, ClaimTalk>;
  /** Claims that the reader finds well put. */
  readonly mine: ReadonlySet<string>;
}

export function talkOf({ items, mine }: z.output<(typeof readTalk)["reply"]>): Talk {
  return { byClaim: new Map(items.map((one) => [one.claimId, one])), mine: new Set(mine) };
}

/** The talk after a count at a claim is known to be another. */
export function withCount(
  { byClaim, mine }: Talk,
  claimId: string,
  count: Partial<Omit<ClaimTalk, "claimId">>,
): Talk {
  const before = byClaim.get(claimId) ?? { claimId, comments: 0, wellPut: 0 };
  return { byClaim: new Map(byClaim).set(claimId, { ...before, ...count }), mine };
}

export function withMine(
  mine: ReadonlySet<string>,
  id: string,
  isFound: boolean,
): ReadonlySet<string> {
  const next = new Set(mine);
  if (isFound) next.add(id);
  else next.delete(id);
  return next;
}

const eachComment = (list: CommentPages, change: (comment: Comment) => Comment): CommentPages => ({
  ...list,
  pages: list.pages.map((page) => ({ ...page, items: page.items.map(change) })),
});

/** Loaded comments with one as it is now; a new one goes to the head of its claim's list. */
export function changedIn(list: CommentPages, comment: Comment, isItsClaim: boolean): CommentPages {
  const isKnown = list.pages.some(({ items }) => items.some(({ id }) => id === comment.id));
  if (isKnown) return eachComment(list, (one) => (one.id === comment.id ? comment : one));
  const [newest, ...older] = list.pages;
  const isNew = comment.version === 1 && comment.withdrawnAt === undefined;
  if (!isItsClaim || !isNew || !newest) return list;
  return { ...list, pages: [{ ...newest, items: [comment, ...newest.items] }, ...older] };
}

/** Loaded comments after another count of one that is found well put. */
export function withWellPut(
  list: CommentPages,
  { subjectId, count }: { readonly subjectId: string; readonly count: number },
): CommentPages {
  return eachComment(list, (one) => (one.id === subjectId ? { ...one, wellPut: count } : one));
}
