import { inPlaceOfWords } from "#shared/contract/moderated.ts";
import type { DecisionView } from "#shared/contract/decisions.ts";
import { MethodId, Settings } from "#shared/voting/index.ts";
import { DecisionResult } from "#shared/contract/decisions.ts";
import { hashText } from "#shared/counting/lot-order.ts";
import { snapshotsNamed } from "../holdings/public.ts";
import type { Standing } from "../platform/actor.ts";
import { namesOf } from "../platform/names-store.ts";
import { noVote, ownVotes, type Reading } from "./own-votes.ts";
import {
  mayAnnul,
  mayChange,
  mayEnterPaper,
  mayHoldRunoff,
  mayReadBallots,
  mayReadReasons,
  mayRecount,
  maySettleTie,
  mayVote,
  mayWriteOutcome,
} from "./policy.ts";
import {
  countCastOf,
  type DecisionRow,
  hiddenPositions,
  type OptionRow,
  optionsOf,
  votesOnDisputes,
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
  readonly settlesDispute: boolean;
}

/**
 * What can be chosen in a decision. Until it opens, of what is out of sight there are no words; what a vote was opened on
 * stays as it was worded, whatever moderators do to it afterwards.
 */
async function readableOptions(
  { db }: Reading,
  communityId: string,
  rows: readonly DecisionRow[],
): Promise<OptionRow[]> {
  const decisionIds = rows.map(({ id }) => id);
  const options = await optionsOf(db, communityId, decisionIds);
  const unopened = new Set(rows.flatMap(({ id, openedAt }) => (openedAt === null ? id : [])));
  const waiting = options.filter(({ decisionId }) => unopened.has(decisionId));
  const positionIds = waiting.flatMap(({ positionId }) => positionId ?? []);
  const hidden = await hiddenPositions(db, communityId, positionIds);
  return options.map((option) =>
    unopened.has(option.decisionId) && hidden.has(option.positionId ?? "")
      ? { ...option, title: inPlaceOfWords }
      : option,
  );
}

/** Decisions as this reader may see them, in the order given. */
export async function viewDecisions(
  reading: Reading,
  standing: Standing,
  rows: readonly DecisionRow[],
): Promise<DecisionView[]> {
  const { db } = reading;
  const { communityId } = standing;
  const decisionIds = rows.map(({ id }) => id);
  // One after the other: inside a transaction they share a connection.
  const options = await readableOptions(reading, communityId, rows);
  const counts = await countCastOf(db, communityId, decisionIds);
  const authors = await namesOf(
    db,
    communityId,
    rows.map(({ authorId }) => authorId),
  );
  const snapshots = await snapshotsNamed(db, communityId, rows.flatMap(snapshotIdOf));
  const votes = await ownVotes(reading, standing, rows);
  const onDisputes = await votesOnDisputes(db, communityId, decisionIds);
  return rows.map((row) => {
    return viewOf(row, standing, {
      options: options.filter(({ decisionId }) => decisionId === row.id),
      ballotCount: counts.get(row.id) ?? 0,
      snapshot: snapshotIdOf(row).flatMap((id) => snapshots.get(id) ?? [])[0] ?? null,
      author: authors.get(row.authorId) ?? { id: row.authorId, name: "", kind: "member" },
      mine: votes.get(row.id) ?? noVote,
      settlesDispute: onDisputes.has(row.id),
    });
  });
}

/** One decision as this reader may see it. */
export async function viewDecision(
  reading: Reading,
  standing: Standing,
  row: DecisionRow,
): Promise<DecisionView> {
  const [view] = await viewDecisions(reading, standing, [row]);
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
    groupMajority: row.groupMajority,
    frozenGroups: row.groupMajority && row.groupRun,
    tieBreak: row.tieBreak,
    lot: row.lotSeed === null ? null : lotOf(row, row.lotSeed),
    reasons: row.reasons,
    takesPaper: row.takesPaper,
    paperTally: row.paperTally,
    runoffOf: row.runoffOf,
    rulesHash: row.rulesHash,
    status: row.status,
    opensAt: row.opensAt.toISOString(),
    closesAt: row.closesAt.toISOString(),
    openedAt: iso(row.openedAt),
    closedAt: iso(row.closedAt),
    options: options.map(({ id, positionId, title }) => ({ id, positionId, title })),
    subject: subjectOf(row),
    ballotCount,
    result: row.result === null ? null : DecisionResult.parse(row.result),
    groupSupport: row.groupSupport,
    outcome: row.outcome,
    endReason: row.endReason,
    suspendedFor: row.suspendedFor,
    author,
    version: row.version,
    mine,
    can: rightsIn(row, standing, around),
  };
}

function rightsIn(
  row: DecisionRow,
  standing: Standing,
  { mine, settlesDispute }: Around,
): DecisionView["can"] {
  return {
    vote: mayVote(mine.isElector, row),
    change: mayChange(standing, row),
    open: mayChange(standing, row),
    cancel: mayChange(standing, row),
    annul: mayAnnul(standing, row, settlesDispute),
    writeOutcome: mayWriteOutcome(standing, row),
    settleTie: maySettleTie(standing, row),
    enterPaper: mayEnterPaper(standing, row),
    holdRunoff: mayHoldRunoff(standing, row),
    readBallots: mayReadBallots(row),
    readReasons: mayReadReasons(row),
    recount: mayRecount(row),
  };
}

/** The seed would tell how a tie comes out, and so how to vote: it is told once no more votes can come. */
const lotOf = ({ status, lotBy, ballotsHash }: DecisionRow, seed: string) => {
  return { hash: hashText(seed), seed: status === "closed" ? seed : null, by: lotBy, ballotsHash };
};
