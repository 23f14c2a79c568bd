import type { Rearranged } from "#shared/contract/structure.ts";
import type { RatingNews } from "../rating-news.ts";
import type { DebateIds } from "../store.ts";

/** Tells the room the ratings of all that a change touched: they may have been joined, or parted. */
export function tellSums(news: RatingNews, ids: DebateIds, { claims, edges }: Rearranged): void {
  for (const { id, mergedInto } of claims) {
    news.tell(ids, "truth", id);
    if (mergedInto) news.tell(ids, "truth", mergedInto);
  }
  for (const { id } of edges) news.tell(ids, "relevance", id);
}
