import { readOutline } from "#shared/contract/claims.ts";
import * as reading from "#shared/contract/reading.ts";
import type { Tour } from "./testing-tour-guide.ts";

/** Reads a debate, keeps it and a claim of it, and follows it. */
export async function tourReading(
  tour: Tour,
  ids: { communityId: string; debateId: string },
): Promise<void> {
  const { member } = tour.cast;
  const { claims } = await member.call(readOutline, { params: ids });
  const claimId = claims[0]?.id ?? "";
  const upTo = claims.at(-1)?.createdAt ?? new Date().toISOString();
  await tour.go(member, reading.markDebateRead, { params: ids, body: { upTo } });
  await tour.go(member, reading.followDebate, { params: ids, body: { stance: "following" } });
  await tour.go(member, reading.bookmarkDebate, { params: ids });
  await tour.go(member, reading.bookmarkClaim, { params: { ...ids, claimId } });
  await tour.go(member, reading.readReading, { params: ids });
  await tour.go(member, reading.listBookmarks, { query: { limit: 5 } });
  await tour.go(member, reading.forgetClaim, { params: { ...ids, claimId } });
  await tour.go(member, reading.forgetDebate, { params: ids });
  await tour.go(member, reading.listSpreads, { params: ids });
  const { communityId } = ids;
  await tour.go(member, reading.listNewClaims, { params: { communityId } });
}
