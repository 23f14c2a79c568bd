import {
  type Arrangement,
  faultAfter,
  inverseOf,
  type PlacedEdge,
} from "#shared/argument/arrangement.ts";
import {
  type ChangeKind,
  claimsRearranged,
  type Rearranged,
  type StructureChange,
} from "#shared/contract/structure.ts";
import type { Author } from "#shared/contract/ids.ts";
import type { Deps } from "../../deps.ts";
import type { MemberStanding } from "../../platform/actor.ts";
import { namesOf } from "../../platform/names-store.ts";
import { because, Refusal } from "../../platform/problem.ts";
import type { Tx } from "../../platform/transact.ts";
import { type ClaimRow, lockClaim } from "../claim-store.ts";
import { claimView, edgeView } from "../claim-view.ts";
import { withFacilitators } from "../facilitator-store.ts";
import { edgesOf } from "../outline-store.ts";
import { type FacilitatedDebate, mayAddClaim, mayArrange, maySeeDebate } from "../policy.ts";
import { saveRevision } from "../revision-store.ts";
import { type DebateIds, type DebateRow, lockDebate, touchDebate } from "../store.ts";
import { authorOf, checkStands } from "../writing.ts";
import { joinRatings, partRatings } from "./join-ratings-store.ts";
import {
  carryRatings,
  type ChangeRow,
  claimsById,
  edgesById,
  putClaim,
  putEdges,
  putEvidence,
  saveChange,
} from "./structure-store.ts";

interface Asked {
  readonly standing: MemberStanding;
  readonly params: DebateIds;
}

/** A debate whose argument is being rearranged; nobody else writes in it until the transaction ends. */
export interface Scene {
  readonly debate: DebateRow & FacilitatedDebate;
  readonly edges: readonly PlacedEdge[];
}

/** Holds the whole debate: two changes that are each sound could make a circle together. */
export async function beginArranging(tx: Tx, { standing, params }: Asked): Promise<Scene> {
  const debate = await lockDebate(tx.db, params);
  if (!debate || !maySeeDebate(standing, debate)) throw new Refusal("not-found");
  if (!mayAddClaim(standing, debate)) {
    throw new Refusal("phase-forbids", because("no-writing-in-phase", { phase: debate.phase }));
  }
  return { debate: await withFacilitators(tx.db, debate), edges: await edgesOf(tx.db, params) };
}

/** The claim that is to be placed anew: it stands, and who asks may say where. */
export async function claimToArrange(
  tx: Tx,
  { standing, params }: Asked,
  { debate, claimId }: { readonly debate: Scene["debate"]; readonly claimId: string },
): Promise<ClaimRow> {
  const claim = await lockClaim(tx.db, { ...params, claimId });
  if (!claim) throw new Refusal("not-found");
  if (!mayArrange(standing, debate, claim)) {
    throw new Refusal("not-allowed", because("placers-only"));
  }
  checkStands(claim);
  return claim;
}

/** Refuses what would make circles, doubles, or leave something in the air. */
export function checkSound({ edges }: Pick<Scene, "edges">, changes: Arrangement["edges"]): void {
  const fault = faultAfter(edges, changes);
  if (fault) refuseFault(fault);
}

export function refuseFault(fault: NonNullable<ReturnType<typeof faultAfter>>): never {
  throw new Refusal(fault === "built-on" ? "has-replies" : "misplaced", because(fault));
}

export interface Change {
  readonly kind: ChangeKind;
  readonly claimId: string;
  readonly reason?: string;
  readonly does: Partial<Arrangement>;
}

const nothing: Arrangement = { edges: [], claims: [], evidence: [], joins: [] };

/** Makes a change, notes how to take it back, and tells the room. The change must be sound. */
export async function arrange(
  deps: Deps,
  tx: Tx,
  { asked, change }: { readonly asked: Asked; readonly change: Change },
): Promise<Rearranged> {
  const { communityId, debateId } = asked.params;
  const arrangement = { ...nothing, ...change.does };
  const { kind, claimId, reason = "" } = change;
  const by = authorOf(asked.standing);
  const row = { communityId, debateId, kind, claimId, reason, arrangement, actorId: by.id };
  const { standing } = asked;
  const subject = { kind: "claim" as const, id: claimId };
  // Neither from a place that is locked, nor to one.
  await deps.refuseLocked(tx, { standing, subject });
  const done = await make(deps, tx, { row, by });
  await deps.refuseLocked(tx, { standing, subject });
  return done;
}

type NewChange = Omit<Parameters<typeof saveChange>[1], "id">;

/** Makes a change again as it was, where a jury took it back and a larger one found that it was right. */
export async function arrangeAnew(deps: Deps, tx: Tx, row: ChangeRow): Promise<Rearranged> {
  const { communityId, debateId, kind, claimId, reason, arrangement, actorId } = row;
  const again = { communityId, debateId, kind, claimId, reason, arrangement, actorId };
  return make(deps, tx, { row: again, by: null });
}

