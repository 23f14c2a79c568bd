import { z } from "zod";
import type { Deps } from "../deps.ts";
import { eachByItself } from "../platform/each-by-itself.ts";
import type { Tx } from "../platform/transact.ts";
import { openNow } from "./open-round.ts";
import { tell } from "./planning.ts";
import { databaseNow } from "../platform/now-store.ts";
import {
  dueRounds,
  holdRound,
  projectsOf,
  type RoundIds,
  type RoundRow,
  updateRound,
} from "./store.ts";
import { endUnopened } from "./withdraw-round.ts";

/** What the jobs that settle and count a round are given. */
export const SettleFunding = z.object({ communityId: z.uuid(), roundId: z.uuid() });
export const CountFunding = SettleFunding;

/** Opens or closes a round whose time has come, and has it counted; safe to call at any time, and twice. */
export async function settleRound(deps: Deps, ids: RoundIds): Promise<void> {
  await deps.transact(async (tx) => {
    const round = await holdRound(tx.db, ids, "update");
    if (!round) return;
    const now = await databaseNow(tx.db);
    if (round.phase === "proposals") await settleProposals(deps, tx, { round, now });
    else if (round.phase === "voting" && round.closesAt <= now) await endVoting(tx, ids);
    else if (round.phase === "counting") await countSoon(tx, ids);
  });
}

async function settleProposals(
  deps: Deps,
  tx: Tx,
  { round, now }: { readonly round: RoundRow; readonly now: Date },
): Promise<void> {
  const ids = { communityId: round.communityId, roundId: round.id };
  const isOver = round.closesAt <= now;
  if (!isOver && (round.opensAt === null || round.opensAt > now)) return;
  const hasProjects = (await projectsOf(tx.db, ids)).length > 0;
  // Nobody could vote any more, or on nothing.
  if (isOver || !hasProjects) await endUnopened(tx, round, null);
  else await openNow(deps, tx, round);
}

async function endVoting(tx: Tx, ids: RoundIds): Promise<void> {
  await updateRound(tx.db, ids, { phase: "counting" });
  await tell(tx, ids, "counting");
  await countSoon(tx, ids);
}

const countSoon = (tx: Tx, { communityId, roundId }: RoundIds) =>
  tx.job("count-funding", { communityId, roundId }, { key: `funding count ${roundId}` });

/** Settles whatever is due, each round by itself; catches what a stopped worker missed. */
export async function settleRounds(deps: Deps): Promise<void> {
  await eachByItself(deps.log, await dueRounds(deps.db), (ids) => settleRound(deps, ids));
}
