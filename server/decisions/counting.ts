import {
  type CountedView,
  countNamed,
  countToJson,
  type Poll,
} from "#shared/counting/count-decision.ts";
import { lotOrder } from "#shared/counting/lot-order.ts";
import type { Delegation } from "#shared/delegation/resolve.ts";
import type { Ballot, Settings } from "#shared/voting/index.ts";
import type { TieBreak } from "#shared/voting/method.ts";
import type { Db } from "#db/client.ts";
import { castBallots, type DecisionRow, electorWeights, optionsOf } from "./store.ts";

/** Counts the ballots of a decision by its rules. */
export async function countDecision(
  db: Db,
  decision: DecisionRow,
  delegations: readonly Delegation[],
): Promise<CountedView> {
  const ids = { communityId: decision.communityId, decisionId: decision.id };
  const cast = await castBallots(db, ids);
  return countToJson(
    countNamed(await pollOf(db, decision), {
      weights: await electorWeights(db, ids),
      ballots: cast.flatMap(({ voter, ballot }) =>
        voter === null ? [] : [{ voter, ballot: ballot as Ballot }],
      ),
      delegations,
      capPercent: decision.delegationCap ?? 100,
    }),
  );
}

/** What a decision is counted by. */
export async function pollOf(db: Db, decision: DecisionRow): Promise<Poll> {
  const rows = await optionsOf(db, decision.communityId, [decision.id]);
  const options = rows.map(({ id }) => id);
  return {
    options,
    settings: decision.settings as Settings,
    quorum: decision.quorum,
    threshold: decision.threshold,
    tieBreak: tieBreakOf(decision, options),
    unit: decision.unit,
  };
}

function tieBreakOf(decision: DecisionRow, options: readonly string[]): TieBreak | undefined {
  const { tieBreak, lotSeed, chairOrder } = decision;
  if (tieBreak === "lot" && lotSeed !== null) {
    return { rule: "lot", order: lotOrder(lotSeed, options) };
  }
  return tieBreak === "chair" && chairOrder ? { rule: "chair", order: chairOrder } : undefined;
}
