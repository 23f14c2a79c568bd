import * as funding from "#shared/contract/funding.ts";
import { settleRound, countEndedRound } from "../funding/public.ts";
import { endVotingNow } from "../funding/testing-clock.ts";
import type { Tour } from "./testing-tour-guide.ts";

const hour = 3_600_000;

/** Takes a round from its beginning to its outcome, calls one off, and brings one in; leaves one that takes proposals and one that takes votes. */
export async function tourFunding(
  tour: Tour,
  { communityId, debateId }: { readonly communityId: string; readonly debateId: string },
): Promise<void> {
  const { member, moderator } = tour.cast;
  const params = { communityId };
  const plan = (title: string) => ({
    title: tour.text(title),
    about: tour.text("What there is."),
    currency: "EUR",
    budget: 100_000,
    settings: { rule: "equal-shares", form: "approval", most: 3 } as const,
    debateId,
    closesAt: new Date(Date.now() + hour).toISOString(),
  });
  const begin = (title: string) =>
    tour.go(moderator, funding.beginFundingRound, { params, body: plan(title) });
  const project = () => ({ title: tour.text("Good docs"), cost: 40_000, least: 20_000 });
  const propose = (roundId: string) =>
    tour.go(member, funding.proposeProject, {
      params: { communityId, roundId },
      body: { ...project(), milestones: [{ title: tour.text("A draft"), weeks: 4 }] },
    });

  const { id: roundId, version } = await begin("Open tools");
  const at = { communityId, roundId };
  await tour.go(moderator, funding.changeFundingRound, {
    params: at,
    body: { ...plan("Open tools, again"), version },
  });
  const first = await propose(roundId);
  const second = await propose(roundId);
  await tour.go(member, funding.editProject, {
    params: { ...at, projectId: first.id },
    body: { ...project(), version: first.version },
  });
  await tour.go(member, funding.withdrawProject, { params: { ...at, projectId: second.id } });
  await tour.go(moderator, funding.openFundingRound, { params: at });
  const ballot = { form: "approval" as const, projects: [first.id] };
  await tour.go(member, funding.castFundingBallot, { params: at, body: { ballot } });
  await tour.go(member, funding.takeBackFundingBallot, { params: at });
  await tour.go(member, funding.castFundingBallot, { params: at, body: { ballot } });
  await endVotingNow(tour.server, at);
  await settleRound(tour.server.deps, at);
  await countEndedRound(tour.server.deps, at);
  await tour.go(member, funding.readFundingRound, { params: at });
  await tour.take(member, funding.downloadFundingBundle, { params: at });
  await tour.take(member, funding.downloadPabulib, { params: at });

  const { id: off } = await begin("Not now");
  const gone = { communityId, roundId: off };
  await tour.go(moderator, funding.withdrawFundingRound, { params: gone });
  const text = [
    "META\nkey;value",
    `description;${tour.text("Elsewhere")}`,
    "budget;100\nvote_type;approval",
    `PROJECTS\nproject_id;cost;name\na;60;${tour.text("A path")}`,
    "VOTES\nvoter_id;vote\n1;a\n",
  ].join("\n");
  await tour.go(moderator, funding.importPabulib, { params, body: { text } });
  await tour.go(member, funding.listFundingRounds, { params });
}
