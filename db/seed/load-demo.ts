import type { PgTable } from "drizzle-orm/pg-core";
import { countNamed, countToJson } from "#shared/counting/count-decision.ts";
import { Settings } from "#shared/voting/index.ts";
import type { Db } from "../client.ts";
import { accounts } from "../schema/accounts.ts";
import { charterVersions } from "../schema/charter.ts";
import { communities, memberships, participants } from "../schema/communities.ts";
import {
  claims,
  debates,
  edges,
  evidence,
  phaseMoves,
  positions,
  relevanceRatings,
  truthRatings,
} from "../schema/debates.ts";
import { ballots, decisionOptions, decisions, electors } from "../schema/decisions.ts";
import { delegations } from "../schema/delegations.ts";
import { tokenBalances, tokenSnapshots } from "../schema/holdings.ts";
import { statements } from "../schema/statements.ts";
import { enterAct } from "./acts.ts";
import type { DemoDebate, DemoDecision, DemoHoldings, DemoPlan } from "./demo-plan.ts";
import { saveCommitments } from "./load-commitments.ts";
import { saveRound } from "./load-funding.ts";
import { saveModeration } from "./load-moderation.ts";
import { savePanel } from "./load-panels.ts";
import { saveSystem } from "./load-systems.ts";
import { saveTreasury } from "./load-treasury.ts";

/**
 * Writes the demo, but for responses, which their feature counts as it writes them. To be called in
 * a transaction on an empty database.
 * @param passwordHash opens the accounts that may sign in; the others have none
 */
export async function loadDemo(db: Db, plan: DemoPlan, passwordHash: string): Promise<void> {
  await saveCommunity(db, plan, passwordHash);
  for (const debate of plan.debates) await saveDebate(db, plan, debate);
  await saveModeration(db, plan);
  await saveCommitments(db, plan);
  await saveTreasury(db, plan);
  await saveRound(db, plan);
  await saveSystem(db, plan);
  await savePanel(db, plan);
}

/** Rows in statements of at most 500, since a statement has at most 65,535 parameters. */
async function insert<T extends PgTable>(
  db: Db,
  table: T,
  rows: readonly T["$inferInsert"][],
): Promise<void> {
  for (let from = 0; from < rows.length; from += 500) {
    await db.insert(table).values(rows.slice(from, from + 500));
  }
}

async function saveCommunity(db: Db, plan: DemoPlan, passwordHash: string): Promise<void> {
  const { community, people } = plan;
  const { charter, ...about } = community;
  const communityId = community.id;
  await insert(
    db,
    accounts,
    people.map(({ accountId, name, email, language, canSignIn, joinedAt, role }) => ({
      id: accountId,
      name,
      email,
      language,
      emailConfirmedAt: joinedAt,
      passwordHash: canSignIn ? passwordHash : "none",
      isOperator: role === "owner",
      createdAt: joinedAt,
    })),
  );
  await insert(db, communities, [about]);
  await insert(
    db,
    charterVersions,
    charter.map((rule) => {
      const { createdAt } = community;
      return { ...rule, communityId, createdAt, effectiveAt: createdAt };
    }),
  );
  await insert(
    db,
    participants,
    people.map(({ participantId, name, joinedAt }) => ({
      communityId,
      id: participantId,
      kind: "member" as const,
      name,
      createdAt: joinedAt,
    })),
  );
  await insert(
    db,
    memberships,
    people.map(({ participantId, accountId, role, joinedAt, invitedBy }) => ({
      communityId,
      participantId,
      accountId,
      role,
      invitedBy,
      status: "active" as const,
      joinedAt,
    })),
  );
  await insert(
    db,
    delegations,
    plan.delegations.map((one) => ({ ...one, communityId, version: 1 })),
  );
}

async function saveDebate(db: Db, plan: DemoPlan, debate: DemoDebate): Promise<void> {
  const communityId = plan.community.id;
  const at = { communityId, debateId: debate.id };
  const { id, question, context, topic, language, phase, authorId, createdAt } = debate;
  const updatedAt = debate.moves.at(-1)?.createdAt ?? createdAt;
  await insert(db, debates, [
    { communityId, id, question, context, topic, language, phase, authorId, createdAt, updatedAt },
  ]);
  await insert(
    db,
    phaseMoves,
    debate.moves.map((move) => ({ ...move, ...at })),
  );
  await insert(
    db,
    positions,
    debate.positions.map((position) => ({ ...position, ...at })),
  );
  await insert(
    db,
    claims,
    debate.claims.map((claim) => ({
      ...at,
      id: claim.id,
      text: claim.text,
      language,
      authorId: claim.authorId,
      createdAt: claim.createdAt,
      updatedAt: claim.createdAt,
    })),
  );
  await insert(
    db,
    edges,
    debate.claims.map(({ id: claimId, edgeId, side, targetKind, targetId, createdAt: added }) => ({
      ...at,
      id: edgeId,
      claimId,
      side,
      targetKind,
      targetId,
      createdAt: added,
    })),
  );
  await insert(
    db,
    evidence,
    debate.evidence.map((source) => ({ ...source, ...at })),
  );
  await insert(
    db,
    statements,
    debate.statements.map((one) => ({ ...one, ...at, language })),
  );
  await saveRatings(db, at, debate);
  await saveMoveActs(db, at, debate);
  if (debate.decision) await saveDecision(db, at, debate.decision);
}

