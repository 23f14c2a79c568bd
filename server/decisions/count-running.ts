import type { CountedView } from "#shared/counting/count-decision.ts";
import type { Db } from "#db/client.ts";
import type { Deps } from "../deps.ts";
import { ballotsVersion } from "./ballot-store.ts";
import { countApart, isCountedApart } from "./count-apart.ts";
import { type Count, countDecision } from "./counting.ts";
import { delegationsOf } from "./delegating.ts";
import { countCast, type DecisionRow } from "./store.ts";

/** A count of what was cast by some moment. */
export interface RunningCount {
  readonly ballotCount: number;
  readonly result: CountedView;
}

/** Differs whenever what a running count goes by does: ballots, and delegations in force. */
export async function runningVersion(db: Db, decision: DecisionRow): Promise<string> {
  const ids = { communityId: decision.communityId, decisionId: decision.id };
  const delegations = await delegationsOf(db, decision);
  let newest = "";
  for (const { madeAt } of delegations) if (madeAt > newest) newest = madeAt;
  return `${await ballotsVersion(db, ids)} ${delegations.length} ${newest}`;
}

/** Counts a decision as it stands while votes still come in; many votes in a thread, so that nobody has to wait for it. */
export async function countRunning(
  deps: Pick<Deps, "db" | "mostCountedAtOnce">,
  decision: DecisionRow,
): Promise<RunningCount> {
  const { db } = deps;
  const count: Count = {
    // Before the end nobody shall see how a tie would come out, and vote by it.
    decision: { ...decision, lotSeed: null, chairOrder: null },
    delegations: await delegationsOf(db, decision),
    isRunning: true,
  };
  const cast = await countCast(db, { communityId: decision.communityId, decisionId: decision.id });
  const isMany = isCountedApart(deps, decision, cast);
  const found = isMany ? await countApart(db, count) : await countDecision(db, count);
  if (!found) throw new Error("a running count is nobody's alone");
  return { ballotCount: found.board.size, result: found.result };
}
