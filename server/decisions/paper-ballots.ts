import type {
  confirmPaperBallot as confirmContract,
  dropPaperBallot as dropContract,
  enterPaperBallot as enterContract,
  listPaperBallots as listContract,
  PaperBallot,
} from "#shared/contract/paper-ballots.ts";
import { Ballot } from "#shared/voting/index.ts";
import type { Deps } from "../deps.ts";
import type { Standing } from "../platform/actor.ts";
import type { Call } from "../platform/mount.ts";
import { because, Refusal } from "../platform/problem.ts";
import type { Tx } from "../platform/transact.ts";
import type { Db } from "#db/client.ts";
import { ballotIdOf } from "./ballot-id.ts";
import { createPapers } from "./ballot-paper.ts";
import { accepted, checkBallot, tellCount } from "./cast-ballot.ts";
import { lockedRow } from "./create-decision.ts";
import {
  lockPaper,
  markConfirmed,
  type PaperIds,
  paperOf,
  type PaperRow,
  removePaper,
  savePaper,
  voterState,
} from "./paper-store.ts";
import { mayConfirmPaper, mayEnterPaper } from "./policy.ts";
import { readableDecision } from "./readable.ts";
import { databaseNow } from "../platform/now-store.ts";
import { namesOf } from "../platform/names-store.ts";
import { takeBallots } from "./take-store.ts";

export async function listPaperBallots(
  deps: Deps,
  { standing, params }: Call<typeof listContract>,
) {
  await readableDecision(deps, standing, params.decisionId);
  return { items: await viewPaper(deps.db, standing, await paperOf(deps.db, params)) };
}

/** Notes a vote that somebody cast on paper. It counts only once somebody else has looked at the paper too. */
export async function enterPaperBallot(
  deps: Deps,
  { standing, params, body, once }: Call<typeof enterContract>,
) {
  checkBallot(body.ballot, await createPapers(deps)(standing, params));
  return deps.transact(async (tx) => {
    await openForPaper(tx, standing, params);
    const before = await lockPaper(tx.db, params);
    if (before?.confirmedById) throw new Refusal("not-allowed", because("paper-confirmed"));
    await savePaper(tx.db, {
      communityId: params.communityId,
      decisionId: params.decisionId,
      voterId: params.participantId,
      ballot: body.ballot,
      enteredById: standing.participantId,
      enteredAt: await databaseNow(tx.db),
    });
    return viewOf(tx.db, standing, await lockPaper(tx.db, params));
  }, once);
}

/** Confirms what somebody else entered, and so casts it; whoever votes online later votes anew. */
export async function confirmPaperBallot(
  deps: Deps,
  { standing, params, once }: Call<typeof confirmContract>,
) {
  const decision = await createPapers(deps)(standing, params);
  const { key } = decision;
  return deps.transact(async (tx) => {
    await openForPaper(tx, standing, params);
    const paper = await lockPaper(tx.db, params);
    if (!paper) throw new Refusal("not-found");
    if (!mayConfirmPaper(standing, paper)) {
      throw new Refusal("not-allowed", because("second-person-confirms"));
    }
    const cast = {
      communityId: params.communityId,
      decisionId: params.decisionId,
      voterId: paper.voterId,
      ballotId: key ? ballotIdOf(key, paper.voterId) : "",
      ballot: Ballot.parse(paper.ballot),
      reason: null,
      nonce: deps.random.token(),
      isOnPaper: true,
      once: undefined,
    };
    for (const row of await takeBallots(tx.db, [cast], { isSecret: false })) accepted(row);
    await markConfirmed(tx.db, params, standing.participantId);
    await tx.act({
      communityId: params.communityId,
      kind: "decision.paper-ballot",
      actor: standing.participantId,
      subject: params.decisionId,
      payload: { voter: paper.voterId, enteredBy: paper.enteredById },
    });
    tx.afterCommit(() => tellCount(deps, decision));
    return viewOf(tx.db, standing, await lockPaper(tx.db, params));
  }, once);
}

export async function dropPaperBallot(
  deps: Deps,
  { standing, params, once }: Call<typeof dropContract>,
) {
  await readableDecision(deps, standing, params.decisionId);
  return deps.transact(async (tx) => {
    const paper = await lockPaper(tx.db, params);
    if (paper?.confirmedById) throw new Refusal("not-allowed", because("paper-confirmed"));
    await removePaper(tx.db, params);
  }, once);
}

/** Votes on paper are entered while voting goes on, where the rules take them, for electors who have not voted online. */
async function openForPaper(tx: Tx, standing: Standing, params: PaperIds): Promise<void> {
  const decision = await lockedRow(tx, params);
  if (decision.status === "scheduled") throw new Refusal("decision-not-open");
  if (decision.status !== "open" || decision.closesAt <= (await databaseNow(tx.db))) {
    throw new Refusal("decision-closed");
  }
  if (!mayEnterPaper(standing, decision)) {
    throw new Refusal("not-allowed", because("no-paper-here"));
  }
  const { isElector, hasVotedOnline } = await voterState(tx.db, params);
  if (!isElector) throw new Refusal("not-an-elector", because("electorate-frozen"));
  if (hasVotedOnline) throw new Refusal("not-allowed", because("voted-online"));
}

async function viewOf(db: Db, standing: Standing, row: PaperRow | undefined) {
  const [view] = await viewPaper(db, standing, row ? [row] : []);
  if (!view) throw new Refusal("not-found");
  return view;
}

async function viewPaper(
  db: Db,
  standing: Standing,
  rows: readonly PaperRow[],
): Promise<PaperBallot[]> {
  const ids = rows.flatMap(({ voterId, enteredById, confirmedById }) => [
    voterId,
    enteredById,
    confirmedById,
  ]);
  const names = await namesOf(db, standing.communityId, ids);
  const nameOf = (id: string): PaperBallot["voter"] =>
    names.get(id) ?? { id, name: "", kind: "member" };
  return rows.map((row) => ({
    voter: nameOf(row.voterId),
    ballot: Ballot.parse(row.ballot),
    enteredBy: nameOf(row.enteredById),
    enteredAt: row.enteredAt.toISOString(),
    confirmedBy: row.confirmedById === null ? null : nameOf(row.confirmedById),
    can: {
      confirm: row.confirmedById === null && mayConfirmPaper(standing, row),
      drop: row.confirmedById === null,
    },
  }));
}
