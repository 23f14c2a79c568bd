import {
  fundingLimits,
  type listFundingRounds,
  type readFundingRound,
} from "#shared/contract/funding.ts";
import type { FundingOutcome } from "#shared/contract/funding-outcome.ts";
import { commitmentsOfRound } from "../commitments/public.ts";
import type { Deps } from "../deps.ts";
import type { Call } from "../platform/mount.ts";
import { Refusal } from "../platform/problem.ts";
import { isCounted, mayBegin, mayPropose, maySteer } from "./policy.ts";
import { findBallot, findListed, findRound, isElector, projectsOf, roundsOf } from "./store.ts";
import { projectView, roundView } from "./views.ts";

export async function listRounds(
  { db }: Deps,
  { standing, params }: Call<typeof listFundingRounds>,
) {
  const rows = await roundsOf(db, params.communityId, fundingLimits.rounds);
  return { items: rows.map(roundView), can: { begin: mayBegin(standing) } };
}

/** A round with all that belongs to it; of ballots only the reader's own. */
export async function readRound(
  { db, clock }: Deps,
  { standing, params: ids }: Call<typeof readFundingRound>,
) {
  const listed = await findListed(db, ids);
  if (!listed) throw new Refusal("not-found");
  const projects = await projectsOf(db, ids);
  const { participantId } = standing;
  const isVoting = listed.round.phase === "voting";
  const ballot = participantId === null ? undefined : await findBallot(db, ids, participantId);
  const vote = isVoting && participantId !== null && (await isElector(db, ids, participantId));
  const counted = isCounted(listed.round) ? await findRound(db, ids) : undefined;
  return {
    round: roundView(listed),
    projects: projects.map((project) => projectView(project, standing)),
    outcome: (counted?.outcome ?? null) as FundingOutcome | null,
    commitments: counted ? await commitmentsOfRound(db, ids, clock()) : [],
    ballot: ballot?.ballot ?? null,
    can: {
      steer: maySteer(standing, listed.round),
      propose: mayPropose(standing, listed.round),
      vote,
    },
  };
}