interface At {
  readonly communityId: string;
  readonly debateId: string;
}

async function saveRatings(db: Db, at: At, { claims: said, ratings }: DemoDebate): Promise<void> {
  const truth = ratings.flatMap(({ claimId, participantId, truth: rating, ratedAt }) =>
    rating === null ? [] : [{ ...at, claimId, participantId, rating, ratedAt }],
  );
  const targets = new Map(said.map(({ edgeId, targetId }) => [edgeId, targetId]));
  const relevance = ratings.flatMap(({ edgeId, participantId, relevance: rating, ratedAt }) => {
    const targetId = targets.get(edgeId);
    if (rating === null || targetId === undefined) return [];
    return [{ ...at, edgeId, targetId, participantId, rating, ratedAt }];
  });
  await insert(db, truthRatings, truth);
  await insert(db, relevanceRatings, relevance);
}

async function saveMoveActs(db: Db, at: At, { moves }: DemoDebate): Promise<void> {
  for (const { from, to, actorId, reason, createdAt } of moves) {
    await enterAct(db, {
      communityId: at.communityId,
      time: createdAt,
      kind: "debate.phase-moved",
      actor: actorId,
      subject: at.debateId,
      payload: { from, to },
      words: { reason },
    });
  }
}

/** What each elector's vote weighs. */
function weightsOf({ electorate, holdings }: DemoDecision): ReadonlyMap<string, bigint> {
  return holdings?.tokens ?? new Map(electorate.map((id) => [id, 1n]));
}

async function saveHoldings(db: Db, communityId: string, { snapshot }: DemoHoldings) {
  const { balances, ...about } = snapshot;
  await insert(db, tokenSnapshots, [
    { ...about, communityId, link: null, holders: balances.length },
  ]);
  await insert(
    db,
    tokenBalances,
    balances.map(({ address, name, salt, digest, participantId, amount }, at) => {
      const balance = { address, name, salt, digest, participantId, amount };
      return { ...balance, communityId, snapshotId: snapshot.id, place: at + 1 };
    }),
  );
}

async function saveElectors(
  db: Db,
  below: { communityId: string; decisionId: string },
  decision: DemoDecision,
): Promise<void> {
  const weights = weightsOf(decision);
  const rows = decision.electorate.map((participantId) => {
    const weight = weights.get(participantId) ?? 0n;
    return { ...below, participantId, tokens: decision.holdings ? weight : null, weight };
  });
  await insert(db, electors, rows);
}

async function saveDecision(db: Db, at: At, decision: DemoDecision): Promise<void> {
  const { holdings } = decision;
  const weights = weightsOf(decision);
  if (holdings) await saveHoldings(db, at.communityId, holdings);
  const below = { communityId: at.communityId, decisionId: decision.id };
  const isClosed = decision.status === "closed";
  const result = isClosed ? countDemo(decision) : null;
  const { id, title, method, settings, secrecy, status, authorId, createdAt } = decision;
  await insert(db, decisions, [
    {
      ...at,
      id,
      title,
      method,
      settings,
      secrecy,
      weighting: holdings
        ? { kind: "token", snapshotId: holdings.snapshot.id }
        : { kind: "one-person" },
      status,
      authorId,
      createdAt,
      quorum: { persons: decision.quorum, weight: null },
      threshold: null,
      electorate: { roles: ["owner", "moderator", "member"] },
      electorateSize: decision.electorate.length,
      electorateWeight: [...weights.values()].reduce((sum, weight) => sum + weight, 0n),
      opensAt: decision.opensAt,
      openedAt: decision.opensAt,
      closesAt: decision.closesAt,
      closedAt: isClosed ? decision.closesAt : null,
      result,
      outcome: decision.outcome?.text ?? null,
      outcomeById: decision.outcome?.authorId ?? null,
    },
  ]);
  await insert(
    db,
    decisionOptions,
    decision.options.map((option) => ({ ...option, ...below })),
  );
  await saveElectors(db, below, decision);
  await insert(
    db,
    ballots,
    decision.ballots.map((ballot) => ({ ...ballot, ...below })),
  );
  if (!isClosed) return;
  await enterAct(db, {
    communityId: at.communityId,
    time: decision.closesAt,
    kind: "decision.closed",
    actor: null,
    subject: id,
    payload: { debateId: at.debateId, ...result },
    words: { reason: null },
  });
}

function countDemo(decision: DemoDecision) {
  return countToJson(
    countNamed(
      {
        options: decision.options.map(({ id }) => id),
        settings: Settings.parse(decision.settings),
        quorum: { persons: decision.quorum, weight: null },
        threshold: null,
        unit: 1n,
      },
      {
        weights: weightsOf(decision),
        ballots: decision.ballots.map(({ voterId: voter, ballot }) => ({ voter, ballot })),
        delegations: [],
        capPercent: 100,
      },
    ),
  );
}
