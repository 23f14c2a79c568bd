import { readHealth } from "#shared/contract/health.ts";
import * as decisions from "#shared/contract/decisions.ts";
import * as power from "#shared/contract/power.ts";
import { closeEarly } from "../decisions/testing-scene.ts";
import { openDebate } from "./testing-tour-debates.ts";
import type { Tour } from "./testing-tour-guide.ts";

/** Looks at a count while votes come in, and at who had the power once they are in. */
export async function tourPower(tour: Tour, communityId: string): Promise<void> {
  const { moderator, member } = tour.cast;
  const { ids } = await openDebate(tour, communityId);
  const { id: decisionId, options } = await tour.go(moderator, decisions.createDecision, {
    params: ids,
    body: {
      title: tour.text("Who decides?"),
      settings: { method: "plurality" },
      secrecy: "public",
      liveResults: true,
      quorum: null,
      threshold: null,
      opensAt: null,
      closesAt: new Date(Date.now() + 3_600_000).toISOString(),
    },
  });
  const params = { communityId, decisionId };
  const ballot = { method: "plurality" as const, choice: options[0]?.id ?? "" };
  await tour.go(member, decisions.castBallot, { params, body: { ballot } });
  await tour.go(member, power.readTally, { params });
  await closeEarly(tour.server, params);
  await tour.go(member, power.readPower, { params });
  await tour.go(member, power.readVotes, { params });
  await tour.go(member, power.readCommunityPower, { params: { communityId } });
  await tour.go(member, readHealth, { params: { communityId } });
}