async function make(
  deps: Deps,
  tx: Tx,
  { row: change, by }: { readonly row: NewChange; readonly by: Author | null },
): Promise<Rearranged> {
  const row = await saveChange(tx.db, { ...change, id: deps.random.id() });
  const { communityId, arrangement } = row;
  await apply(tx, { by, row, arrangement });
  for (const join of arrangement.joins) {
    await joinRatings(tx.db, { communityId, changeId: row.id }, join);
  }
  return tell(tx, by, { row, arrangement });
}

/** Takes a change back; that must be sound, and nothing of it changed since. */
export async function takeBack(
  tx: Tx,
  by: Author | null,
  { row, arrangement }: { readonly row: ChangeRow; readonly arrangement: Arrangement },
): Promise<Rearranged> {
  for (const join of row.arrangement.joins.toReversed()) {
    await partRatings(tx.db, { communityId: row.communityId, changeId: row.id }, join);
  }
  await apply(tx, { by, row, arrangement });
  return tell(tx, by, { row, arrangement });
}

interface Applying {
  /** Null where a jury does. */
  readonly by: Author | null;
  readonly row: ChangeRow;
  readonly arrangement: Arrangement;
}

async function apply(tx: Tx, { by, row, arrangement }: Applying): Promise<void> {
  const { communityId, debateId, kind } = row;
  const editorId = by?.id ?? null;
  for (const change of arrangement.claims) {
    if (change.after.text !== undefined) await keepFormer(tx, { communityId, claimId: change.id });
    await putClaim(tx.db, { communityId, editorId }, change);
  }
  await putEdges(tx.db, { communityId, debateId }, arrangement.edges);
  for (const change of arrangement.evidence) await putEvidence(tx.db, communityId, change);
  if (kind !== "merged") return;
  for (const { id: edgeId, before, after } of arrangement.edges) {
    if (!before || !after || before.targetId === after.targetId) continue;
    const places = { from: before.targetId, into: after.targetId };
    await carryRatings(tx.db, { communityId, edgeId }, places);
  }
}

/** What a claim said stays in its history. */
async function keepFormer(
  tx: Tx,
  { communityId, claimId }: { readonly communityId: string; readonly claimId: string },
): Promise<void> {
  const [claim] = await claimsById(tx.db, { communityId, ids: [claimId] });
  if (!claim) throw new Error("a claim that is reworded is there");
  const { version, text } = claim;
  const editorId = claim.editorId ?? claim.authorId;
  await saveRevision(tx.db, { communityId, subjectId: claimId, version, text, editorId });
}

/** What changed, as the room and who asked are told. */
async function tell(
  tx: Tx,
  by: Author | null,
  { row, arrangement }: Pick<Applying, "row" | "arrangement">,
): Promise<Rearranged> {
  const { communityId, debateId } = row;
  const standingIds = arrangement.edges.flatMap(({ id, after }) => (after ? [id] : []));
  const claimIds = [...new Set([row.claimId, ...arrangement.claims.map(({ id }) => id)])];
  const [claims, edges] = await Promise.all([
    claimsById(tx.db, { communityId, ids: claimIds }),
    edgesById(tx.db, { communityId, ids: standingIds }),
  ]);
  const authors = await namesOf(tx.db, communityId, [
    row.actorId,
    ...claims.map(({ authorId }) => authorId),
  ]);
  const rearranged: Rearranged = {
    change: changeView(row, {
      actor: authors.get(row.actorId) ?? nobody(row.actorId),
      undoer: by,
    }),
    claims: claims.map(claimView),
    edges: edges.map(edgeView),
    gone: arrangement.edges.flatMap(({ id, after }) => (after ? [] : [id])),
    evidence: arrangement.evidence.map(({ id, after }) => ({ id, claimId: after })),
  };
  await touchDebate(tx.db, { communityId, debateId });
  await tx.record(claimsRearranged, {
    communityId,
    debateId,
    ...rearranged,
    authors: [...authors.values()],
  });
  await tx.act({
    communityId,
    kind: row.undoneAt === null ? `claim.${row.kind}` : "structure-change.undone",
    actor: by?.id ?? null,
    subject: row.claimId,
    payload: { changeId: row.id, edges: arrangement.edges },
    words: { reason: row.reason },
  });
  return rearranged;
}

const nobody = (id: string): Author => ({ id, name: "", kind: "member" });

interface Names {
  readonly actor: StructureChange["actor"];
  readonly undoer: StructureChange["actor"] | null;
}

export function changeView(row: ChangeRow, { actor, undoer }: Names): StructureChange {
  const { id, kind, claimId, reason, createdAt, undoneAt } = row;
  const undone = undoneAt ? { by: undoer, at: undoneAt.toISOString() } : null;
  return { id, kind, claimId, actor, reason, at: createdAt.toISOString(), undone };
}

/** The change that takes another back. */
export function inverseArrangement({ edges, claims, evidence, joins }: Arrangement): Arrangement {
  return {
    edges: inverseOf(edges),
    claims: inverseOf(claims),
    evidence: inverseOf(evidence),
    joins,
  };
}
