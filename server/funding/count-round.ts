import { hashText } from "#shared/counting/lot-order.ts";
import { hashFundingBallots, inPlainOrder } from "#shared/funding/bundle.ts";
import type { RoundOutcome } from "#shared/funding/round.ts";
import { canonicalJson } from "#shared/merkle/canonical-json.ts";
import type { Deps } from "../deps.ts";
import { notify } from "../notifications/public.ts";
import type { Tx } from "../platform/transact.ts";
import { countApart } from "./count-apart.ts";
import { linkTo } from "./open-round.ts";
import { tell } from "./planning.ts";
import { askForPromises } from "./promises.ts";
import { databaseNow } from "../platform/now-store.ts";
import {
  findRound,
  forgetVotes,
  groupedBallots,
  holdRound,
  projectsOf,
  type RoundIds,
  type RoundRow,
  updateRound,
  votersOf,
} from "./store.ts";

/**
 * Counts a round that has ended, in a thread of its own since few ballots can take long, and commits all that follows in one
 * transaction. Projects and ballots are fixed: whatever stops it, it is done again with the same outcome.
 */
export async function countEndedRound(
  deps: Deps,
  ids: RoundIds,
  signal?: AbortSignal,
): Promise<void> {
  const round = await findRound(deps.db, ids);
  if (round?.phase !== "counting") return;
  const ballots = inPlainOrder(await groupedBallots(deps.db, ids));
  const ballotsHash = hashFundingBallots(ballots);
  const projects = (await projectsOf(deps.db, ids)).map(({ project }) => {
    const { id, title, cost, least } = project;
    return { id, title, cost, least };
  });
  const { budget, settings, seed } = round;
  const given = { budget, settings, projects, ballots, ballotsHash, seed: seed ?? "" };
  const outcome = await countApart(given, signal);
  await deps.transact(async (tx) => {
    const held = await holdRound(tx.db, ids, "update");
    if (held?.phase !== "counting") return;
    const closedAt = await databaseNow(tx.db);
    await updateRound(tx.db, ids, { phase: "closed", closedAt, ballots, ballotsHash, outcome });
    await enter(tx, held, { outcome, ballotsHash });
    await askForPromises(deps, tx, { ...held, closedAt });
    await tell(tx, ids, "closed");
    await tellPeople(tx, held);
    await forgetVotes(tx.db, ids);
  });
}

async function enter(
  tx: Tx,
  { communityId, id, title, seed, projectsHash }: RoundRow,
  { outcome, ballotsHash }: { readonly outcome: RoundOutcome; readonly ballotsHash: string },
): Promise<void> {
  const funded = outcome.projects.filter(({ amount }) => amount > 0);
  await tx.act({
    communityId,
    kind: "funding.closed",
    actor: null,
    subject: id,
    payload: {
      voters: outcome.voters,
      spent: outcome.spent,
      funded: Object.fromEntries(funded.map((project) => [project.id, project.amount])),
      ballotsHash,
      projectsHash,
      seed,
      outcomeHash: hashText(canonicalJson(outcome)),
    },
    words: { title },
  });
}

/** Those who proposed and those who voted hear of the outcome. */
async function tellPeople(tx: Tx, round: RoundRow): Promise<void> {
  const ids = { communityId: round.communityId, roundId: round.id };
  const proposers = (await projectsOf(tx.db, ids)).map(({ project }) => project.proposerId);
  const participantIds = [...new Set([...proposers, ...(await votersOf(tx.db, ids))])];
  await notify(tx, {
    communityId: round.communityId,
    participantIds,
    kind: "funding.closed",
    link: await linkTo(tx, round),
    data: { title: round.title },
  });
}
