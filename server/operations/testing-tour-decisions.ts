import { readCommunity } from "#shared/contract/communities.ts";
import * as decisions from "#shared/contract/decisions.ts";
import * as paper from "#shared/contract/paper-ballots.ts";
import { closeEarly } from "../decisions/testing-scene.ts";
import { openDebate } from "./testing-tour-debates.ts";
import type { Tour } from "./testing-tour-guide.ts";

/** Sets decisions up, votes, and reads what came of it. Gives one that is secret and still open. */
export async function tourDecisions(tour: Tour, communityId: string): Promise<string> {
  const { moderator } = tour.cast;
  await cancelOne(tour, communityId);
  await changeOne(tour, communityId);
  const counted = await countOne(tour, communityId);
  const params = { communityId, decisionId: counted.id };
  const { version } = await tour.go(moderator, decisions.readDecision, { params });
  const outcome = { text: tour.text("So we do."), version };
  await tour.go(moderator, decisions.writeOutcome, { params, body: outcome });
  await tour.go(moderator, decisions.listBallots, { params, query: { limit: 1 } });
  const { debateId } = counted;
  await tour.go(moderator, decisions.listDecisions, { params: { communityId, debateId } });
  const { id: decisionId } = await countOne(tour, communityId);
  const body = { reason: tour.text("A mistake was made.") };
  const at = { communityId, decisionId };
  await tour.go(moderator, decisions.annulDecision, { params: at, body });
  await settleOne(tour, communityId);
  await voteOnPaper(tour, communityId);
  await giveReason(tour, communityId);
  return voteInSecret(tour, communityId);
}

/** A secret vote by consent that somebody blocks, and says why. */
async function giveReason(tour: Tour, communityId: string): Promise<void> {
  const { moderator, member } = tour.cast;
  const { ids, positionIds } = await openDebate(tour, communityId);
  const { id } = await tour.go(moderator, decisions.createDecision, {
    params: ids,
    body: {
      ...rulesOf(tour),
      secrecy: "secret",
      settings: { method: "consent" },
      threshold: null,
      positionIds: positionIds.slice(0, 1),
      opensAt: null,
    },
  });
  const params = { communityId, decisionId: id };
  const ballot = { method: "consent", stance: "block", reason: tour.text("Too soon.") } as const;
  await tour.go(member, decisions.castBallot, { params, body: { ballot } });
  await closeEarly(tour.server, params);
  await tour.go(moderator, decisions.listReasons, { params, query: { limit: 1 } });
}

const inAnHour = () => new Date(Date.now() + 3_600_000).toISOString();
const inTwoHours = () => new Date(Date.now() + 7_200_000).toISOString();

const rulesOf = (tour: Tour) => ({
  title: tour.text("Which way?"),
  settings: { method: "schulze" as const },
  secrecy: "public" as const,
  quorum: { persons: { num: 1, den: 10 } },
  threshold: { kind: "simple-majority" as const },
  opensAt: inAnHour(),
  closesAt: inTwoHours(),
});

async function schedule(tour: Tour, communityId: string, more: object) {
  const { ids } = await openDebate(tour, communityId);
  const body = { ...rulesOf(tour), ...more };
  return tour.go(tour.cast.moderator, decisions.createDecision, { params: ids, body });
}

/** Sets up a decision, and calls it off. */
export async function cancelOne(tour: Tour, communityId: string): Promise<void> {
  const { id: decisionId } = await schedule(tour, communityId, {});
  const body = { reason: tour.text("We think again.") };
  const params = { communityId, decisionId };
  await tour.go(tour.cast.moderator, decisions.cancelDecision, { params, body });
}

async function changeOne(tour: Tour, communityId: string): Promise<void> {
  const { id: decisionId, version } = await schedule(tour, communityId, {});
  const params = { communityId, decisionId };
  const body = { ...rulesOf(tour), version };
  await tour.go(tour.cast.moderator, decisions.changeDecision, { params, body });
}

async function countOne(tour: Tour, communityId: string): Promise<decisions.DecisionView> {
  const { moderator, member } = tour.cast;
  const decision = await schedule(tour, communityId, {});
  const params = { communityId, decisionId: decision.id };
  const opened = await tour.go(moderator, decisions.openDecision, { params });
  const ranking = opened.options.map(({ id }) => [id]);
  const body = { ballot: { method: "schulze" as const, ranking } };
  await tour.go(member, decisions.castBallot, { params, body });
  await closeEarly(tour.server, params);
  return opened;
}

/** A vote on paper that is entered and taken back, and one that is entered and confirmed. */
async function voteOnPaper(tour: Tour, communityId: string): Promise<void> {
  const { owner, moderator, member } = tour.cast;
  const more = { takesPaper: true, opensAt: null };
  const { id: decisionId } = await schedule(tour, communityId, more);
  const { me } = await member.call(readCommunity, { params: { communityId } });
  const params = { communityId, decisionId, participantId: me?.participantId ?? "" };
  const body = { ballot: { method: "schulze" as const, ranking: [] } };
  await tour.go(moderator, paper.enterPaperBallot, { params, body });
  await tour.go(moderator, paper.dropPaperBallot, { params });
  await tour.go(moderator, paper.enterPaperBallot, { params, body });
  await tour.go(owner, paper.confirmPaperBallot, { params });
  await tour.go(moderator, paper.listPaperBallots, { params: { communityId, decisionId } });
}

async function settleOne(tour: Tour, communityId: string): Promise<void> {
  const { moderator, member } = tour.cast;
  const more = { tieBreak: "chair", reasons: "optional", opensAt: null };
  const { id: decisionId, options } = await schedule(tour, communityId, more);
  const params = { communityId, decisionId };
  const [first, second, ...others] = options.map(({ id }) => id);
  const ranking = [[first ?? "", second ?? ""]];
  await tour.go(member, decisions.castBallot, {
    params,
    body: { ballot: { method: "schulze", ranking }, reason: tour.text("Both are good.") },
  });
  await closeEarly(tour.server, params);
  const order = [second ?? "", first ?? "", ...others];
  const body = { order, reason: tour.text("The chair prefers the second.") };
  await tour.go(moderator, decisions.settleTie, { params, body });
}

async function voteInSecret(tour: Tour, communityId: string): Promise<string> {
  const { member } = tour.cast;
  const more = {
    secrecy: "secret-until-close",
    settings: { method: "score", maxScore: 100 },
    opensAt: null,
  };
  const { id: decisionId, options } = await schedule(tour, communityId, more);
  const scores = { [options[0]?.id ?? ""]: 73 };
  await tour.go(member, decisions.castBallot, {
    params: { communityId, decisionId },
    body: { ballot: { method: "score", scores } },
  });
  return decisionId;
}
