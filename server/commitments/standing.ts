import type { Db } from "#db/client.ts";
import {
  type CommitmentState,
  type Progress,
  progressAfter,
  type Report,
  rollUp,
  stateOf,
} from "#shared/commitments/index.ts";
import { commitmentsNamed, type CommitmentRow, partsOf, updatesOf } from "./store.ts";

/** Where a commitment stands, with what that follows from. */
export interface Stands extends Progress {
  readonly state: CommitmentState;
  /** Of parts that were not withdrawn. */
  readonly partCount: number;
}

/** Where some commitments of a community stand at a moment, by their ids; their parts and wholes are looked up. */
export async function standingsOf(
  db: Db,
  communityId: string,
  { rows, now }: { readonly rows: readonly CommitmentRow[]; readonly now: Date },
): Promise<ReadonlyMap<string, Stands>> {
  const parentIds = rows.flatMap(({ parentId }) => parentId ?? []);
  const parents = new Map(
    (await commitmentsNamed(db, communityId, parentIds)).map((row) => [row.id, row]),
  );
  const parts = await partsOf(
    db,
    communityId,
    rows.map(({ id }) => id),
  );
  const reported = await reportsOf(db, communityId, [...rows, ...parts]);
  const alone = (id: string) => progressAfter(reported.get(id) ?? []);
  return new Map(
    rows.map((row) => {
      const own = parts.filter(
        ({ parentId, withdrawnAt }) => parentId === row.id && withdrawnAt === null,
      );
      const done = together(own.map((part) => ({ ...alone(part.id), weight: part.weight })));
      const progress = done ?? alone(row.id);
      const parent = row.parentId === null ? undefined : parents.get(row.parentId);
      const state = stateIn({ row, parent, progress: progress.progress, now });
      return [row.id, { ...progress, state, partCount: own.length }];
    }),
  );
}

interface At {
  readonly row: CommitmentRow;
  readonly parent: CommitmentRow | undefined;
  readonly progress: number;
  readonly now: Date;
}

/** A part shares the end of what it is a part of. */
function stateIn({ row, parent, progress, now }: At): CommitmentState {
  const facts = {
    answer: row.answer,
    isWithdrawn: row.withdrawnAt !== null || (parent?.withdrawnAt ?? null) !== null,
    progress,
    dueAt: row.dueAt.getTime(),
    review: row.review ?? parent?.review ?? null,
  };
  return stateOf(facts, now.getTime());
}

/** What was reported on each and not found to be false. */
async function reportsOf(db: Db, communityId: string, rows: readonly CommitmentRow[]) {
  const updates = await updatesOf(
    db,
    communityId,
    rows.map(({ id }) => id),
  );
  const reports = new Map<string, Report[]>();
  for (const { commitmentId, percent, createdAt, falseDisputeId } of updates) {
    if (falseDisputeId !== null) continue;
    const before = reports.get(commitmentId) ?? [];
    reports.set(commitmentId, [...before, { percent, at: createdAt.getTime() }]);
  }
  return reports;
}

/** The whole is done with the last of its parts. Null of no parts. */
function together(parts: readonly (Progress & { readonly weight: number })[]): Progress | null {
  const progress = rollUp(parts);
  if (progress === null) return null;
  const doneAt = progress === 100 ? Math.max(...parts.map((part) => part.doneAt ?? 0)) : null;
  return { progress, doneAt };
}
