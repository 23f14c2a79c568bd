import type { DecisionView } from "#shared/contract/decisions.ts";
import { Ballot, MethodId, Settings } from "#shared/voting/index.ts";
import { DecisionResult } from "#shared/contract/decisions.ts";
import { hashText } from "#shared/counting/lot-order.ts";
import type { Db } from "#db/client.ts";
import { snapshotsNamed } from "../holdings/public.ts";
import type { Standing } from "../platform/actor.ts";
import {
  mayAnnul,
  mayChange,
  mayHoldRunoff,
  mayReadBallots,
  maySettleTie,
  mayVote,
  mayWriteOutcome,
} from "./policy.ts";
import {
  countCastOf,
  type DecisionRow,
  type OptionRow,
  optionsOf,
  participantNames,
  standsOf,
} from "./store.ts";

const iso = (moment: Date | null) => moment?.toISOString() ?? null;

const snapshotIdOf = ({ weighting }: DecisionRow) =>
  "snapshotId" in weighting ? [weighting.snapshotId] : [];

interface Around {
  readonly options: readonly OptionRow[];
  readonly ballotCount: number;
  readonly author: DecisionView["author"];
  readonly snapshot: DecisionView["snapshot"];
  readonly mine: DecisionView["mine"];
}

/** Decisions as this reader may see them, in the order given. */
export async function viewDecisions(
  db: Db,
  standing: Standing,
  rows: readonly DecisionRow[],
): Promise<DecisionView[]> {
  const { communityId, participantId } = standing;
  const decisionIds = rows.map(({ id }) => id);
  const authorIds = [...new Set(rows.map(({ authorId }) => authorId))];
  // One after the other: inside a transaction they share a connection.
  const options = await optionsOf(db, communityId, decisionIds);
  const counts = await countCastOf(db, communityId, decisionIds);
  const authors = await participantNames(db, communityId, authorIds);
  const snapshots = await snapshotsNamed(db, communityId, rows.flatMap(snapshotIdOf));
  const stands =
    participantId === null ? [] : await standsOf(db, communityId, { decisionIds, participantId });
  return rows.map((row) => {
    const stand = stands.find(({ decisionId }) => decisionId === row.id);
    const mine = mineOf(stand);
    const author = authors.find(({ id }) => id === row.authorId);
    return viewOf(row, standing, {
      options: options.filter(({ decisionId }) => decisionId === row.id),
      ballotCount: counts.get(row.id) ?? 0,
      snapshot: snapshotIdOf(row).flatMap((id) => snapshots.get(id) ?? [])[0] ?? null,
      author: author ?? { id: row.authorId, name: "", kind: "member" },
      mine,
    });
  });
}

type Stand = Awaited<ReturnType<typeof standsOf>>[number];

function mineOf(stand: Stand | undefined): DecisionView["mine"] {
  if (!stand) {
    return {
      isElector: false,
      weight: null,
      ballot: null,
      reason: null,
      revision: 0,
      castAt: null,
    };
  }
  const { weight, ballot, reason, revision, castAt } = stand;
  return {
    isElector: true,
    weight: weight.toString(),
    ballot: ballot ? Ballot.parse(ballot) : null,
    reason,
    revision: revision ?? 0,
    castAt: iso(castAt),
  };
}

/** One decision as this reader may see it. */
export async function viewDecision(
  db: Db,
  standing: Standing,
  row: DecisionRow,
): Promise<DecisionView> {
  const [view] = await viewDecisions(db, standing, [row]);
  if (!view) throw new Error("a decision has a view");
  return view;
}

function subjectOf({ subjectPositionId: positionId, subjectTitle: title }: DecisionRow) {
  return positionId === null || title === null ? null : { positionId, title };
}

function viewOf(row: DecisionRow, standing: Standing, around: Around): DecisionView {
  const { options, ballotCount, author, mine } = around;
  return {
    id: row.id,
    communityId: row.communityId,
    debateId: row.debateId,
    title: row.title,
    method: MethodId.parse(row.method),
    settings: Settings.parse(row.settings),
    secrecy: row.secrecy,
    liveResults: row.liveResults,
    weighting: row.weighting,
    snapshot: around.snapshot,
    electorate: {
      roles: row.electorate.roles,
      size: row.electorateSize,
      weight: row.electorateWeight?.toString() ?? null,
    },
    unit: row.unit.toString(),
    delegationCap: row.delegationCap,
    quorum: row.quorum,
    threshold: row.threshold,
    tieBreak: row.tieBreak,
    lot: row.lotSeed === null ? null : lotOf(row.status, row.lotSeed),
    reasons: row.reasons,
    runoffOf: row.runoffOf,
    status: row.status,
    opensAt: row.opensAt.toISOString(),
    closesAt: row.closesAt.toISOString(),
    openedAt: iso(row.openedAt),
    closedAt: iso(row.closedAt),
    options: options.map(({ id, positionId, title }) => ({ id, positionId, title })),
    subject: subjectOf(row),
    ballotCount,
    result: row.result === null ? null : DecisionResult.parse(row.result),
    outcome: row.outcome,
    endReason: row.endReason,
    author,
    version: row.version,
    mine,
    can: {
      vote: mayVote(mine.isElector, row),
      change: mayChange(standing, row),
      open: mayChange(standing, row),
      cancel: mayChange(standing, row),
      annul: mayAnnul(standing, row),
      writeOutcome: mayWriteOutcome(standing, row),
      settleTie: maySettleTie(standing, row),
      holdRunoff: mayHoldRunoff(standing, row),
      readBallots: mayReadBallots(row),
    },
  };
}

/** The seed would tell how a tie comes out, and so how to vote: it is told once no more votes can come. */
const lotOf = (status: DecisionRow["status"], seed: string) => {
  return { hash: hashText(seed), seed: status === "closed" ? seed : null };
};
