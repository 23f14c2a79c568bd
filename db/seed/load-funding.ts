import { hashText } from "#shared/counting/lot-order.ts";
import { hashProjects } from "#shared/funding/bundle.ts";
import type { Db } from "../client.ts";
import {
  fundingBallots,
  fundingElectors,
  fundingProjects,
  fundingRounds,
} from "../schema/funding.ts";
import { enterAct } from "./acts.ts";
import type { DemoPlan } from "./demo-plan.ts";

/** The round that is voted on, with the entries of it. */
export async function saveRound(db: Db, { community, round }: DemoPlan): Promise<void> {
  const { projects, electors, ballots, ...columns } = round;
  const ids = { communityId: community.id, roundId: round.id };
  const fixed = {
    projectsHash: hashProjects(projects),
    seedHash: hashText(round.seed),
    electorateSize: electors.length,
  };
  await db.insert(fundingRounds).values({
    ...columns,
    ...fixed,
    communityId: community.id,
    electorate: { roles: ["owner", "moderator", "member"] },
    phase: "voting",
    version: 2,
  });
  await db.insert(fundingProjects).values(projects.map((one) => ({ ...one, ...ids })));
  await db
    .insert(fundingElectors)
    .values(electors.map((participantId) => ({ ...ids, participantId })));
  await db.insert(fundingBallots).values(ballots.map((one) => ({ ...one, ...ids })));
  const { budget, settings, title, authorId: actor, id: subject } = round;
  const about = { communityId: community.id, actor, subject, words: { title } };
  await enterAct(db, {
    ...about,
    time: round.createdAt,
    kind: "funding.begun",
    payload: { budget, closesAt: round.closesAt.toISOString() },
  });
  const electorateHash = hashText(electors.toSorted().join("\n"));
  await enterAct(db, {
    ...about,
    time: round.openedAt,
    kind: "funding.opened",
    payload: { ...fixed, budget, settings, electorateHash },
  });
}
