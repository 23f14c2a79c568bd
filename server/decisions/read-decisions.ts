import type {
  listBallots as ballotsContract,
  listDecisions as listContract,
  readDecision as readContract,
} from "#shared/contract/decisions.ts";
import { Ballot } from "#shared/voting/index.ts";
import { z } from "zod";
import { readableDebate } from "../debates/public.ts";
import type { Deps } from "../deps.ts";
import { readCursor, toPage } from "../platform/cursor.ts";
import type { Call } from "../platform/mount.ts";
import { because, Refusal } from "../platform/problem.ts";
import { isTimeToDecide, mayBringToDecision, mayReadBallots } from "./policy.ts";
import type { CarriedWeights } from "./carried.ts";
import { readableDecision } from "./readable.ts";
import { namedBallots } from "./ballot-store.ts";
import { decisionsOf } from "./store.ts";
import { viewDecision, viewDecisions } from "./view.ts";

export async function readDecision(deps: Deps, { standing, params }: Call<typeof readContract>) {
  const decision = await readableDecision(deps, standing, params.decisionId);
  return viewDecision(deps, standing, decision);
}

export async function listDecisions(deps: Deps, { standing, params }: Call<typeof listContract>) {
  const debate = await readableDebate(deps, standing, params);
  const rows = await decisionsOf(deps.db, params.communityId, params.debateId);
  return {
    decisions: await viewDecisions(deps, standing, rows),
    can: { create: mayBringToDecision(standing, debate) && isTimeToDecide(debate) },
  };
}

const Place = z.tuple([z.string().max(64)]);

/** Names beside votes, where and when the decision's secrecy allows. */
export async function listBallots(
  deps: Deps,
  carriedWeights: CarriedWeights,
  { standing, params, query }: Call<typeof ballotsContract>,
) {
  const decision = await readableDecision(deps, standing, params.decisionId);
  if (!mayReadBallots(decision)) {
    const why = decision.secrecy === "secret" ? "votes-secret" : "votes-hidden";
    throw new Refusal("not-allowed", because(why));
  }
  const after = readCursor(Place, query.after)?.[0];
  const rows = await namedBallots(deps.db, params, { after, limit: query.limit + 1 });
  const carried = await carriedWeights.of(decision);
  return toPage(rows, query.limit, {
    view: ({ voter, ballot, reason, isOnPaper, weight }) => ({
      voter,
      ballot: Ballot.parse(ballot),
      reason,
      isOnPaper,
      weight: weight.toString(),
      carried: carried.get(voter.id) ?? null,
    }),
    place: ({ ballotId }) => [ballotId],
  });
}
