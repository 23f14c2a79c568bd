import type { proposeCommitment as contract } from "#shared/contract/commitments.ts";
import type { CommitmentSource } from "#shared/contract/commitments.ts";
import { findDebateAnywhere, withFacilitators } from "../debates/public.ts";
import { type DecisionRow, readableDecision } from "../decisions/public.ts";
import type { Deps } from "../deps.ts";
import type { Standing } from "../platform/actor.ts";
import type { Call } from "../platform/mount.ts";
import { because, Refusal } from "../platform/problem.ts";
import type { Tx } from "../platform/transact.ts";
import { mayCare } from "./policy.ts";
import { type CommitmentRow, findCommitment, saveCommitments } from "./store.ts";
import { notifyOf, tell } from "./tell.ts";
import { checkTerms } from "./terms.ts";
import { viewCommitment } from "./view.ts";

/** Asks a member to commit to what came of a decision. */
export async function proposeCommitment(
  deps: Deps,
  { standing, body, once }: Call<typeof contract>,
) {
  const decision = await readableDecision(deps, standing, body.source.id);
  if (!(await mayProposeFor(deps, standing, decision))) {
    throw new Refusal("not-allowed", because("commitment-carers"));
  }
  if (!stands(decision)) throw new Refusal("commitment-forbids", because("decision-undecided"));
  const { id, title, debateId } = decision;
  const { communityId, participantId: proposerId } = standing;
  return deps.transact(async (tx) => {
    const source = { kind: "decision", id, title, debateId, roundId: null } as const;
    const promise = { ...body, source, ...datesOf(body), parts: body.parts.map(withDates) };
    const row = await proposeChecked(deps, tx, {
      by: { communityId, proposerId, isByRule: false },
      promise,
    });
    return viewCommitment({ ...deps, db: tx.db }, standing, row);
  }, once);
}

/** A decision that was held, and that no dispute keeps from having effect. */
const stands = ({ status, suspendedFor }: DecisionRow) =>
  status === "closed" && suspendedFor === null;

/** Whether somebody looks after the debate of a decision. */
export async function mayProposeFor(
  { db }: Pick<Deps, "db">,
  standing: Standing,
  { communityId, debateId }: DecisionRow,
): Promise<boolean> {
  const debate = await findDebateAnywhere(db, { communityId, debateId });
  return debate !== undefined && mayCare(standing, await withFacilitators(db, debate));
}

const datesOf = ({ dueAt, reviewAt }: { dueAt: string; reviewAt: string }) => ({
  dueAt: new Date(dueAt),
  reviewAt: new Date(reviewAt),
});
const withDates = <P extends { readonly dueAt: string }>(part: P) => ({
  ...part,
  dueAt: new Date(part.dueAt),
});

interface AskedPart {
  readonly title: string;
  readonly criterion: string;
  readonly ownerId: string;
  readonly dueAt: Date;
  readonly weight: number;
}

/** What a member is asked to commit to, wherever it comes from. */
export interface AskedPromise extends Omit<AskedPart, "weight"> {
  readonly source: CommitmentSource;
  readonly budget: string | null;
  readonly reviewAt: Date;
  readonly parts: readonly AskedPart[];
}

interface Asked {
  readonly by: {
    readonly communityId: string;
    readonly proposerId: string;
    /** Whether it follows from a rule that they set, so that it is no act of theirs. */
    readonly isByRule: boolean;
  };
  readonly promise: AskedPromise;
}

/** The same as `propose`, of what somebody has written: terms that nobody can keep are refused. */
export async function proposeChecked(
  deps: Pick<Deps, "random" | "clock">,
  tx: Tx,
  asked: Asked,
): Promise<CommitmentRow> {
  const all = termsOf(asked.promise);
  await checkTerms(tx.db, asked.by.communityId, { all, now: deps.clock() });
  return propose(deps, tx, asked);
}

/** Saves what is asked for with its parts, enters it in the record, and asks the owners. Its terms are checked before. */
export async function propose(
  { random }: Pick<Deps, "random">,
  tx: Tx,
  { by, promise }: Asked,
): Promise<CommitmentRow> {
  const { communityId, proposerId, isByRule } = by;
  const { source, parts, ...whole } = promise;
  const id = random.id();
  const shared = {
    communityId,
    proposerId,
    sourceKind: source.kind,
    sourceId: source.id,
    sourceTitle: source.title,
    debateId: source.debateId,
    roundId: source.roundId,
  };
  await saveCommitments(tx.db, [
    { ...shared, ...columnsOf(whole), id, budget: whole.budget, reviewAt: whole.reviewAt },
    ...parts.map((part) => {
      return { ...shared, ...columnsOf(part), id: random.id(), parentId: id, weight: part.weight };
    }),
  ]);
  const { title, criterion, ownerId, dueAt } = whole;
  await tx.act({
    communityId,
    kind: "commitment.proposed",
    actor: isByRule ? null : proposerId,
    subject: id,
    payload: {
      from: source.kind,
      of: source.id,
      owner: ownerId,
      dueAt: dueAt.toISOString(),
      reviewAt: whole.reviewAt.toISOString(),
      parts: parts.length,
    },
    words: { title, criterion, parts: JSON.stringify(parts) },
  });
  const row = await findCommitment(tx.db, { communityId, commitmentId: id });
  if (!row) throw new Error("what was saved is there");
  await tell(tx, row);
  const to = [ownerId, ...parts.map((part) => part.ownerId)];
  await notifyOf(tx, row, { what: "asked", to, waits: true });
  return row;
}

const columnsOf = ({ title, criterion, ownerId, dueAt }: Omit<AskedPart, "weight">) => ({
  title,
  criterion,
  ownerId,
  dueAt,
});

function termsOf({ ownerId, dueAt, reviewAt, parts }: AskedPromise) {
  return [
    { at: "", ownerId, dueAt, reviewAt, wholeDueAt: null },
    ...parts.map((part, place) => {
      const { ownerId: partOwnerId, dueAt: partDueAt } = part;
      const at = `parts/${place}/`;
      return { at, ownerId: partOwnerId, dueAt: partDueAt, reviewAt: null, wholeDueAt: dueAt };
    }),
  ];
}
