import { readEmbedding, settleEmbedding } from "#shared/contract/embedding.ts";
import type { Tour } from "./testing-tour-guide.ts";

/** Lets another site show a debate in its pages. */
export async function tourEmbedding(
  tour: Tour,
  params: { communityId: string; debateId: string },
): Promise<void> {
  const { moderator, visitor } = tour.cast;
  const body = { sites: ["https://www.example.org"] };
  await tour.go(moderator, settleEmbedding, { params, body });
  await tour.go(visitor, readEmbedding, { params });
}
