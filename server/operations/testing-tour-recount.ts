import * as decisions from "#shared/contract/decisions.ts";
import { readBallotProofs } from "#shared/contract/recount.ts";
import { closeEarly } from "../decisions/testing-scene.ts";
import { openDebate } from "./testing-tour-debates.ts";
import type { Tour } from "./testing-tour-guide.ts";

/** Votes in secret, and takes away what a stranger needs to count again. */
export async function tourRecount(tour: Tour, communityId: string): Promise<void> {
  const { moderator, member, visitor } = tour.cast;
  const { ids } = await openDebate(tour, communityId);
  const { id: decisionId, options } = await tour.go(moderator, decisions.createDecision, {
    params: ids,
    body: {
      title: tour.text("Who keeps the commons?"),
      settings: { method: "approval", winners: 1 },
      secrecy: "secret",
      quorum: null,
      threshold: null,
      opensAt: null,
      closesAt: new Date(Date.now() + 3_600_000).toISOString(),
    },
  });
  const params = { communityId, decisionId };
  const approved = options.slice(0, 1).map(({ id }) => id);
  const body = { ballot: { method: "approval" as const, approved } };
  await tour.go(member, decisions.castBallot, { params, body });
  await closeEarly(tour.server, params);
  await tour.take(visitor, decisions.readBundle, { params });
  await tour.take(visitor, readBallotProofs, { params, query: { begins: "" } });
  await tour.go(visitor, decisions.readSigningKey, {});
}
