import {
  type CountedView,
  countNamed,
  countNameless,
  countToJson,
  type Poll,
} from "#shared/counting/count-decision.ts";
import { lotOrder, seedWith } from "#shared/counting/lot-order.ts";
import type { Delegation } from "#shared/delegation/resolve.ts";
import type { Ballot, Settings } from "#shared/voting/index.ts";
import type { TieBreak } from "#shared/voting/method.ts";
import { tallyToJson, type TallyView } from "#shared/voting/tally.ts";
import type { Db } from "#db/client.ts";
import { boardEntries } from "./ballot-store.ts";
import { paperEntries } from "./paper-store.ts";
import { type DecisionRow, electorsOf, optionsOf } from "./store.ts";

/** Counts the ballots of a decision by its rules; those of a secret one are untied from their voters by then. */
export async function countDecision(
  db: Db,
  decision: DecisionRow,
  delegations: readonly Delegation[],
): Promise<CountedView> {
  const ids = { communityId: decision.communityId, decisionId: decision.id };
  const poll = await pollOf(db, decision);
  const electors = await electorsOf(db, ids);
  const entries = await boardEntries(db, ids);
  if (decision.secrecy === "secret") {
    const ballots = entries.map(({ ballot }) => ballot as Ballot);
    return countToJson(countNameless(poll, { electors: electors.length, ballots }));
  }
  return countToJson(
    countNamed(poll, {
      weights: new Map(electors.map(({ id, weight }) => [id, weight])),
      ballots: entries.flatMap(({ voter, ballot }) =>
        voter === undefined ? [] : [{ voter, ballot: ballot as Ballot }],
      ),
      delegations,
      capPercent: decision.delegationCap ?? 100,
    }),
  );
}

/** Counts what was cast on paper alone; null where the rules take no such votes. */
export async function countPaper(db: Db, decision: DecisionRow): Promise<TallyView | null> {
  if (!decision.takesPaper) return null;
  const ids = { communityId: decision.communityId, decisionId: decision.id };
  const electors = await electorsOf(db, ids);
  const cast = await paperEntries(db, ids);
  const { tally } = countNamed(await pollOf(db, decision), {
    weights: new Map(electors.map(({ id, weight }) => [id, weight])),
    ballots: cast.map(({ voter, ballot }) => ({ voter, ballot: ballot as Ballot })),
    delegations: [],
    capPercent: 100,
  });
  return tallyToJson(tally);
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
  const { tieBreak, lotSeed, lotBy, ballotsHash, chairOrder } = decision;
  if (tieBreak === "lot" && lotSeed !== null && (lotBy === "seed" || ballotsHash !== null)) {
    return { rule: "lot", order: lotOrder(seedWith(lotSeed, ballotsHash), options) };
  }
  return tieBreak === "chair" && chairOrder ? { rule: "chair", order: chairOrder } : undefined;
}
