import type {
  Commitment,
  CommitmentSummary,
  PartAddition,
  ProgressUpdate,
} from "#shared/contract/commitments.ts";
import type { Db } from "#db/client.ts";
import type { Author } from "#shared/contract/ids.ts";
import type { Deps } from "../deps.ts";
import { isMember, type Standing } from "../platform/actor.ts";
import { namesOf } from "../platform/names-store.ts";
import { follows } from "./follower-store.ts";
import { placeOf } from "./place.ts";
import {
  canAddPart,
  canAnswer,
  canChange,
  canReopen,
  canReport,
  canReview,
  canWithdraw,
  isOwner,
  mayCare,
  mayReview,
  type Place,
} from "./policy.ts";
import { type Stands, standingsOf } from "./standing.ts";
import { type CommitmentRow, partsOf, type UpdateRow, updatesOf } from "./store.ts";

const iso = (moment: Date | null) => moment?.toISOString() ?? null;
type Authors = ReadonlyMap<string, Author>;

/** Somebody by name; whoever is nowhere to be found is nobody any more. */
const named = (authors: Authors, id: string): Author =>
  authors.get(id) ?? { id, name: "", kind: "former" };

interface Known {
  readonly authors: Authors;
  readonly standings: ReadonlyMap<string, Stands>;
}

function summaryOf(row: CommitmentRow, { authors, standings }: Known): CommitmentSummary {
  const stands = standings.get(row.id);
  if (!stands) throw new Error("a commitment stands somewhere");
  const { state, progress, partCount, doneAt } = stands;
  return {
    id: row.id,
    communityId: row.communityId,
    parentId: row.parentId,
    weight: row.weight,
    source: {
      kind: row.sourceKind,
      id: row.sourceId,
      title: row.sourceTitle,
      debateId: row.debateId,
      roundId: row.roundId,
    },
    title: row.title,
    criterion: row.criterion,
    budget: row.budget,
    owner: named(authors, row.ownerId),
    dueAt: row.dueAt.toISOString(),
    reviewAt: iso(row.reviewAt),
    state,
    progress,
    partCount,
    doneAt: doneAt === null ? null : new Date(doneAt).toISOString(),
    createdAt: row.createdAt.toISOString(),
    version: row.version,
  };
}

interface Listed {
  readonly communityId: string;
  readonly rows: readonly CommitmentRow[];
  readonly now: Date;
}

/** Commitments as lists show them. */
export async function summaries(db: Db, listed: Listed): Promise<CommitmentSummary[]> {
  const { communityId, rows, now } = listed;
  if (rows.length === 0) return [];
  const owners = rows.map(({ ownerId }) => ownerId);
  const known = {
    authors: await namesOf(db, communityId, owners),
    standings: await standingsOf(db, communityId, { rows, now }),
  };
  return rows.map((row) => summaryOf(row, known));
}

function updateView(row: UpdateRow, authors: Authors): ProgressUpdate {
  return {
    id: row.id,
    percent: row.percent,
    words: row.words,
    evidence: { title: row.evidenceTitle, url: row.evidenceUrl },
    by: named(authors, row.authorId),
    at: row.createdAt.toISOString(),
    foundFalseBy: row.falseDisputeId,
  };
}

/** What was added to the whole since it was asked for. */
function additionsOf(parts: readonly CommitmentRow[], authors: Authors): PartAddition[] {
  return parts
    .flatMap(({ id, title, proposerId, createdAt, wholeBefore: before, wholeSince: since }) =>
      before === null || since === null
        ? []
        : [
            {
              part: { id, title },
              by: named(authors, proposerId),
              at: createdAt.toISOString(),
              before,
              since,
            },
          ],
    )
    .toReversed();
}

function rightsIn(standing: Standing, place: Place, now: Date): Commitment["can"] {
  const { commitment, debate } = place;
  const cares = mayCare(standing, debate);
  const owns = isOwner(standing, commitment);
  const reviews = mayReview(standing, place) && canReview(place);
  return {
    follow: isMember(standing),
    edit: cares && canChange(place),
    // A part is due with the whole at the latest.
    addPart: cares && canAddPart(place) && commitment.dueAt > now,
    withdraw: cares && canWithdraw(place),
    answer: owns && canAnswer(place),
    report: owns && canReport(place),
    review: reviews,
    reopen: reviews && canReopen(place),
  };
}

function reviewOf(row: CommitmentRow, authors: Authors): Commitment["review"] {
  const { review: outcome, reviewedById, reviewedAt, reviewWords: words, reopened } = row;
  if (outcome === null || reviewedAt === null || reviewedById === null) return null;
  const by = named(authors, reviewedById);
  return { outcome, words, by, at: reviewedAt.toISOString(), reopened };
}

function answerOf({ answer, answerReason: reason, answeredAt }: CommitmentRow) {
  if (answer === null || answeredAt === null) return null;
  return { isYes: answer === "accepted", reason, at: answeredAt.toISOString() };
}

async function isFollowedBy(
  db: Db,
  standing: Standing,
  { communityId, id: commitmentId }: CommitmentRow,
): Promise<boolean> {
  if (!isMember(standing)) return false;
  const { participantId } = standing;
  return follows(db, { communityId, commitmentId, participantId });
}

/** A commitment as its own page shows it. */
export async function viewCommitment(
  { db, clock }: Pick<Deps, "db" | "clock">,
  standing: Standing,
  row: CommitmentRow,
): Promise<Commitment> {
  const { communityId } = row;
  const place = await placeOf(db, row);
  const parts = await partsOf(db, communityId, [row.id]);
  const updates = await updatesOf(db, communityId, [row.id]);
  const people = [row, ...parts].flatMap(({ ownerId, proposerId, reviewedById }) => [
    ownerId,
    proposerId,
    reviewedById,
  ]);
  const authors = await namesOf(db, communityId, [
    ...people,
    ...updates.map(({ authorId }) => authorId),
  ]);
  const rows = [row, ...parts];
  const now = clock();
  const known = { authors, standings: await standingsOf(db, communityId, { rows, now }) };
  const { parent } = place;
  return {
    ...summaryOf(row, known),
    proposedBy: named(authors, row.proposerId),
    answer: answerOf(row),
    hasOwner: place.hasOwner,
    parent: parent ? { id: parent.id, title: parent.title } : null,
    parts: parts.map((part) => summaryOf(part, known)),
    updates: updates.map((update) => updateView(update, authors)).toReversed(),
    additions: additionsOf(parts, authors),
    review: reviewOf(row, authors),
    isFollowed: await isFollowedBy(db, standing, row),
    can: rightsIn(standing, place, now),
  };
}
